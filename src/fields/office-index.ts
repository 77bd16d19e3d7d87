/** Every office of every person, with what a question must say to mean it. */

import type { Knowledge, LoadedOffice, LoadedPerson, LoadedRecord } from '../knowledge/model.ts';
import { inLanguage } from '../knowledge/texts.ts';
import { nameForms, nameKey, nameStem } from '../language/name-key.ts';
import { isStopWord, stem, tokenize } from '../language/tokens.ts';
import type { Asked, Topic } from '../question/asked.ts';
import type { Library } from '../search/library.ts';

/** A word by its stem, and by its key as a name: stemmers part «аким» from «акимом», endings do not. */
interface Word {
  readonly stem: string;
  readonly key: string;
}

export interface Held {
  readonly person: LoadedPerson;
  readonly office: LoadedOffice;
  /** By language: the words that a question must have. */
  readonly words: ReadonlyMap<string, readonly Word[]>;
  /** The records that it must name (the city of its mayor, the party of its leader). */
  readonly records: readonly LoadedRecord[];
  /** The country, which need not be said. */
  readonly country: readonly LoadedRecord[];
}

export type Offices = readonly Held[];

export function prepareOffices(knowledge: Knowledge, library: Library): Offices {
  const { languages } = knowledge.pack;
  return [...knowledge.records.values()].flatMap((person) =>
    person.type === 'person' ? person.offices.map((office) => prepare(person, office, languages, library)) : [],
  );
}

/** What a place is may be left out beside its name: "mayor of the city of X". */
const placeSort = /^(city|town|region|district|город\S*|област\S*|район\S*|кала\S*|облыс\S*|аудан\S*)$/;

export const isSortOfPlace = (folded: string): boolean => placeSort.test(folded);

function prepare(person: LoadedPerson, office: LoadedOffice, languages: readonly string[], library: Library): Held {
  const words = new Map<string, readonly Word[]>();
  let named: readonly LoadedRecord[] = [];
  for (const language of languages) {
    const tokens = tokenize(inLanguage(office.title, language));
    const mentions = library.names
      .mentions(tokens, language, () => true)
      .filter((mention) => mention.full && mention.records[0]?.type !== 'person');
    const inName = (at: number) => mentions.some((mention) => at >= mention.first && at < mention.end);
    const ofPlace = mentions.some((mention) => mention.records[0]?.type === 'place');
    const own = tokens.filter(
      (token, at) => !inName(at) && !isStopWord(token.folded, language) && !(ofPlace && isSortOfPlace(token.folded)),
    );
    words.set(
      language,
      own.map(({ folded }) => ({ stem: stem(folded, language), key: nameKey(folded) })),
    );
    if (named.length === 0) named = mentions.flatMap((mention) => mention.records.slice(0, 1));
  }
  const isCountry = (record: LoadedRecord) => record.type === 'place' && !record.within;
  return { person, office, words, records: named.filter((r) => !isCountry(r)), country: named.filter(isCountry) };
}

/** A question's words as an office's title may have them, worked out once for all offices. */
interface Said {
  readonly stems: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function saidIn(topics: readonly Topic[], asked: Asked, library: Library): Said {
  return {
    stems: new Set(topics.flatMap(({ term }) => [term, ...library.synonyms.of(term, asked.language)])),
    keys: new Set(topics.flatMap(({ token }) => nameForms(nameKey(token.folded), asked.language))),
  };
}

const isSaid = ({ stem, key }: Word, { stems, keys }: Said): boolean =>
  stems.has(stem) || keys.has(key) || keys.has(nameStem(key));

/** Whether a word of a question is a word of an office's title, or stands for one. */
export function isWordOf(topic: Topic, words: readonly Word[], asked: Asked, library: Library): boolean {
  const said = saidIn([topic], asked, library);
  return words.some((word) => isSaid(word, said));
}

/** The offices that a question's words mean, the most particular: "deputy minister" is not "minister". */
export function officesMeant(asked: Asked, offices: Offices, library: Library): readonly Held[] {
  const named = new Set(asked.mentions.flatMap((mention) => [...mention.records]));
  /** An office's title may also be an organisation's name: "prosecutor general". */
  const all = asked.tokens.map((token): Topic => ({ term: stem(token.folded, asked.language), token }));
  const said = saidIn(all, asked, library);
  const fits = offices.filter(({ words, records }) => {
    const needed = words.get(asked.language) ?? [];
    return (
      needed.length > 0 && needed.every((word) => isSaid(word, said)) && records.every((record) => named.has(record))
    );
  });
  const extent = ({ words, records }: Held) => (words.get(asked.language)?.length ?? 0) + records.length;
  const widest = Math.max(0, ...fits.map(extent));
  return fits.filter((held) => extent(held) === widest);
}

/** Every office of every person, with what a question must say to mean it. */
import type { Knowledge, LoadedOffice, LoadedPerson, LoadedRecord } from '../knowledge/model.ts';
import { isStopWord, stem, tokenize } from '../language/tokens.ts';
import type { Library } from './library.ts';
import { inLanguage } from './present.ts';
import type { Asked } from './understand.ts';

export interface Held {
  readonly person: LoadedPerson;
  readonly office: LoadedOffice;
  /** By language: the stems that a question must have. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
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

function prepare(person: LoadedPerson, office: LoadedOffice, languages: readonly string[], library: Library): Held {
  const stems = new Map<string, readonly string[]>();
  let named: readonly LoadedRecord[] = [];
  for (const language of languages) {
    const tokens = tokenize(inLanguage(office.title, language));
    const mentions = library.names
      .mentions(tokens, language, () => true)
      .filter((mention) => mention.full && mention.records[0]?.type !== 'person');
    const inName = (at: number) => mentions.some((mention) => at >= mention.first && at < mention.end);
    const words = tokens.filter((token, at) => !inName(at) && !isStopWord(token.folded, language));
    stems.set(
      language,
      words.map((token) => stem(token.folded, language)),
    );
    if (named.length === 0) named = mentions.flatMap((mention) => mention.records.slice(0, 1));
  }
  const isCountry = (record: LoadedRecord) => record.type === 'place' && !record.within;
  return { person, office, stems, records: named.filter((r) => !isCountry(r)), country: named.filter(isCountry) };
}

/** The offices that a question's words mean, the most particular: "deputy minister" is not "minister". */
export function officesMeant(asked: Asked, offices: Offices, library: Library): readonly Held[] {
  const terms = new Set(asked.topic.map(({ term }) => term));
  const has = (term: string) =>
    terms.has(term) || library.synonyms.of(term, asked.language).some((other) => terms.has(other));
  const named = new Set(asked.mentions.flatMap((mention) => [...mention.records]));
  const fits = offices.filter(({ stems, records }) => {
    const needed = stems.get(asked.language) ?? [];
    return needed.length > 0 && needed.every(has) && records.every((record) => named.has(record));
  });
  const extent = ({ stems, records }: Held) => (stems.get(asked.language)?.length ?? 0) + records.length;
  const widest = Math.max(0, ...fits.map(extent));
  return fits.filter((held) => extent(held) === widest);
}

/** Everything that is prepared once from the knowledge, so that a question costs little. */

import { setImmediate } from 'node:timers/promises';
import { parseDate } from '../knowledge/date.ts';
import type { Knowledge, LoadedPlace, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { textLanguage } from '../knowledge/texts.ts';
import { isNumber } from '../language/numbers.ts';
import { type Days, readDates } from '../language/question-dates.ts';
import { tokenize } from '../language/tokens.ts';
import { createLanguageIndex, type LanguageIndex } from './language-index.ts';
import { createNameIndex, type NameIndex } from './names.ts';
import { createRecordIndex, type RecordIndex } from './records.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { createSynonyms, type Synonyms } from './synonyms.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Statements read between two looks at what else is to be done. */
const atOnce = 200;

/** What a statement speaks of, read from its links and from its text. */
export interface Facets {
  /** Its record, what its event links, what its text names, and who says so. */
  readonly about: ReadonlySet<LoadedRecord>;
  /** What its text names, in order. */
  readonly named: readonly LoadedRecord[];
  /** The days its text gives, in order. */
  readonly days: readonly Days[];
  /** Whether its text has a number that is part of no date, in digits or words. */
  readonly number: boolean;
  /** Whether its text has a number that may be a year of any time. */
  readonly year: boolean;
  /** Folded words of its text in a language that begin with a capital in mid-sentence: names, mostly. */
  capitals(language: string): ReadonlySet<string>;
}

export interface Library {
  readonly names: NameIndex;
  readonly records: RecordIndex;
  readonly vocabulary: Vocabulary;
  readonly synonyms: Synonyms;
  readonly spelling: Spelling;
  /** The years of the pack's period. */
  readonly years: readonly number[];
  /** The statements in a language of the pack, or in its first one for any other. */
  index(language: string): LanguageIndex;
  /** Whether the statements of a language write a folded word small, so that it is no mere name. */
  isWord(folded: string, language: string): boolean;
  facets(statement: LoadedStatement): Facets;
  /** Statements that speak of a record, its own first. */
  about(record: LoadedRecord): readonly LoadedStatement[];
  /** Statements with a figure of a measure. */
  measuring(measure: string): readonly LoadedStatement[];
  /** The records that a record's title names. */
  namedInTitle(record: LoadedRecord): ReadonlySet<LoadedRecord>;
  /** The place and all that it is part of, from the nearest. */
  within(place: LoadedPlace): readonly LoadedRecord[];
}

/** Prepares knowledge for questions, letting whatever else is to be done go on between its steps. */
export async function createLibrary(knowledge: Knowledge): Promise<Library> {
  const period = parseDate(knowledge.pack.period);
  const [first, last] = [period.from, period.to].map((day) => Number(day?.slice(0, 4) ?? Number.NaN));
  const years = first && last ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  const words = wordsOf(knowledge);
  await setImmediate();
  const names = createNameIndex(knowledge, words);
  await setImmediate();
  const synonyms = createSynonyms(knowledge.pack);
  const vocabulary = createVocabulary(knowledge, years);
  const indices = new Map<string, LanguageIndex>();
  for (const language of knowledge.pack.languages)
    indices.set(language, await createLanguageIndex(knowledge, language, synonyms));
  const [firstIndex] = indices.values();
  const facets = new Map<LoadedStatement, Facets>();
  const about = new Map<LoadedRecord, LoadedStatement[]>();
  const measuring = new Map<string, LoadedStatement[]>();
  const inTitles = new Map<LoadedRecord, ReadonlySet<LoadedRecord>>();
  const namedIn = (words: string | Record<string, string>) => {
    const texts: Record<string, string> = typeof words === 'string' ? { en: words } : words;
    const language = textLanguage(texts, 'en');
    return names
      .mentions(tokenize(texts[language] as string), language, () => true)
      .flatMap(({ records }) => records.slice(0, 1));
  };

  for (const [at, statement] of knowledge.statements.entries()) {
    if (at % atOnce === 0) await setImmediate();
    const read = readFacets(statement);
    facets.set(statement, read);
    for (const { measure } of statement.figures) measuring.getOrInsertComputed(measure, () => []).push(statement);
    for (const record of read.about) {
      const list = about.get(record);
      if (list) list.push(statement);
      else about.set(record, [statement]);
    }
  }
  for (const [record, list] of about) list.sort((a, b) => Number(b.record === record) - Number(a.record === record));

  function readFacets(statement: LoadedStatement): Facets {
    const { record } = statement;
    const language = textLanguage(statement.text, 'en');
    const tokens = tokenize(statement.text[language] as string);
    const dates = readDates(tokens, record.date?.from ? [Number(record.date.from.slice(0, 4))] : []);
    const named = names.mentions(tokens, language, () => true).flatMap((mention) => mention.records.slice(0, 1));
    const speakers = statement.speakers.flatMap((speaker) =>
      'record' in speaker ? [speaker.record] : namedIn(speaker.words),
    );
    const linked = record.type === 'event' ? [...record.people, ...record.organisations, ...record.places] : [];
    const capitals = new Map<string, ReadonlySet<string>>();
    const inDate = (at: number) => dates.some((date) => at >= date.first && at < date.end);
    return {
      about: new Set([record, ...linked, ...named, ...speakers]),
      named,
      days: dates.flatMap((date) => date.periods.slice(0, 1)).map(closed),
      capitals: (wanted) => capitals.getOrInsertComputed(wanted, () => capitalised(statement.text, wanted)),
      number: tokens.some((token, at) => isNumber(token.folded) && !inDate(at)),
      year: tokens.some((token) => /^\d{3,4}$/.test(token.folded)),
    };
  }

  return {
    names,
    vocabulary,
    synonyms,
    spelling: createSpelling(words),
    years,
    records: createRecordIndex(knowledge),
    index: (language) => (indices.get(language) ?? firstIndex) as LanguageIndex,
    isWord: (folded, language) => words.get(language)?.get(folded)?.small ?? false,
    facets: (statement) => facets.get(statement) as Facets,
    about: (record) => about.get(record) ?? [],
    measuring: (measure) => measuring.get(measure) ?? [],
    namedInTitle: (record) => inTitles.getOrInsertComputed(record, () => new Set(namedIn(record.title))),
    within(place) {
      const found: LoadedRecord[] = [];
      for (let at: LoadedRecord | undefined = place; at?.type === 'place' && !found.includes(at); ) {
        found.push(at);
        at = at.within;
      }
      return found;
    },
  };
}

function capitalised(texts: Record<string, string>, language: string): ReadonlySet<string> {
  const tokens = tokenize(texts[textLanguage(texts, language)] as string);
  return new Set(tokens.flatMap((token) => (token.capital && token.start > 0 ? [token.folded] : [])));
}

/** "By 9 June", "after 2017" in a statement speak of that day or year, not of all time before or since. */
const closed = ({ from, to }: Days): Days => ({ from: from ?? to, to: to ?? from });

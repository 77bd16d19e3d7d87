/** The index of statements: MiniSearch brings candidates, features of each decide their order. */
import MiniSearch from 'minisearch';
import type { Knowledge, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { type Analysed, analyse, tokenize } from '../language/tokens.ts';
import { type Entry, featuresOf, type TextFeatures, wantedOf } from './features.ts';
import type { Synonyms } from './synonyms.ts';
import { score } from './weights.ts';

export interface Candidate {
  readonly statement: LoadedStatement;
  readonly features: TextFeatures;
  readonly score: number;
}

export interface SearchOptions {
  /** Considered whatever their words. */
  readonly also?: Iterable<LoadedStatement>;
  /** Whether a statement holds the kind of thing that is asked for. */
  readonly holds?: (statement: LoadedStatement) => boolean;
}

export interface StatementIndex {
  /** Statements that share words with the question, best first. */
  search(asked: Analysed, language: string, options?: SearchOptions): Candidate[];
  /** How telling a term is: its inverse document frequency as a share of the highest, 1 where no statement has it. */
  weight(term: string, language: string): number;
  /** Whether any statement or title has the term. */
  knows(term: string, language: string): boolean;
  /** Whether a record's title has a term. */
  titled(record: LoadedRecord, term: string, language: string): boolean;
  /** Share of a record's title that the terms say. */
  titleShare(record: LoadedRecord, terms: ReadonlySet<string>, language: string): number;
  /** Whether any statement or title has the term or one that begins with the same letters, as inflected names do. */
  knowsRoot(term: string, language: string): boolean;
  /** Where a term is: in the statement itself, in its record's title, elsewhere in its record, or nowhere. */
  covered(statement: LoadedStatement, term: string, language: string): 'statement' | 'title' | 'record' | null;
  /** How nearly a statement with its title says a term: 1 the term, 0.8 a word of the same root, less elsewhere. */
  nearness(statement: LoadedStatement, term: string, language: string): number;
}

const considered = 50;
const titleBoost = 0.5;
const synonymBoost = 0.3;
/** Terms this common bring no candidates where enough others do: they cost most of the time, and features count them. */
const commonWeight = 0.25;
const fewTelling = 2;
const fewRelatives = 6;

/** The language in which a text is shown to a reader of `language`: that one, else the first there is. */
export const textLanguage = (texts: Record<string, string>, language: string): string =>
  language in texts ? language : 'en' in texts ? 'en' : (Object.keys(texts)[0] ?? language);

export function createStatementIndex(knowledge: Knowledge, synonyms: Synonyms): StatementIndex {
  const { languages } = knowledge.pack;
  const fields = languages.flatMap((language) => [`text-${language}`, `title-${language}`]);
  const index = new MiniSearch<{ id: number; [field: string]: unknown }>({
    fields,
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  const entries = new Map<string, Entry[]>(languages.map((language) => [language, []]));
  const frequency = new Map<string, Map<string, number>>(languages.map((language) => [language, new Map()]));
  const numbers = new Map<LoadedStatement, number>();
  const recordTerms = new Map<LoadedRecord, Map<string, Set<string>>>();
  const titles = new Map<LoadedRecord, Map<string, Analysed>>();

  for (const record of knowledge.records.values()) {
    titles.set(
      record,
      new Map(languages.map((l) => [l, analyse(tokenize(record.title[textLanguage(record.title, l)] ?? ''), l)])),
    );
    recordTerms.set(record, new Map(languages.map((l) => [l, new Set(titles.get(record)?.get(l)?.terms)])));
  }
  const documents = knowledge.statements.map((statement, id) => {
    const { record } = statement;
    const position = Number(statement.id.slice(statement.id.lastIndexOf('#') + 1));
    const document: { id: number; [field: string]: unknown } = { id };
    numbers.set(statement, id);
    for (const language of languages) {
      const title = titles.get(record)?.get(language) as Analysed;
      const text = analyse(tokenize(statement.text[textLanguage(statement.text, language)] ?? ''), language);
      const all = recordTerms.get(record)?.get(language) as Set<string>;
      for (const term of text.terms) all.add(term);
      const own = new Set(text.terms);
      const meant = synonyms.ofPhrases(text.terms, language).flatMap(({ others }) => others);
      for (const term of meant) {
        own.add(term);
        all.add(term);
      }
      const counts = frequency.get(language) as Map<string, number>;
      for (const term of new Set([...own, ...title.terms])) counts.set(term, (counts.get(term) ?? 0) + 1);
      entries.get(language)?.push({
        statement,
        position,
        text: own,
        title: new Set(title.terms),
        record: all,
        terms: text.terms,
        words: [...text.words, ...title.words],
      });
      document[`text-${language}`] = [...text.terms, ...meant].join(' ');
      document[`title-${language}`] = title.terms.join(' ');
    }
    return document;
  });
  index.addAll(documents);
  const roots = new Map([...frequency].map(([language, terms]) => [language, Map.groupBy(terms.keys(), rootOf)]));
  /** For a term that no statement has, those of its root that some have. */
  const relatives = (term: string, language: string): readonly string[] =>
    frequency.get(language)?.has(term)
      ? []
      : (roots.get(language)?.get(rootOf(term)) ?? []).filter((other) => sameRoot(term, other)).slice(0, fewRelatives);

  const highest = Math.log(1 + knowledge.statements.length);
  const weight = (term: string, language: string) => {
    const count = frequency.get(language)?.get(term) ?? 0;
    return count === 0 ? 1 : Math.log(1 + knowledge.statements.length / count) / highest;
  };

  return {
    weight,
    knows: (term, language) => frequency.get(language)?.has(term) ?? false,
    titleShare(record, terms, language) {
      const own = titles.get(record)?.get(language)?.terms ?? [];
      return own.length === 0 ? 0 : own.filter((term) => terms.has(term)).length / own.length;
    },
    knowsRoot: (term, language) => roots.get(language)?.has(rootOf(term)) ?? false,
    titled: (record, term, language) => titles.get(record)?.get(language)?.terms.includes(term) ?? false,
    covered(statement, term, language) {
      const entry = entries.get(language)?.[numbers.get(statement) as number];
      if (!entry) return null;
      return entry.text.has(term)
        ? 'statement'
        : entry.title.has(term)
          ? 'title'
          : entry.record.has(term)
            ? 'record'
            : null;
    },
    nearness(statement, term, language) {
      const entry = entries.get(language)?.[numbers.get(statement) as number];
      if (!entry) return 0;
      if (entry.text.has(term) || entry.title.has(term)) return 1;
      for (const other of [...entry.text, ...entry.title]) if (sameRoot(term, other)) return 0.8;
      return entry.record.has(term) ? 0.25 : 0;
    },
    search(asked, language, { also = [], holds = () => false } = {}) {
      const own = entries.get(language);
      const phrases = synonyms.ofPhrases(asked.terms, language);
      const inPhrases = (term: string) =>
        phrases.flatMap(({ phrase, others }) => (phrase.includes(term) ? others : []));
      const wanted = wantedOf(
        asked,
        (term) => weight(term, language),
        (term) => [...synonyms.of(term, language), ...inPhrases(term), ...relatives(term, language)],
      );
      if (!own || wanted.terms.length === 0) return [];
      const rare = wanted.terms.filter((_, i) => (wanted.weights[i] as number) > commonWeight);
      const telling = rare.length >= fewTelling ? rare : wanted.terms;
      const others = new Set(wanted.synonyms.flat().filter((term) => !wanted.terms.includes(term)));
      const fields = [`text-${language}`, `title-${language}`];
      const hits = index

        .search([...telling, ...others].join(' '), {
          fields,
          boost: { [`title-${language}`]: titleBoost },
          boostTerm: (_, at) => (at < telling.length ? 1 : synonymBoost),
        })
        .slice(0, considered);
      const matched = new Map(hits.map((hit) => [hit.id as number, hit.score]));
      for (const statement of also) {
        const id = numbers.get(statement);
        if (id !== undefined && !matched.has(id)) matched.set(id, 0);
      }
      const best = hits[0]?.score ?? 1;
      return [...matched]
        .map(([id, raw]) => {
          const entry = own[id] as Entry;
          const around = [1, -1, 2, -2, 3, -3].flatMap((step) => {
            const other = own[id + step];
            return other && other.statement.record === entry.statement.record ? [other] : [];
          });
          const features = featuresOf(entry, wanted, around, raw / best, holds(entry.statement));
          return { statement: entry.statement, features, score: score(features) };
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}

const rootOf = (term: string) => term.slice(0, 5);

/** Stems that share their first five letters or more, and half of the longer one: detention and detain, but not protest and process. */
function sameRoot(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  let shared = 0;
  while (shared < longest && a[shared] === b[shared]) shared++;
  return shared >= 5 && shared >= longest * 0.5;
}

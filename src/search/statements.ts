/** The index of statements: MiniSearch brings candidates, features of each decide their order. */
import MiniSearch from 'minisearch';
import type { Knowledge, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { type Analysed, analyse, tokenize } from '../language/tokens.ts';
import { grams } from './grams.ts';
import { score } from './weights.ts';

/** What text alone says of a candidate, each between 0 and 1. */
export interface TextFeatures {
  /** MiniSearch's score, as a share of the best one. */
  readonly match: number;
  /** Share of the question's terms, by their weight, in the statement; in it and its record's title; in the record. */
  readonly terms: number;
  readonly withTitle: number;
  readonly record: number;
  /** The same in the statements beside it. */
  readonly neighbours: number;
  /** Share of the question's character 4-grams in the statement and its title. */
  readonly grams: number;
  /** 1 for a record's first statement, falling with the position. */
  readonly lead: number;
}

export interface Candidate {
  readonly statement: LoadedStatement;
  readonly features: TextFeatures;
  readonly score: number;
}

export interface StatementIndex {
  /** Statements that share words with the question, best first. `also` are considered whatever their words. */
  search(asked: Analysed, language: string, also?: Iterable<LoadedStatement>): Candidate[];
  /** How telling a term is: its inverse document frequency as a share of the highest, 1 where no statement has it. */
  weight(term: string, language: string): number;
  /** Whether any statement or title has the term. */
  knows(term: string, language: string): boolean;
  /** Which of the terms a statement, its title, or its record has. */
  covered(statement: LoadedStatement, term: string, language: string): 'statement' | 'title' | 'record' | null;
}

interface Entry {
  readonly statement: LoadedStatement;
  readonly position: number;
  readonly text: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly record: ReadonlySet<string>;
  readonly words: readonly string[];
  grams?: ReadonlySet<string>;
}

const considered = 50;
const titleBoost = 0.5;

/** The language in which a text is shown to a reader of `language`: that one, else the first there is. */
export const textLanguage = (texts: Record<string, string>, language: string): string =>
  language in texts ? language : 'en' in texts ? 'en' : (Object.keys(texts)[0] ?? language);

export function createStatementIndex(knowledge: Knowledge): StatementIndex {
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
      const counts = frequency.get(language) as Map<string, number>;
      for (const term of new Set([...own, ...title.terms])) counts.set(term, (counts.get(term) ?? 0) + 1);
      entries.get(language)?.push({
        statement,
        position,
        text: own,
        title: new Set(title.terms),
        record: all,
        words: [...text.words, ...title.words],
      });
      document[`text-${language}`] = text.terms.join(' ');
      document[`title-${language}`] = title.terms.join(' ');
    }
    return document;
  });
  index.addAll(documents);

  const highest = Math.log(1 + knowledge.statements.length);
  const weight = (term: string, language: string) => {
    const count = frequency.get(language)?.get(term) ?? 0;
    return count === 0 ? 1 : Math.log(1 + knowledge.statements.length / count) / highest;
  };

  return {
    weight,
    knows: (term, language) => frequency.get(language)?.has(term) ?? false,
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
    search(asked, language, also = []) {
      const own = entries.get(language);
      const unique = [...new Set(asked.terms)];
      if (!own || unique.length === 0) return [];
      const hits = index
        .search(unique.join(' '), {
          fields: [`text-${language}`, `title-${language}`],
          boost: { [`title-${language}`]: titleBoost },
        })
        .slice(0, considered);
      const matched = new Map(hits.map((hit) => [hit.id as number, hit.score]));
      for (const statement of also) {
        const id = numbers.get(statement);
        if (id !== undefined && !matched.has(id)) matched.set(id, 0);
      }
      const best = hits[0]?.score ?? 1;
      const weights = unique.map((term) => weight(term, language));
      const total = weights.reduce((sum, w) => sum + w, 0) || 1;
      const share = (has: (term: string) => boolean) =>
        unique.reduce((sum, term, i) => sum + (has(term) ? (weights[i] as number) : 0), 0) / total;
      const wanted = grams(asked.words);
      return [...matched]
        .map(([id, raw]) => {
          const entry = own[id] as Entry;
          const beside = [id - 1, id + 1]
            .map((at) => own[at])
            .filter((e) => e?.statement.record === entry.statement.record);
          entry.grams ??= grams(entry.words);
          const features: TextFeatures = {
            match: raw / best,
            terms: share((term) => entry.text.has(term)),
            withTitle: share((term) => entry.text.has(term) || entry.title.has(term)),
            record: share((term) => entry.record.has(term)),
            neighbours: share((term) => beside.some((e) => e?.text.has(term))),
            grams: wanted.size ? count(wanted, entry.grams) / wanted.size : 0,
            lead: 1 / (1 + entry.position),
          };
          return { statement: entry.statement, features, score: score(features) };
        })
        .sort((a, b) => b.score - a.score);
    },
  };
}

function count(wanted: ReadonlySet<string>, has: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of wanted) if (has.has(gram)) shared++;
  return shared;
}

/** What a candidate's words say of it, beside a question's. */
import type { LoadedStatement } from '../knowledge/model.ts';
import type { Analysed } from '../language/tokens.ts';
import { grams, pairs } from './grams.ts';

/** Each between 0 and 1. */
export interface TextFeatures {
  /** MiniSearch's score, as a share of the best one. */
  readonly match: number;
  /** Share of the question's terms, by their weight, in the statement; in it or its record's title; in the record. */
  readonly terms: number;
  readonly withTitle: number;
  readonly record: number;
  /** The same in the statements beside it; in those up to three away. */
  readonly neighbours: number;
  readonly around: number;
  /** Share of the question's character 4-grams in the statement and its title. */
  readonly grams: number;
  /** How nearly it is one of the questions that the statement says it answers. */
  readonly asked: number;
  /** Share of the question's neighbouring terms that stand near each other in the statement too. */
  readonly pairs: number;
  /** 1 where it holds the kind of thing that is asked for: a day, a number, a name. */
  readonly holds: number;
  /** Logarithm of its length in terms, as a share of that of 100 terms. */
  readonly length: number;
  /** 1 for a record's first statement, falling with the position. */
  readonly lead: number;
}

/** A statement as the index knows it, in one language. */
export interface Entry {
  readonly statement: LoadedStatement;
  /** Within its record, from 0. */
  readonly position: number;
  /** In order, for pairs. */
  readonly terms: readonly string[];
  readonly text: ReadonlySet<string>;
  readonly title: ReadonlySet<string>;
  readonly record: ReadonlySet<string>;
  /** Of the statement and its title. */
  readonly words: readonly string[];
  /** The terms of the questions that it answers. */
  readonly questionTerms: ReadonlySet<string>;
  /** Made when first needed: only candidates need them. */
  grams?: ReadonlySet<string>;
  pairs?: ReadonlySet<string>;
}

/** A question, with what is computed once for all its candidates. */
export interface Wanted {
  readonly terms: readonly string[];
  /** For each term, those that may stand for it. */
  readonly synonyms: readonly (readonly string[])[];
  readonly weights: readonly number[];
  readonly total: number;
  /** For each term that says one of the question's: which of them, and how nearly. */
  readonly said: ReadonlyMap<string, readonly Said[]>;
  /** What sets of terms that were looked at say of each of the question's terms: a statement is also beside others. */
  readonly seen: Map<ReadonlySet<string>, Float64Array>;
  readonly grams: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** What a synonym counts beside the word itself. */
export const synonymWorth = 0.8;

interface Said {
  /** Position among the question's terms. */
  readonly at: number;
  readonly worth: number;
}

export function wantedOf(
  asked: Analysed,
  weight: (term: string) => number,
  synonyms: (term: string) => readonly string[],
): Wanted {
  const terms = [...new Set(asked.terms)];
  const weights = terms.map(weight);
  const total = weights.reduce((sum, one) => sum + one, 0) || 1;
  const others = terms.map(synonyms);
  const said = new Map<string, Said[]>();
  const add = (term: string, one: Said) => said.getOrInsertComputed(term, () => []).push(one);
  terms.forEach((term, at) => {
    add(term, { at, worth: 1 });
    for (const other of others[at] ?? []) if (other !== term) add(other, { at, worth: synonymWorth });
  });
  return {
    terms,
    synonyms: others,
    weights,
    total,
    said,
    seen: new Map(),
    grams: grams(asked.words),
    pairs: pairs(asked.terms, 1),
  };
}

/**
 * @param around the statements of the same record up to three before and after, nearest first.
 * @param match MiniSearch's score as a share of the best one. @param asked how near one of its questions is.
 */
export function featuresOf(
  entry: Entry,
  wanted: Wanted,
  around: readonly Entry[],
  match: number,
  asked: number,
  holds: boolean,
): TextFeatures {
  entry.grams ??= grams(entry.words);
  entry.pairs ??= pairs(entry.terms, 3);
  const texts = around.map(({ text }) => text);
  const beside = texts.slice(0, 2);
  return {
    match,
    terms: saidShare(wanted, [entry.text]),
    withTitle: saidShare(wanted, [entry.text, entry.title]),
    record: shareIn(entry.record, wanted),
    neighbours: saidShare(wanted, beside),
    around: saidShare(wanted, texts),
    grams: shareOf(wanted.grams, entry.grams),
    asked,
    pairs: shareOf(wanted.pairs, entry.pairs),
    holds: holds ? 1 : 0,
    length: Math.min(1, Math.log(1 + entry.terms.length) / Math.log(101)),
    lead: 1 / (1 + entry.position),
  };
}

/** How nearly a set of terms says each of the question's. */
function worthOf(terms: ReadonlySet<string>, { terms: wanted, said }: Wanted): Float64Array {
  const worth = new Float64Array(wanted.length);
  for (const term of terms)
    for (const one of said.get(term) ?? []) if (one.worth > (worth[one.at] as number)) worth[one.at] = one.worth;
  return worth;
}

/** Share of the question's terms, by their weight, that some small sets say. */
function saidShare(wanted: Wanted, sets: readonly ReadonlySet<string>[]): number {
  const worths = sets.map((terms) => wanted.seen.getOrInsertComputed(terms, () => worthOf(terms, wanted)));
  let sum = 0;
  for (let at = 0; at < wanted.weights.length; at++) {
    let most = 0;
    for (const worth of worths) if ((worth[at] as number) > most) most = worth[at] as number;
    sum += most * (wanted.weights[at] as number);
  }
  return sum / wanted.total;
}

/** The same of a large set, of which every form is asked. */
function shareIn(terms: ReadonlySet<string>, { terms: wanted, synonyms, weights, total }: Wanted): number {
  const worth = (term: string, at: number) =>
    terms.has(term) ? 1 : synonyms[at]?.some((other) => terms.has(other)) ? synonymWorth : 0;
  return wanted.reduce((sum, term, at) => sum + (weights[at] as number) * worth(term, at), 0) / total;
}

function shareOf(wanted: ReadonlySet<string>, has: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let shared = 0;
  for (const one of wanted) if (has.has(one)) shared++;
  return shared / wanted.size;
}

/** Which words the knowledge has in a language, and which of them may stand for one that a question has. */
import { memo } from '../language/memo.ts';
import type { Synonyms } from './synonyms.ts';

export interface WordForms {
  /** Whether any statement, title or question that a statement answers has the term. */
  knows(term: string): boolean;
  /** The same of the term or one that begins with the same letters, as inflected names do. */
  knowsRoot(term: string): boolean;
  /** A term and those known that mean the same. */
  of(term: string): readonly string[];
  /** Known terms of the same root as a term. */
  ofSameRoot(term: string): readonly string[];
  /** Known terms of the same root as a term or as one that means the same. */
  relatives(term: string): readonly string[];
}

/** @param known every term there is, in a language (BCP 47 tag). */
export function createWordForms(known: ReadonlySet<string>, synonyms: Synonyms, language: string): WordForms {
  const roots = Map.groupBy(known, rootOf);
  const ofSameRoot = (term: string): readonly string[] =>
    (roots.get(rootOf(term)) ?? []).filter((other) => sameRoot(term, other));
  return {
    knows: (term) => known.has(term),
    knowsRoot: (term) => roots.has(rootOf(term)),
    of: memo((term): readonly string[] => [term, ...synonyms.of(term, language).filter((other) => known.has(other))]),
    ofSameRoot,
    relatives: memo((term): readonly string[] => [
      ...new Set([term, ...synonyms.of(term, language)].flatMap(ofSameRoot)),
    ]),
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

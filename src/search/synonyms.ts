/** Terms that ask for the same as a term: everyday words of the language and those of the pack. */
import type { Pack } from '../knowledge/schema.ts';
import { everyday } from '../language/synonyms.ts';
import { analyse, tokenize } from '../language/tokens.ts';

export interface Synonyms {
  /** Other stems that may stand for a stem; empty where there is none. */
  of(term: string, language: string): readonly string[];
}

/** Phrases of several words stand for others only by their last word alone, where it is the only content word. */
export function createSynonyms(pack: Pack): Synonyms {
  const others = new Map<string, Map<string, Set<string>>>();
  for (const language of pack.languages) {
    const map = new Map<string, Set<string>>();
    for (const group of [...(everyday[language] ?? []), ...(pack.synonyms[language] ?? [])]) {
      const stems = group
        .map((phrase) => analyse(tokenize(phrase), language).terms)
        .filter((terms) => terms.length === 1);
      const terms = [...new Set(stems.flat())];
      for (const term of terms)
        for (const other of terms) if (other !== term) map.getOrInsertComputed(term, () => new Set()).add(other);
    }
    others.set(language, map);
  }
  return { of: (term, language) => [...(others.get(language)?.get(term) ?? [])] };
}

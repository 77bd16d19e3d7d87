/** Terms that ask for the same as a term: everyday words of the language and those of the pack. */
import type { Pack } from '../knowledge/schema.ts';
import { everyday } from '../language/synonyms.ts';
import { analyse, tokenize } from '../language/tokens.ts';

export interface Synonyms {
  /** Other stems that may stand for a stem; empty where there is none. */
  of(term: string, language: string): readonly string[];
  /**
   * For stems in order, those that a phrase of several words among them may stand for: "head of state" for president.
   * A phrase counts where all its words stand within a few of each other, in any order.
   */
  ofPhrases(terms: readonly string[], language: string): readonly PhraseFound[];
}

export interface PhraseFound {
  /** The phrase's own stems. */
  readonly phrase: readonly string[];
  readonly others: readonly string[];
}

/** Words that may stand between two of a phrase: "put his sons in prison". */
const between = 2;

export function createSynonyms(pack: Pack): Synonyms {
  const words = new Map<string, Map<string, Set<string>>>();
  /** By each phrase's first stem. */
  const phrases = new Map<string, Map<string, PhraseFound[]>>();
  for (const language of pack.languages) {
    const map = new Map<string, Set<string>>();
    const longer = new Map<string, PhraseFound[]>();
    for (const group of [...everyday(language), ...(pack.synonyms[language] ?? [])]) {
      const stems = group.map((phrase) => analyse(tokenize(phrase), language).terms);
      const terms = [...new Set(stems.filter((one) => one.length === 1).flat())];
      for (const term of terms)
        for (const other of terms) if (other !== term) map.getOrInsertComputed(term, () => new Set()).add(other);
      if (terms.length > 0)
        for (const phrase of stems.filter((one) => one.length > 1))
          longer.getOrInsertComputed(phrase[0] as string, () => []).push({ phrase, others: terms });
    }
    words.set(language, map);
    phrases.set(language, longer);
  }
  const listed = new Map(
    [...words].map(([language, map]) => [language, new Map([...map].map(([term, others]) => [term, [...others]]))]),
  );
  return {
    of: (term, language) => listed.get(language)?.get(term) ?? [],
    ofPhrases(terms, language) {
      const longer = phrases.get(language);
      if (!longer?.size) return [];
      return terms.flatMap((term, at) => (longer.get(term) ?? []).filter(({ phrase }) => isNear(phrase, terms, at)));
    },
  };
}

/** Whether all of a phrase stands around a place among the terms. */
function isNear(phrase: readonly string[], terms: readonly string[], at: number): boolean {
  const reach = phrase.length - 1 + between;
  const window = terms.slice(Math.max(0, at - reach), at + reach + 1);
  return phrase.every((term) => window.includes(term));
}

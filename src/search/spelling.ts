/** Slips of the finger in the words of a question, mended by the words that the statements use. */
import { distance } from './distance.ts';
import type { Words } from './words.ts';

export interface Spelling {
  /**
   * The word that a folded word most likely is: itself where the statements use it, or none is one slip away. Short
   * words and first letters are never mended: too many words are neighbours, and a question about something else must
   * not become one about the records.
   */
  mend(folded: string, language: string): string;
}

const shortest = 6;
/** A word must be used so often to be what was meant. */
const used = 2;

export function createSpelling(words: Words): Spelling {
  const byBeginning = new Map(
    [...words].map(([language, uses]) => [language, Map.groupBy(uses.keys(), (word) => word[0] as string)]),
  );
  return {
    mend(folded, language) {
      const uses = words.get(language);
      if (!uses || folded.length < shortest || /\d/.test(folded) || uses.has(folded)) return folded;
      const count = (word: string) => uses.get(word)?.count ?? 0;
      let best: string | null = null;
      for (const word of byBeginning.get(language)?.get(folded[0] as string) ?? []) {
        const often = count(word);
        if (often < used || (best && often <= count(best))) continue;
        if (distance(folded, word, 2) === 1) best = word;
      }
      return best ?? folded;
    },
  };
}

/** Slips of the finger in the words of a question, mended by the words that the statements use. */
import type { Knowledge } from '../knowledge/model.ts';
import { tokenize } from '../language/tokens.ts';
import { distance } from './distance.ts';

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

export function createSpelling(knowledge: Knowledge): Spelling {
  const counts = new Map<string, Map<string, number>>();
  for (const { text } of knowledge.statements)
    for (const [language, own] of Object.entries(text)) {
      const words = counts.getOrInsertComputed(language, () => new Map());
      for (const { folded } of tokenize(own)) words.set(folded, (words.get(folded) ?? 0) + 1);
    }
  const byBeginning = new Map(
    [...counts].map(([language, words]) => [language, Map.groupBy(words.keys(), (word) => word[0] as string)]),
  );
  return {
    mend(folded, language) {
      const words = counts.get(language);
      if (!words || folded.length < shortest || /\d/.test(folded) || words.has(folded)) return folded;
      let best: string | null = null;
      for (const word of byBeginning.get(language)?.get(folded[0] as string) ?? []) {
        const often = words.get(word) ?? 0;
        if (often < used || (best && often <= (words.get(best) ?? 0))) continue;
        if (distance(folded, word, 2) === 1) best = word;
      }
      return best ?? folded;
    },
  };
}

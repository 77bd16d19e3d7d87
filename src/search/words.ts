/** The words of the statements, by language. */
import type { Knowledge } from '../knowledge/model.ts';
import { tokenize } from '../language/tokens.ts';

export interface WordUse {
  /** How often. */
  count: number;
  /** Written small at least once: "leader" is no name although a title has it. */
  small: boolean;
}

/** By language, each folded word of the statements and its use. */
export type Words = ReadonlyMap<string, ReadonlyMap<string, WordUse>>;

export function wordsOf(knowledge: Knowledge): Words {
  const words = new Map<string, Map<string, WordUse>>();
  for (const { text } of knowledge.statements)
    for (const [language, own] of Object.entries(text)) {
      const uses = words.getOrInsertComputed(language, () => new Map());
      for (const { folded, capital } of tokenize(own)) {
        const use = uses.getOrInsertComputed(folded, () => ({ count: 0, small: false }));
        use.count++;
        if (!capital) use.small = true;
      }
    }
  return words;
}

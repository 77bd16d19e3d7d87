/** Words that say little of what is asked ("finally", "получить", "нақты"): a statement may answer without them. */
import { analyse, tokenize } from './tokens.ts';
import { wordList } from './word-list.ts';

const lists = new Map<string, ReadonlySet<string>>();

/** Whether a stem is one of the language's light words, in any of its forms. */
export function isLight(stem: string, language: string): boolean {
  const list = lists.getOrInsertComputed(language, () => {
    const words = wordList('light-words', language).flat();
    return new Set(words.flatMap((word) => analyse(tokenize(word), language).terms));
  });
  return list.has(stem);
}

/** What stands beside the word that asks: "what **medal** did …", "сколько **тонн** …". */
import { isLight } from '../language/light-words.ts';
import type { AskingWords } from '../language/question-kind.ts';
import type { Token } from '../language/tokens.ts';
import type { Topic } from './asked.ts';

/** How many words after the one that asks belong to it. */
const besideAsking = 3;

const copula = /^(is|are|was|were|the|a|an|была?|было|были)$/;

/** Kazakh asks after the noun: "қанша **теңге**", but "**жалақысы** қандай". */
export function focusOf(
  tokens: readonly Token[],
  topic: readonly Topic[],
  { kind, first, end }: AskingWords,
  language: string,
): Topic[] {
  if (kind === 'words' || kind === 'yes-no') return [];
  const found: Topic[] = [];
  const topicAt = (at: number) => topic.find(({ token }) => token === tokens[at]);
  let from = end;
  while (copula.test(tokens[from]?.folded ?? '')) from++;
  for (let at = from; at < from + besideAsking; at++) {
    const one = topicAt(at);
    if (one) found.push(one);
    else if (tokens[at]?.folded !== 'of') break;
  }
  const before = language === 'kk' ? topicAt(first - 1) : undefined;
  return (before ? [...found, before] : found).filter(({ term }) => !isLight(term, language));
}

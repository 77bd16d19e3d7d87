/** "Nurlan Bokayev", "the capital of France": a name that records know, of somebody or something that they do not. */
import { isStopWord, stem, type Token } from '../language/tokens.ts';
import type { Library } from '../search/library.ts';
import type { Mention } from '../search/names.ts';

/**
 * A word written as a name that makes a mention one of something else: a given name that no person of that surname has
 * ("Nurlan Bokayev"), or the country beside a common noun that stands for a place ("the capital of France").
 */
export function strangerIn(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  language: string,
  library: Library,
): string | null {
  const named = new Set(mentions.flatMap(({ first, end }) => tokens.slice(Math.max(0, first), end)));
  const isWord = (token: Token) => library.isWord(token.folded, language);
  for (const [i, { first, end, full, records }] of mentions.entries()) {
    if (first < 0) continue;
    const type = records[0]?.type;
    const next = mentions[i + 1];
    const givenName = type === 'person' && !full && next?.first === end && !next.full ? next : undefined;
    if (givenName?.records[0]?.type === 'person' && !givenName.records.some((record) => records.includes(record)))
      return tokens[first]?.text ?? null;
    const common = tokens.slice(first, end).every((token) => !token.capital || (token.start === 0 && isWord(token)));
    if (!(type === 'person' && !full) && !(type === 'place' && common)) continue;
    const after = tokens[end]?.folded === 'of' ? end + 1 : end;
    for (const beside of [tokens[first - 1], tokens[after]]) {
      if (!beside?.capital || named.has(beside) || isStopWord(beside.folded, language) || isWord(beside)) continue;
      const known = library.index(language).knowsRoot(stem(beside.folded, language));
      if (type === 'place' || library.names.has(beside.folded, language) || (!known && beside.start > 0))
        return beside.text;
    }
  }
  return null;
}

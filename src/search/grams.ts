/** The character 4-grams of words, each word with a mark at its ends, so that short words have one too. */
export function grams(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = `^${word}$`;
    if (padded.length <= 4) found.add(padded);
    else for (let at = 0; at + 4 <= padded.length; at++) found.add(padded.slice(at, at + 4));
  }
  return found;
}

/** Terms that stand at most `reach` apart, as unordered pairs. */
export function pairs(terms: readonly string[], reach: number): Set<string> {
  const found = new Set<string>();
  terms.forEach((term, at) => {
    for (const other of terms.slice(at + 1, at + 1 + reach))
      found.add(term < other ? `${term} ${other}` : `${other} ${term}`);
  });
  return found;
}

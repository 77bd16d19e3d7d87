/** Remembers what a function of one word gives, for words that come again and again; forgets all where too many came. */
export function memo(compute: (word: string) => string, limit = 50_000): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let result = known.get(word);
    if (result === undefined) {
      result = compute(word);
      if (known.size >= limit) known.clear();
      known.set(word, result);
    }
    return result;
  };
}

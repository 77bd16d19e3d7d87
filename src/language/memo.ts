/** Remembers what a function of one word gives, for words that come again and again; forgets all where too many came. */
export function memo<Result>(compute: (word: string) => Result, limit = 50_000): (word: string) => Result {
  const known = new Map<string, Result>();
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

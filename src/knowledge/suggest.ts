/** "Did you mean …?" for a word that is not on the list. */

/** Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions, neighbours swapped. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (current[column - 1] as number) + 1,
        (previous[column] as number) + 1,
        (previous[column - 1] as number) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] as number) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}

/** The listed word that is nearest to the given one, within a third of its length; else nothing. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; apart: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const apart = distance(word, candidate);
    if (apart <= limit && (!best || apart < best.apart)) best = { word: candidate, apart };
  }
  return best?.word;
}

/** A remedy for an unknown word: the nearest one, else the list where that is short, else the given advice. */
export function suggest(word: string, known: Iterable<string>, otherwise = 'correct it'): string {
  const all = [...known];
  const near = nearest(word, all);
  if (near) return `did you mean “${near}”?`;
  return all.length > 0 && all.length <= 20 ? `choose one of ${all.join(', ')}` : otherwise;
}

/** From measurements to what is printed of them. */

/** The value below which this part of the values lies: 0.5 for the median. @param values in any order, at least one. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A Markdown table, its columns padded, so that it can be read and stand in a page as it is printed. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  return lines
    .map((cells) => {
      const padded = cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, cell === '---' ? '-' : ' '));
      return `| ${padded.join(' | ')} |`;
    })
    .join('\n');
}

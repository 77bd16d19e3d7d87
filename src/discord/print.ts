/** Blocks as Markdown. What was printed once is remembered: laying out asks for the same lines again and again. */
import type { Source } from '../knowledge/schema.ts';
import type { Block } from '../timeline/block.ts';
import { escapeMarkdown, link, plainLine, safeUrl } from './escape.ts';
import type { Layout } from './pages.ts';

/** An address longer than this stands nowhere; the publisher and headline then name the page. */
export const LONGEST_URL = 1000;

/** Prints pages of a layout in which each source has its number. */
export function createPrinter(
  layout: Layout,
  numbers: ReadonlyMap<string, number>,
): (page: readonly Block[]) => string {
  const lines = new Map<Block, string>();
  const entries = new Map<string, string>();
  const cites = new Map<string, string>();
  const number = (source: Source): number => numbers.get(source.id) ?? 0;
  const cite = (source: Source): string => cites.getOrInsertComputed(source.id, () => citation(number(source), source));
  const entry = (source: Source): string =>
    entries.getOrInsertComputed(source.id, () => `\\[${number(source)}\\] ${layout.describe(source)}`);
  const line = (block: Block): string => lines.getOrInsertComputed(block, () => printBlock(block, cite));
  const heading = `**${escapeMarkdown(layout.heading)}**`;

  return (page) => {
    const printed = page.filter((block) => block.style !== 'listed' || block.text).map(line);
    if (layout.top) printed.unshift(layout.top);
    const cited = new Map(page.flatMap((block) => (block.sources ?? []).map((source) => [source.id, source])));
    const sources = [...cited.values()].sort((one, other) => number(one) - number(other)).map(entry);
    return [...printed, ...(sources.length > 0 ? ['', heading, ...sources] : [])].join('\n').trimStart();
  };
}

function printBlock(block: Block, cite: (source: Source) => string): string {
  const text = escapeMarkdown(plainLine(block.text));
  const label = block.label ? `**${escapeMarkdown(plainLine(block.label))}** ` : '';
  const who = block.attribution ? ` — *${escapeMarkdown(plainLine(block.attribution))}*` : '';
  const shown = block.style === 'listed' ? [] : (block.sources ?? []);
  const unique = [...new Map(shown.map((source) => [source.id, source])).values()];
  const cites = unique.map((source) => ` ${cite(source)}`).join('');
  const strong = (block.style === 'lead' || block.style === 'heading') && text;
  const line = `${label}${strong ? `**${text}**` : text}${who}${cites}`;
  if (block.style === 'heading') return `\n${line}`;
  return block.style === 'item' ? `• ${line}` : line;
}

function citation(number: number, source: Source): string {
  return safeUrl(source.url).length > LONGEST_URL ? `\\[${number}\\]` : link(`[${number}]`, source.url);
}

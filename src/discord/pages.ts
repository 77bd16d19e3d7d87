/** Lays cited text out in pages: what does not fit goes on, no word or link is cut, and no citation is dropped. */
import type { Source } from '../knowledge/schema.ts';
import { escapeMarkdown, link, plainLine, safeUrl } from './escape.ts';
import { split } from './limits.ts';

/** A line of a message, in plain text: it is escaped when laid out. */
export interface Block {
  text: string;
  /**
   * `lead`: bold, on top. `heading`: bold, kept with what follows. `item`: with a bullet. `listed`: its sources are
   * listed below without a number in the line, and a line without text takes no room.
   */
  style?: 'lead' | 'heading' | 'item' | 'listed';
  /** Words before the text, in bold: "Where". */
  label?: string;
  /** Who says so; stands in the same line, after a dash. */
  attribution?: string | null;
  sources?: readonly Source[];
}

export interface Layout {
  /** Characters a page may take. */
  room: number;
  /** Heading of the sources below each page. */
  heading: string;
  /** Markdown of a source without its number: publisher, headline, date, language. */
  describe: (source: Source) => string;
  /** Markdown repeated at the top of each page. */
  top?: string;
}

/** An address longer than this stands nowhere; the publisher and headline then name the page. */
export const LONGEST_URL = 1000;

/**
 * Markdown of each page, one at least. A page lists the sources of its own lines; the numbers are the same throughout.
 */
export function layOut(blocks: readonly Block[], layout: Layout): string[] {
  const numbers = new Map<string, number>();
  for (const source of blocks.flatMap((block) => block.sources ?? []))
    if (!numbers.has(source.id)) numbers.set(source.id, numbers.size + 1);
  const render = (page: readonly Block[]): string => renderPage(page, layout, numbers);
  const fits = (page: readonly Block[]): boolean => render(page).length <= layout.room;

  const pages: Block[][] = [];
  let page: Block[] = [];
  const queue = [...blocks];
  for (let at = 0; at < queue.length; at++) {
    const block = queue[at] as Block;
    const next = block.style === 'heading' ? queue[at + 1] : undefined;
    if (fits([...page, block, ...(next && fits([block, next]) ? [next] : [])])) page.push(block);
    else if (page.length === 0) {
      const pieces = divide(block, fits, layout.room);
      page.push(pieces[0] as Block);
      queue.splice(at + 1, 0, ...pieces.slice(1));
    } else {
      pages.push(page);
      page = [];
      at--;
    }
  }
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return pages.map(render);
}

/** A block too long for a page of its own, as several: first the text, then the sources that found no room beside it. */
function divide(block: Block, fits: (page: readonly Block[]) => boolean, room: number): Block[] {
  const sources = [...(block.sources ?? [])];
  const bare = { ...block, sources: [] };
  if (!fits([bare])) {
    const size = Math.floor(room / 3);
    const cut = split(plainLine(block.text), size, (piece) => escapeMarkdown(piece).length);
    const texts = cut.length > 0 ? cut : [''];
    const who = block.attribution
      ? split(plainLine(block.attribution), size, (piece) => escapeMarkdown(piece).length)
      : [];
    const last = who.length > 1 ? who.map((text) => ({ text })) : [];
    const pieces: Block[] = texts.map((text, n) => ({
      ...block,
      text,
      ...(n > 0 ? { label: undefined } : {}),
      attribution: n === texts.length - 1 && who.length === 1 ? who[0] : null,
      sources: [],
    }));
    pieces.push(...last);
    const end = pieces.pop() as Block;
    return [...pieces, ...divideSources({ ...end, sources }, sources, fits)];
  }
  return divideSources(block, sources, fits);
}

function divideSources(block: Block, sources: readonly Source[], fits: (page: readonly Block[]) => boolean): Block[] {
  const pieces: Block[] = [];
  let current: Block = { ...block, sources: [] };
  for (const source of sources) {
    const more: Block = { ...current, sources: [...(current.sources ?? []), source] };
    if (fits([more])) current = more;
    else {
      pieces.push(current);
      current = { text: '…', sources: [source] };
    }
  }
  return [...pieces, current];
}

function renderPage(page: readonly Block[], layout: Layout, numbers: ReadonlyMap<string, number>): string {
  const cited = new Map(page.flatMap((block) => (block.sources ?? []).map((source) => [source.id, source])));
  const number = (source: Source): number => numbers.get(source.id) ?? 0;
  const lines = page
    .filter((block) => block.style !== 'listed' || block.text)
    .map((block) => renderBlock(block, number));
  if (layout.top) lines.unshift(layout.top);
  const sources = [...cited.values()]
    .sort((one, other) => number(one) - number(other))
    .map((source) => `\\[${number(source)}\\] ${layout.describe(source)}`);
  const all = sources.length > 0 ? [...lines, '', `**${escapeMarkdown(layout.heading)}**`, ...sources] : lines;
  return all.join('\n').trimStart();
}

function renderBlock(block: Block, number: (source: Source) => number): string {
  const text = escapeMarkdown(plainLine(block.text));
  const label = block.label ? `**${escapeMarkdown(plainLine(block.label))}** ` : '';
  const who = block.attribution ? ` — *${escapeMarkdown(plainLine(block.attribution))}*` : '';
  const shown = block.style === 'listed' ? [] : (block.sources ?? []);
  const unique = [...new Map(shown.map((source) => [source.id, source])).values()];
  const cites = unique.map((source) => ` ${cite(number(source), source)}`).join('');
  const strong = (block.style === 'lead' || block.style === 'heading') && text;
  const line = `${label}${strong ? `**${text}**` : text}${who}${cites}`;
  if (block.style === 'heading') return `\n${line}`;
  return block.style === 'item' ? `• ${line}` : line;
}

function cite(number: number, source: Source): string {
  return safeUrl(source.url).length > LONGEST_URL ? `\\[${number}\\]` : link(`[${number}]`, source.url);
}

/** Lays cited text out in pages: what does not fit goes on, no word or link is cut, and no citation is dropped. */
import type { Source } from '../knowledge/schema.ts';
import type { Block } from '../timeline/block.ts';
import { escapeMarkdown, plainLine } from './escape.ts';
import { split } from './limits.ts';
import { createPrinter } from './print.ts';

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

/**
 * Markdown of each page, one at least. A page lists the sources of its own lines; the numbers are the same throughout.
 */
export function layOut(blocks: readonly Block[], layout: Layout): string[] {
  const numbers = new Map<string, number>();
  for (const source of blocks.flatMap((block) => block.sources ?? []))
    if (!numbers.has(source.id)) numbers.set(source.id, numbers.size + 1);
  const print = createPrinter(layout, numbers);
  const fits = (page: readonly Block[]): boolean => print(page).length <= layout.room;

  const pages: Block[][] = [];
  let page: Block[] = [];
  const queue = [...blocks];
  for (let at = 0; at < queue.length; at++) {
    const block = queue[at] as Block;
    const together = chain(queue, at);
    const wanted = fits(together) ? together : [block];
    if (fits([...page, ...wanted])) page.push(block);
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
  return pages.map(print);
}

/** A block with those that it is kept with. */
function chain(blocks: readonly Block[], at: number): Block[] {
  const block = blocks[at];
  if (!block) return [];
  return block.style === 'heading' || block.keep ? [block, ...chain(blocks, at + 1)] : [block];
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

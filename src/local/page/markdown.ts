/** Discord's Markdown: text → blocks. Knows nothing of the page; whatever is not understood stays text. */
import { type Inline, parseInline } from './markdown-inline.ts';

export interface ListItem {
  children: Inline[];
  nested?: Block;
}

export type Block =
  | { type: 'paragraph' | 'subtext'; children: Inline[] }
  | { type: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] };

const fence = /```(?:([\w+#.-]+)\n)?\n?([\s\S]+?)\n?```/g;
const item = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/;
const heading = /^(#{1,3}) +(\S.*)$/;
const subtext = /^-# +(\S.*)$/;

/** The blocks of a message, a description or a field. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of text.matchAll(fence)) {
    blocks.push(...parseLines(text.slice(from, match.index)));
    blocks.push({ type: 'code', language: match[1] ?? '', text: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  return [...blocks, ...parseLines(text.slice(from))];
}

function parseLines(text: string): Block[] {
  if (text.trim() === '') return [];
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  // Blank lines next to another block are its margin; between paragraphs they are seen.
  const endParagraph = (next: boolean) => {
    if (blocks.length > 0 && plain[0] === '') plain.shift();
    if (next && plain.at(-1) === '') plain.pop();
    if (plain.some((line) => line !== '')) blocks.push({ type: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const [block, length] = specialBlock(lines, at);
    if (block) {
      endParagraph(true);
      blocks.push(block);
    } else {
      plain.push(lines[at] ?? '');
    }
    at += length;
  }
  endParagraph(false);
  return blocks;
}

/** The block other than a paragraph that begins at line `at`, and its number of lines. */
function specialBlock(lines: string[], at: number): [Block | undefined, number] {
  const line = lines[at] ?? '';
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)];
    return [{ type: 'quote', blocks: parseUnquoted(rest) }, rest.length];
  }
  if (line.startsWith('> ')) {
    const quoted = takeWhile(lines, at, (next) => next.startsWith('> ') || next === '>');
    return [{ type: 'quote', blocks: parseUnquoted(quoted.map((next) => next.slice(2))) }, quoted.length];
  }
  const small = subtext.exec(line);
  if (small) return [{ type: 'subtext', children: parseInline(small[1] ?? '') }, 1];
  const title = heading.exec(line);
  if (title) {
    const level = (title[1] ?? '').length as 1 | 2 | 3;
    return [{ type: 'heading', level, children: parseInline(title[2] ?? '') }, 1];
  }
  if (!item.test(line)) return [undefined, 1];
  const listed = takeWhile(lines, at, (next) => item.test(next) || /^ {2,}\S/.test(next));
  return [parseList(listed), listed.length];
}

/** Quotes hold any block but quotes. */
const parseUnquoted = (lines: string[]): Block[] =>
  parseLines(lines.map((line) => line.replace(/^(?:>>>|>) /, '\\$&')).join('\n'));

function takeWhile(lines: string[], from: number, fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, index) => index > from && !fits(line));
  return lines.slice(from, end < 0 ? undefined : end);
}

/** Lines deeper than the first belong to the item above them: a nested list, or more of its text. */
function parseList(lines: string[]): Block {
  const first = item.exec(lines[0] ?? '');
  const depth = first?.[1]?.length ?? 0;
  const items: ListItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const match = item.exec(lines[at] ?? '');
    const below = takeWhile(
      lines,
      at,
      (line) => (item.exec(line)?.[1]?.length ?? Number.POSITIVE_INFINITY) >= depth + 2,
    );
    const more = below.slice(1);
    const nestedFrom = more.findIndex((line) => item.test(line));
    const texts = nestedFrom < 0 ? more : more.slice(0, nestedFrom);
    const children = parseInline([match?.[3] ?? '', ...texts.map((line) => line.trim())].join('\n'));
    items.push(nestedFrom < 0 ? { children } : { children, nested: parseList(more.slice(nestedFrom)) });
    at += below.length;
  }
  return { type: 'list', ordered: first?.[2] !== undefined, start: Number(first?.[2] ?? 1), items };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, parseMarkdown } from '../../src/local/page/markdown.ts';
import { type Inline, parseInline, safeUrl } from '../../src/local/page/markdown-inline.ts';

/** Marks written by hand: `b(…)` for bold and so on, so that trees can be compared at a glance. */
function outline(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'link') return `link(${inline.href} ${outline(inline.children)})`;
      if ('children' in inline) return `${inline.type}(${outline(inline.children)})`;
      return inline.type === 'code' ? `code(${inline.text})` : inline.type;
    })
    .join('');
}

const blocks = (text: string): string =>
  parseMarkdown(text)
    .map((block) =>
      block.type === 'heading'
        ? `heading${block.level}`
        : block.type === 'list'
          ? block.ordered
            ? 'numbers'
            : 'points'
          : block.type,
    )
    .join(' ');

describe('text within a line', () => {
  it.each([
    ['**b** *i* __u__ ~~s~~ ||h||', 'bold(b) italic(i) underline(u) strike(s) spoiler(h)'],
    ['***both***', 'bold(italic(both))'],
    ['**a *b* c**', 'bold(a italic(b) c)'],
    ['_i_ but snake_case_name', 'italic(i) but snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`**no**`', 'code(**no**)'],
    ['\\*no\\*', '*no*'],
    ['**open', '**open'],
    ['a [1](https://a.example/x) b', 'a link(https://a.example/x 1) b'],
    ['[[1]](https://a.example/x_(y))', 'link(https://a.example/x_(y) [1])'],
    ['[**b**](<https://a.example/>)', 'link(https://a.example/ bold(b))'],
    ['see https://a.example/x, or', 'see link(https://a.example/x https://a.example/x), or'],
    ['<https://a.example/>', 'link(https://a.example/ https://a.example/)'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](data:text/html,x)', '[x](data:text/html,x)'],
    ['<@123456789012345678> <t:1566200000:D> </ask:123456789012345678>', 'mention time command'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('%s', (text, expected) => expect(outline(parseInline(text))).toBe(expected));
});

describe('blocks', () => {
  it.each([
    ['# A\n## B\n### C\ntext\n-# small', 'heading1 heading2 heading3 paragraph subtext'],
    ['- a\n  - b\n- c\n\n1. x\n2. y', 'points numbers'],
    ['> q\n> r\nafter', 'quote paragraph'],
    ['>>> q\nall the rest', 'quote'],
    ['before\n```js\nlet a = 1;\n```\nafter', 'paragraph code paragraph'],
    ['#hashtag and -dash', 'paragraph'],
    ['', ''],
  ])('%j', (text, expected) => expect(blocks(text)).toBe(expected));

  it('keeps what is nested below the item above', () => {
    const [list] = parseMarkdown('- a\n  - b\n    - c\n- d');
    expect(list).toMatchObject({ items: [{ nested: { items: [{ nested: { items: [{}] } }] } }, {}] });
  });
});

describe('whatever is written', () => {
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '@',
    '\\',
    '\n',
    '- ',
    '1. ',
    '# ',
    '> ',
    '>>> ',
    'https://a.example/',
    'javascript:',
    ' ',
    'слово',
    'word',
  );
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: marks }, fc.string({ unit: 'grapheme' })), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('no link leads anywhere but to the web', () => {
    fc.assert(fc.property(text, (written) => links(parseMarkdown(written)).every((href) => /^https?:\/\//.test(href))));
  });

  it('words without marks stay as they are', () => {
    const plain = fc
      .string()
      .map((written) => written.replace(/[^\p{L}\p{N} ]/gu, ''))
      .filter((written) => /^\p{L}/u.test(written) && !/http/i.test(written));
    fc.assert(fc.property(plain, (written) => outline(parseInline(written)) === written));
  });

  it('long runs of marks take no time', () => {
    const started = performance.now();
    for (const mark of ['*', '_', '`', '[', '||', '<', '> ', '- ', '**a ', '[a]('])
      parseMarkdown(mark.repeat(4096 / mark.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('safe addresses are those of the web', () => {
    expect([safeUrl('https://a.example'), safeUrl('JAVASCRIPT:alert(1)'), safeUrl('//a.example'), safeUrl('')]).toEqual(
      ['https://a.example/', undefined, undefined, undefined],
    );
  });
});

function links(parts: (Block | Inline)[]): string[] {
  return parts.flatMap((part) => [
    ...(part.type === 'link' ? [part.href] : []),
    ...('children' in part ? links(part.children) : []),
    ...('blocks' in part ? links(part.blocks) : []),
    ...('items' in part
      ? part.items.flatMap(({ children, nested }) => links([...children, ...(nested ? [nested] : [])]))
      : []),
  ]);
}

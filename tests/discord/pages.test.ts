import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, plainLine, safeUrl, unescapeMarkdown } from '../../src/discord/escape.ts';
import { LIMITS, message, shorten, split } from '../../src/discord/limits.ts';
import { type Layout, layOut } from '../../src/discord/pages.ts';
import type { Source } from '../../src/knowledge/schema.ts';
import type { Block } from '../../src/timeline/block.ts';

const ROOM = 3500;
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 6000 }),
  fc.lorem({ maxCount: 700 }),
  fc.constantFrom('@everyone', '[a](javascript:x)', '**', '👩‍👩‍👧‍👦'.repeat(300), 'x'.repeat(9000), ''),
);
const source = (n: number, url: string, title?: string): Source => ({
  id: `source-${n}`,
  url,
  publisher: `Publisher ${n}`,
  language: 'en',
  ...(title ? { title } : {}),
});
const sources = fc.array(
  fc.record({ n: fc.nat(60), tail: fc.string({ maxLength: 1500 }), title: fc.option(text, { nil: undefined }) }),
  { maxLength: 12 },
);
const blocks: fc.Arbitrary<Block[]> = fc
  .array(
    fc.record(
      {
        text,
        style: fc.constantFrom('lead' as const, 'heading' as const, 'item' as const),
        attribution: text,
        keep: fc.boolean(),
        sources: sources.map((list) =>
          list.map(({ n, tail, title }) =>
            source(n, `https://example.org/${n}?${encodeURIComponent(tail.toWellFormed())}`, title),
          ),
        ),
      },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 12 },
  )
  // One address a source, as in any body of knowledge.
  .map((list) => {
    const first = new Map<string, Source>();
    const same = (one: Source): Source => first.getOrInsert(one.id, one);
    return list.map((block) => (block.sources ? { ...block, sources: block.sources.map(same) } : block));
  });
const layout: Layout = {
  room: ROOM,
  heading: 'Sources',
  describe: (one) => escapeMarkdown(`${one.publisher} ${shorten(plainLine(one.title ?? ''), 150)}`),
};

/** The words of a page as a reader sees them, without numbers, links and marks. */
const seen = (pages: string[]): string =>
  pages
    .map((page) => (page.split('\n\n**Sources**\n')[0] as string).replace(/ (\[\[\d+\]\]\([^)]*\)|\\\[\d+\\\])/g, ''))
    .join(' ');
const bare = (words: string): string => plainLine(words).replace(/[\s\\*•—…]/g, '');

describe('escaping', () => {
  it('is undone by unescaping', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(unescapeMarkdown(escapeMarkdown(given))).toBe(given);
      }),
    );
  });

  it('leaves nothing that formats, links or mentions', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(escapeMarkdown(given).replace(/\\./g, '')).not.toMatch(/[\\*_~`|<[\]@]|:\/\/|:\w+:|^[#>+-]|^\d+\./);
      }),
    );
    expect(escapeMarkdown('<@1> https://x.y [a](b) @everyone')).toBe('\\<\\@1> https\\://x.y \\[a\\](b) \\@everyone');
  });

  it('makes one line, without what cannot be seen', () => {
    expect(plainLine('a\u202Eb\n\nc\u200B\u0000 d')).toBe('ab c d');
    expect(plainLine('👩‍🚀')).toBe('👩‍🚀');
    fc.assert(
      fc.property(text, (given) => {
        expect(plainLine(plainLine(given))).toBe(plainLine(given));
      }),
    );
  });

  it('keeps an address between its brackets', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(safeUrl(`${url}/?(a)[b]`)).toMatch(/^https?:\/\/[^\s()<>[\]\\]+$/);
      }),
    );
  });
});

describe('cutting', () => {
  it('shortens to a size, and ends where a word does', () => {
    expect(shorten('one two three', 10)).toBe('one two…');
    expect(shorten('one', 3)).toBe('one');
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (given, max) => {
        expect(shorten(given, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('loses nothing, keeps to the size, and never parts a grapheme that would fit', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 600 }), (given, max) => {
        const pieces = split(given, max);
        expect(pieces.join('').replace(/\s/gu, '')).toBe(given.replace(/\s/gu, ''));
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(max);
      }),
    );
    for (const piece of split('👩‍👩‍👧‍👦'.repeat(50), 60))
      for (const { segment } of segmenter.segment(piece)) expect(segment).toBe('👩‍👩‍👧‍👦');
  });

  it('parts a text between words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 200 }), (given) => {
        const words = new Set(given.split(/\s+/));
        for (const word of split(given, 100).flatMap((piece) => piece.split(/\s+/))) expect(words).toContain(word);
      }),
    );
  });
});

describe('pages', () => {
  it('keep to their room, drop no word, and cite every source of every line on a page that lists it', () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const pages = layOut(given, layout);
        expect(pages.length).toBeGreaterThan(0);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(ROOM);
        expect(bare(seen(pages).replace(/\\(.)/g, '$1'))).toContain(bare(given[0]?.text ?? ''));
        for (const block of given)
          for (const cited of block.sources ?? []) {
            const home = pages.filter((page) => page.includes(escapeMarkdown(cited.publisher)));
            expect(home.length).toBeGreaterThan(0);
            if (safeUrl(cited.url).length <= 1000)
              expect(home.some((page) => page.includes(`]](${safeUrl(cited.url)})`))).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('number a source once and for all, and keep a heading with what follows', () => {
    const long = 'word '.repeat(150);
    const pages = layOut(
      Array.from({ length: 12 }, (_, n) => [
        { text: `Heading ${n}`, style: 'heading' as const },
        { text: long, sources: [source(n % 5, `https://example.org/${n % 5}`)] },
      ]).flat(),
      layout,
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page.split('\n\n**Sources**')[0]).not.toMatch(/\*\*Heading \d+\*\*\s*$/);
      for (const [, number, at] of page.matchAll(/\[\[(\d+)\]\]\(https:\/\/example\.org\/(\d+)\)/g))
        expect(Number(number)).toBe(Number(at) + 1);
    }
  });

  it('keep accounts that differ together, where a page holds them', () => {
    const account = { text: 'word '.repeat(60), style: 'item' as const };
    for (let before = 0; before < 12; before++) {
      const pages = layOut(
        [
          ...Array.from({ length: before }, () => account),
          { text: 'Accounts differ', style: 'heading' },
          { ...account, text: `first ${account.text}`, keep: true },
          { ...account, text: `second ${account.text}` },
        ],
        layout,
      );
      expect(pages.find((page) => page.includes('first'))).toMatch(/\*\*Accounts differ\*\*[^*]*second/);
    }
  });

  it('take a top line on each page into account', () => {
    const pages = layOut([{ text: 'x '.repeat(3000) }], { ...layout, top: '> asked' });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page.startsWith('> asked\n')).toBe(true);
      expect(page.length).toBeLessThanOrEqual(ROOM);
    }
  });
});

describe('a message', () => {
  it('keeps every limit, whatever it is given', () => {
    fc.assert(
      fc.property(fc.record({ title: text, description: text, footer: text }), (parts) => {
        const { embeds } = message(parts);
        const [embed] = embeds;
        expect(embed?.title?.length ?? 0).toBeLessThanOrEqual(LIMITS.title);
        expect(embed?.description?.length ?? 0).toBeLessThanOrEqual(LIMITS.description);
        const sum = (embed?.title?.length ?? 0) + (embed?.description?.length ?? 0) + (embed?.footer?.text.length ?? 0);
        expect(sum).toBeLessThanOrEqual(LIMITS.embeds);
      }),
    );
  });
});

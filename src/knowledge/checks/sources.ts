/** Each source is there once, and each publisher is spelt one way. */
import type { ParsedSource } from '../folder.ts';
import { type Check, faultAt } from './check.ts';

export const checkSourceList: Check = function* ({ sources, types }) {
  const ids = new Set<string>();
  const urls = new Map<string, string>();
  for (const source of sources) {
    const { id, url } = source.data;
    if (ids.has(id))
      yield faultAt(source, ['id'], 'duplicate-id', `the source “${id}” is listed twice`, 'remove one, or rename it');
    else if (types.has(id))
      yield faultAt(source, ['id'], 'duplicate-id', `“${id}” is the id of a record too`, 'rename the source');
    ids.add(id);
    const page = comparable(url);
    const other = urls.get(page);
    if (other && other !== id)
      yield faultAt(
        source,
        ['url'],
        'duplicate-url',
        `the page is listed as “${other}” already`,
        'cite that one instead',
      );
    urls.set(page, other ?? id);
  }
};

/** The page that an address leads to, whatever the scheme, the case of its host, or a slash or fragment at its end. */
function comparable(address: string): string {
  const url = new URL(address);
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

export const checkPublishers: Check = function* ({ sources }) {
  const spellings = new Map<string, Map<string, { source: ParsedSource; field: 'publisher' | 'citing' }[]>>();
  for (const source of sources)
    for (const field of ['publisher', 'citing'] as const) {
      const name = source.data[field];
      if (!name) continue;
      const key = name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
      const same = spellings.get(key) ?? new Map<string, { source: ParsedSource; field: typeof field }[]>();
      spellings.set(key, same.set(name, [...(same.get(name) ?? []), { source, field }]));
    }
  for (const same of spellings.values()) {
    const [usual, ...others] = [...same].sort(([, a], [, b]) => b.length - a.length);
    for (const [name, uses] of others)
      for (const { source, field } of uses)
        yield faultAt(
          source,
          [field],
          'publisher-spelling',
          `“${name}” is spelt “${usual?.[0]}” elsewhere`,
          'spell it one way',
        );
  }
};

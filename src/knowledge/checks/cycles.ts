/** No place lies within itself and no event follows from itself, however long the way round. */
import type { ParsedRecord } from '../folder.ts';
import type { Path } from '../parse.ts';
import { type Check, faultAt } from './check.ts';

export const checkCycles: Check = function* ({ records }) {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const record of records) {
    for (const { path, id } of upwards(record)) {
      const route = wayBack(byId, id, record.id);
      // Told once, at the record of the ring that comes first.
      if (route?.every((other) => record.id <= other))
        yield faultAt(
          record,
          path,
          'cycle',
          `it leads back to itself by ${route.join(', ')}`,
          'remove one of these links',
        );
    }
  }
};

/** What the record is a part or a consequence of. */
function upwards({ type, data }: ParsedRecord): { path: Path; id: string }[] {
  if (type === 'place') return data.within ? [{ path: ['within'], id: data.within }] : [];
  if (type === 'event') return data.follows.map(({ id }, index) => ({ path: ['follows', index, 'id'], id }));
  return [];
}

/** The ids from one record up to another, where there is a way. */
function wayBack(byId: ReadonlyMap<string, ParsedRecord>, from: string, to: string): string[] | undefined {
  const seen = new Set<string>([from]);
  const ways = [[from]];
  for (const way of ways) {
    const last = byId.get(way.at(-1) ?? '');
    for (const { id } of last ? upwards(last) : []) {
      if (id === to && from !== to) return way;
      if (!seen.has(id)) ways.push([...way, id]);
      seen.add(id);
    }
  }
  return undefined;
}

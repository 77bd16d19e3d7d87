/** What a replay posts next. */
import type { Knowledge, LoadedEvent } from '../../knowledge/model.ts';
import type { Json } from '../../store/store.ts';
import { eventsOf } from '../options.ts';
import type { ScheduleOptions } from './options.ts';

/** How far it has got: the event posted last, and its first day, by which to go on where that event is gone. */
export interface Cursor {
  readonly last: string;
  readonly from: string;
}

/** The next event, or those of the next day; empty at the end. @throws SelectionError */
export function nextEvents(knowledge: Knowledge, { unit, publish }: ScheduleOptions, cursor: Json): LoadedEvent[] {
  const events = eventsOf(knowledge, { ...publish, order: 'oldest' });
  const left = events.slice(startOf(events, cursor as unknown as Cursor | null));
  const [first] = left;
  if (!first || unit === 'entry') return left.slice(0, 1);
  return left.filter(({ date }) => date.from === first.date.from);
}

function startOf(events: readonly LoadedEvent[], cursor: Cursor | null): number {
  if (!cursor) return 0;
  const at = events.findIndex(({ id }) => id === cursor.last);
  if (at >= 0) return at + 1;
  const later = events.findIndex(({ date }) => (date.from ?? '') > cursor.from);
  return later < 0 ? events.length : later;
}

/** The cursor after some events. */
export function cursorAfter(events: readonly LoadedEvent[]): Json {
  const last = events.at(-1);
  return last ? { last: last.id, from: last.date.from ?? '' } : null;
}

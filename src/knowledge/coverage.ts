/** Which months and places the knowledge covers: how many events of each, for the documentation and its drawing. */
import { parseDate } from './date.ts';
import type { Knowledge, LoadedEvent, LoadedPlace } from './model.ts';

export interface Coverage {
  /** Events by month (2019-06) of the pack's period, those without any included, in order. */
  readonly months: readonly { readonly month: string; readonly events: number }[];
  /** Events by place, most first; an event in three places counts in each. */
  readonly places: readonly { readonly place: LoadedPlace; readonly events: number }[];
  /** Events whose date lies wholly outside the period. */
  readonly outside: number;
}

/** Counts events by the month in which they begin and by place. An event known to no more than a year has no month. */
export function coverageOf({ pack, records }: Knowledge): Coverage {
  const events = [...records.values()].filter((record): record is LoadedEvent => record.type === 'event');
  const { from, to } = parseDate(pack.period);
  const within = events.filter(
    ({ date }) => (!to || (date.from ?? '') <= to) && (!from || (date.to ?? '9999') >= from),
  );
  const begun = Map.groupBy(
    events.filter(({ date }) => date.precision !== 'year'),
    ({ date }) => date.from?.slice(0, 7),
  );
  const places = Map.groupBy(
    within.flatMap(({ places }) => places),
    (place) => place,
  );
  return {
    months: monthsOf(from, to).map((month) => ({ month, events: begun.get(month)?.length ?? 0 })),
    places: [...places].map(([place, at]) => ({ place, events: at.length })).sort((a, b) => b.events - a.events),
    outside: events.length - within.length,
  };
}

/** Every month from one day to another, both included; none where an end is open. */
export function monthsOf(from: string | null, to: string | null): string[] {
  if (!from || !to) return [];
  const months: string[] = [];
  const last = Temporal.PlainYearMonth.from(to.slice(0, 7));
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7));
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months: 1 }))
    months.push(month.toString());
  return months;
}

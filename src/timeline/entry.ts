/** What a timeline says of an event. */
import type { DateSpan } from '../knowledge/date.ts';
import { type Dispute, findDisputes } from '../knowledge/disputes.ts';
import type { LoadedEvent, LoadedPlace, LoadedStatement } from '../knowledge/model.ts';

export const DETAILS = ['headlines', 'key', 'everything'] as const;
/** How much is said: date and title; with the first statements; or with all of them. */
export type Detail = (typeof DETAILS)[number];

export interface Entry {
  readonly event: LoadedEvent;
  readonly date: DateSpan;
  readonly places: readonly LoadedPlace[];
  /** Those shown; with `headlines`, one whose sources are cited though it is not. */
  readonly statements: readonly LoadedStatement[];
  /** Figures of which the accounts differ, each side with who says so. */
  readonly disputes: readonly Dispute[];
  readonly detail: Detail;
}

/** Statements of an entry that shows the key ones. Curators put what matters most first. */
export const KEY_STATEMENTS = 2;

/** The entry of an event. */
export function entryOf(event: LoadedEvent, detail: Detail): Entry {
  const shown = { headlines: 1, key: KEY_STATEMENTS, everything: Number.POSITIVE_INFINITY }[detail];
  return {
    event,
    date: event.date,
    places: event.places,
    statements: event.statements.slice(0, shown),
    disputes: detail === 'headlines' ? [] : findDisputes({ records: new Map([[event.id, event]]) }),
    detail,
  };
}

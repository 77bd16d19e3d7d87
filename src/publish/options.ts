/** What a published timeline shows and how, as the store keeps it: ids only, so that it outlives every change of words. */
import { z } from 'zod';
import type { Knowledge, LoadedEvent, LoadedRecord } from '../knowledge/model.ts';
import type { Json } from '../store/store.ts';
import { chooseEvents, onThisDay, type TimelineFilter } from '../timeline/choose.ts';
import { DETAILS } from '../timeline/entry.ts';

export const ORDERS = ['oldest', 'newest'] as const;
export const MESSAGES = ['each', 'few'] as const;

const Selection = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  place: z.string().optional(),
  person: z.string().optional(),
  organisation: z.string().optional(),
  kind: z.string().optional(),
  text: z.string().optional(),
  /** Month and day, `06-09`: events of that day of any year, and nothing else. */
  day: z.string().optional(),
  /** Ids of events: these and no others, as far as they are still there. */
  events: z.array(z.string()).optional(),
});
/** Which events: a filter, a day of the year, or a list. */
export type Selection = z.infer<typeof Selection>;

const PublishOptions = z.strictObject({
  selection: Selection,
  /** Which end comes first. */
  order: z.enum(ORDERS).default('oldest'),
  detail: z.enum(DETAILS).default('key'),
  /** One message an event, or as few as fit. */
  messages: z.enum(MESSAGES).default('each'),
  /** `none`: entries only, as a replay posts them. */
  header: z.enum(['timeline', 'none']).default('timeline'),
  pin: z.boolean().default(false),
  /** Of the header and, in a forum, of the post. */
  title: z.string().optional(),
  /** Title of the thread that is made for it below the header; absent: none is. */
  thread: z.string().optional(),
  /** Ids of a forum's tags. */
  tags: z.array(z.string()).default([]),
  /** Whether whoever posted it is told when the knowledge has changed. */
  notify: z.boolean().default(false),
});
export type PublishOptions = z.infer<typeof PublishOptions>;

/** Options with what is missing filled in. @throws ZodError where they are none */
export const readOptions = (options: unknown): PublishOptions => PublishOptions.parse(options);

/** As the store takes them: fields without a value left out. */
export const writeOptions = (options: z.input<typeof PublishOptions>): Json =>
  JSON.parse(JSON.stringify(PublishOptions.parse(options))) as Json;

/** A filter by the ids of what it names. */
export function selectionOf(filter: TimelineFilter): Selection {
  const { place, person, organisation, ...rest } = filter;
  const ids = { place: place?.id, person: person?.id, organisation: organisation?.id };
  return JSON.parse(JSON.stringify({ ...rest, ...ids })) as Selection;
}

/** A record or kind that a selection names is no longer there: what it chose can't be said any more. */
export class SelectionError extends Error {
  readonly code = 'selection';
  readonly missing: string;
  constructor(missing: string) {
    super(`no record ${missing}`);
    this.name = 'SelectionError';
    this.missing = missing;
  }
}

/** The filter of a selection. @throws SelectionError */
export function filterOf(knowledge: Knowledge, selection: Selection): TimelineFilter {
  const record = <T extends LoadedRecord>(id: string | undefined, type: T['type']): T | undefined => {
    if (!id) return undefined;
    const found = knowledge.records.get(id);
    if (found?.type !== type) throw new SelectionError(id);
    return found as T;
  };
  const { from, to, kind, text } = selection;
  return {
    from,
    to,
    kind,
    text,
    place: record(selection.place, 'place'),
    person: record(selection.person, 'person'),
    organisation: record(selection.organisation, 'organisation'),
  };
}

/** The events of a selection, in its order. @throws SelectionError */
export function eventsOf(knowledge: Knowledge, { selection, order }: PublishOptions): LoadedEvent[] {
  const { day, events } = selection;
  const chosen = day ? onThisDay(knowledge, day) : chooseEvents(knowledge, filterOf(knowledge, selection));
  const listed = events ? chosen.filter(({ id }) => events.includes(id)) : chosen;
  return order === 'newest' ? listed.reverse() : listed;
}

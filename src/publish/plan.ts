/** The messages of a timeline: laid out once, before the first is sent, so that whoever goes on sends the same. */
import { createHash } from 'node:crypto';
import { escapeMarkdown, plainLine } from '../discord/escape.ts';
import { LIMITS, shorten } from '../discord/limits.ts';
import { ACCENT } from '../discord/looks/paged.ts';
import { describeSource } from '../discord/looks/source.ts';
import { describeFilter } from '../discord/looks/timeline.ts';
import { layOut } from '../discord/pages.ts';
import type { Knowledge, LoadedEvent } from '../knowledge/model.ts';
import { titleOf } from '../knowledge/texts.ts';
import { dayName } from '../language/day-name.ts';
import { formatPeriod } from '../language/format-date.ts';
import { say } from '../language/wording.ts';
import type { Json, PlannedItem } from '../store/store.ts';
import { byDate } from '../timeline/choose.ts';
import { entryOf } from '../timeline/entry.ts';
import { entryBlocks } from '../timeline/layout.ts';
import { eventsOf, filterOf, type PublishOptions } from './options.ts';

/** What is sent: one embed. The mark that tells it from others of the timeline is added as it goes out. */
export interface Body {
  readonly title?: string;
  readonly description: string;
  readonly footer?: string;
  /** ISO instant beside the footer, shown in the reader's time zone. */
  readonly timestamp?: string;
  readonly color: number;
}

/** What everything is laid out for. */
export interface Setting {
  readonly knowledge: Knowledge;
  readonly options: PublishOptions;
  readonly language: string;
  /** Milliseconds since 1970; stands in the header as "as of". */
  readonly asOf: number;
}

/** Characters kept free for the line that says that an entry goes on. */
const CONTINUED = 300;
const ROOM = LIMITS.description - CONTINUED;

/** All messages, the header first. @throws SelectionError */
export function planMessages(setting: Setting): PlannedItem[] {
  const events = eventsOf(setting.knowledge, setting.options);
  return [...headerOf(setting, events), ...packEvents(setting, events)];
}

/** Messages of some events: one or more for each, or as few as fit. */
export function packEvents(setting: Setting, events: readonly LoadedEvent[]): PlannedItem[] {
  if (setting.options.messages === 'each') return events.flatMap((event) => messagesOf(setting, [event]));
  const items: PlannedItem[] = [];
  let group: LoadedEvent[] = [];
  for (const event of events) {
    if (group.length > 0 && pagesOf(setting, [...group, event]).length > 1) {
      items.push(...messagesOf(setting, group));
      group = [];
    }
    group.push(event);
  }
  return group.length > 0 ? [...items, ...messagesOf(setting, group)] : items;
}

/** The messages that show these events together: one, unless they take more room than one has. */
export function messagesOf(setting: Setting, events: readonly LoadedEvent[]): PlannedItem[] {
  const records = events.map(({ ref }) => ref);
  const [first] = events;
  const title = first ? shorten(plainLine(titleOf(first, setting.language)), 120) : '';
  const continued = `*${escapeMarkdown(say('publish.continued', setting.language, { title }))}*\n`;
  return pagesOf(setting, events).map((page, n) =>
    planned(records, { description: n > 0 ? continued + page : page, color: ACCENT }),
  );
}

/** Markdown of the pages that these events take together. Sources are numbered anew in each group. */
function pagesOf({ knowledge, options, language }: Setting, events: readonly LoadedEvent[]): string[] {
  const blocks = events.flatMap((event) => entryBlocks(entryOf(event, options.detail), knowledge.pack, language));
  return layOut(blocks, {
    room: ROOM,
    heading: say('answer.sources', language),
    describe: (source) => describeSource(source, language),
  });
}

/** Title, period and filters, number of events and of sources, and the day as of which all that is so. */
export function headerOf(setting: Setting, events: readonly LoadedEvent[]): PlannedItem[] {
  const { knowledge, options, language, asOf } = setting;
  if (options.header === 'none') return [];
  const shown = events.flatMap((event) => entryOf(event, options.detail).statements);
  const sources = new Set(shown.flatMap((statement) => statement.sources.map(({ id }) => id)));
  const { day } = options.selection;
  const what = day
    ? say('today.title', language, { day: dayName(day, language) })
    : describeFilter(knowledge, filterOf(knowledge, options.selection), language);
  const { from, to } = options.selection;
  const dates = [...events].sort(byDate).map(({ date }) => date);
  const span = day || from || to ? null : formatPeriod(dates.at(0), dates.at(-1), language);
  const lines = [
    what,
    [
      say('timeline.count', language, { count: events.length }),
      say('publish.sources', language, { count: sources.size }),
    ].join(' · '),
    span,
  ].filter((line) => line);
  const body = {
    title: shorten(titleOfTimeline(setting), LIMITS.title),
    description: lines.map((line) => escapeMarkdown(plainLine(line ?? ''))).join('\n'),
    footer: say('publish.as-of', language),
    timestamp: new Date(asOf).toISOString(),
    color: ACCENT,
  };
  return [planned([], body)];
}

/** The title that was asked for, or one made of the filters. */
export function titleOfTimeline({ knowledge, options, language }: Omit<Setting, 'asOf'>): string {
  if (options.title) return plainLine(options.title);
  const { day } = options.selection;
  if (day) return say('today.title', language, { day: dayName(day, language) });
  const filter = describeFilter(knowledge, filterOf(knowledge, options.selection), language);
  return plainLine(`${say('timeline.title', language)}: ${filter}`);
}

function planned(records: readonly string[], body: Body): PlannedItem {
  return { records, body: body as unknown as Json, hash: hashOf(body) };
}

/** SHA-256 of a body, 22 characters of base64url. */
export function hashOf(body: Body): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
}

/** Whether two bodies say the same; the instant of the header is no matter. */
export function saysSame(one: Json, other: Json): boolean {
  const bare = (body: Json) => hashOf({ ...(body as unknown as Body), timestamp: '' });
  return bare(one) === bare(other);
}

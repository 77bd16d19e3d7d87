/** Events by day, place, person and kind: "what happened on …", "list the rallies in …", "how many strikes in …". */

import { type Found, presentAll } from '../answer/found.ts';
import { word } from '../answer/wording.ts';
import { parseDate } from '../knowledge/date.ts';
import type { Knowledge, LoadedEvent, LoadedPlace } from '../knowledge/model.ts';
import { formatSpan } from '../language/format-date.ts';
import { isLight } from '../language/light-words.ts';
import { type Days, overlaps } from '../language/question-dates.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';

const shown = 5;
const listed = 10;
/** Days from which on an event is a whole season rather than a happening. */
const long = 60;

/** Whether the question asks for events by nothing but day, kind and names. */
function asksForEvents(asked: Asked, library: Library): boolean {
  const plainly = asked.topic.every(
    ({ token, term }) =>
      library.vocabulary.isKind(token.folded, asked.language) ||
      generic.test(token.folded) ||
      generic.test(term) ||
      isLight(term, asked.language),
  );
  return plainly && (asked.dates.length > 0 || asked.mentions.length > 0 || asked.kinds.length > 0);
}

/** What is counted is what is recorded here: "in your records", "у вас записано", "жазбаларыңда". */
const recorded =
  /\b(your|you) (records?|files?|have|know|list)|\b(on file|recorded|in the records)\b|(^| )(у вас|у тебя|(в )?(ваших|твоих)? ?запис(ях|ано|аны|и)|жазба\S*|жазылган|тиркел\S*)( |$)/;
/** How large one is, not how many there were. */
const size = /\bhow (big|large)\b|(^| )(численность|размер)( |$)/;
const anyEvent = /^(event|incident|событи\S*|происшестви\S*|окига\S*)$/;

/** "How many strikes are in your records?": a count of events, whatever figures there are; null for anything else. */
export function answerCounts(asked: Asked, knowledge: Knowledge, library: Library, language: string): Found | null {
  if (asked.kind !== 'how-many' || !recorded.test(asked.plain)) return null;
  if (asked.kinds.length === 0 && !asked.topic.some(({ term }) => anyEvent.test(term))) return null;
  return answerEvents(asked, knowledge, library, language);
}

/** Words that name events in general. */
const generic =
  /^(total|altogether|event\w*|incident\w*|happen\w*|record\w*|file|day|month|year|week|held|hold|take|took|place|which|big|main|major|important|key|событи\S*|происшестви\S*|день|месяц\S*|неделя\S*|произош\S*|случи\S*|прошл\S*|проход\S*|состоя\S*|главн\S*|важн\S*|запис\S*|занес\S*|внес\S*|числ\S*|окига\S*|оки[гх]\S*|жазба\S*|жазил\S*|жазыл\S*|тирке\S*|сана\S*|отт\S*|отк\S*|басты|манызды|кун\S*|ай\S*|апта\S*)$/;

/** Events of the kinds, days and names asked for, in order of time. */
export function matchingEvents(asked: Asked, knowledge: Knowledge, library: Library): LoadedEvent[] {
  const periods = asked.dates.flatMap((date) => date.periods);
  const wide = asked.dates.every((date) => date.precision !== 'day');
  const found: LoadedEvent[] = [];
  for (const record of knowledge.records.values()) {
    if (record.type !== 'event') continue;
    if (asked.kinds.length && !asked.kinds.includes(record.data.kind)) continue;
    if (
      periods.length &&
      !periods.some((period) => (wide ? startsIn(period, record.date) : overlaps(period, record.date)))
    )
      continue;
    const linked = new Set([
      ...record.places.flatMap((place: LoadedPlace) => library.within(place)),
      ...record.people,
      ...record.organisations,
    ]);
    if (!asked.mentions.every((mention) => mention.records.some((named) => linked.has(named)))) continue;
    found.push(record);
  }
  return found.sort((a, b) => (a.date.from ?? '').localeCompare(b.date.from ?? ''));
}

/** Whether an event begins in a month or year, so that one which spans several is counted once. */
const startsIn = (period: Days, event: Days) =>
  event.from !== null &&
  (period.from === null || event.from >= period.from) &&
  (period.to === null || event.from <= period.to);

/** Lists or counts events; null where anything more is asked, or nothing fits. */
export function answerEvents(asked: Asked, knowledge: Knowledge, library: Library, language: string): Found | null {
  const named = namedDay(asked, knowledge, library, language);
  if (named) return named;
  const ofPerson = asked.mentions.some(({ records }) => records[0]?.type === 'person');
  const counts =
    asked.kind === 'how-many' &&
    !ofPerson &&
    !size.test(asked.plain) &&
    (asked.kinds.length > 0 || asked.topic.some(({ term }) => anyEvent.test(term)));
  if (
    !counts &&
    asked.kind !== 'happened' &&
    asked.kind !== 'list' &&
    !(asked.kind === 'what' || asked.kind === 'words')
  )
    return null;
  if (!asksForEvents(asked, library)) return null;
  if ((asked.kind === 'what' || asked.kind === 'words') && asked.dates.length === 0) return null;
  const found = matchingEvents(asked, knowledge, library);
  if (found.length === 0) return null;
  const days = asked.dates.every((date) => date.precision === 'day');
  const closest = days && asked.dates.length > 0 ? byFit(found, asked) : [...found].sort(byGrain);
  const limit = counts || asked.kind === 'list' || !days ? listed : shown;
  const events = closest.slice(0, limit);
  const statements =
    events.length === 1
      ? (events[0] as LoadedEvent).statements.slice(0, shown)
      : events.flatMap((event) => event.statements.slice(0, 1));
  return {
    by: 'events',
    lead: counts || asked.kind === 'list' ? word('counted', language, { count: found.length }) : null,
    statements: presentAll(statements, language),
    named: events.slice(0, 1),
  };
}

/** "When was the election?": a day that the pack names, and what happened on it. */
function namedDay(asked: Asked, knowledge: Knowledge, library: Library, language: string): Found | null {
  const [date, second] = asked.dates;
  const [period, other] = date?.periods ?? [];
  if (asked.kind !== 'when' || asked.topic.length + asked.mentions.length > 0 || second || other || !period?.from)
    return null;
  if (/\d/.test(asked.plain)) return null;
  const events = byFit(matchingEvents(asked, knowledge, library), asked).slice(0, shown);
  if (events.length === 0) return null;
  const lead = formatSpan(parseDate(period.from), language);
  return {
    by: 'events',
    lead,
    named: events,
    statements: presentAll(
      events.flatMap((event) => event.statements.slice(0, 1)),
      language,
    ),
  };
}

/** What a period's events are: those of a day or week before yearly reports; otherwise as they were, in order of time. */
const byGrain = (a: LoadedEvent, b: LoadedEvent) => Number(lengthOf(a) > long) - Number(lengthOf(b) > long);

/** Events of the very day or period first, then the shorter before the longer that are around it. */
function byFit(events: readonly LoadedEvent[], asked: Asked): LoadedEvent[] {
  const wanted = asked.dates.flatMap((date) => date.periods);
  const within = ({ date }: LoadedEvent) =>
    wanted.some(({ from, to }) => from !== null && to !== null && (date.from ?? '') >= from && (date.to ?? '9') <= to);
  const spill = (event: LoadedEvent) => (within(event) ? 0 : lengthOf(event));
  return [...events].sort((a, b) => spill(a) - spill(b));
}

/** In days; endless where a side is open. */
function lengthOf({ date: { from, to } }: LoadedEvent): number {
  return from && to
    ? Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
    : Number.POSITIVE_INFINITY;
}

/** Which events a timeline shows. */
import type { Knowledge, LoadedEvent, LoadedOrganisation, LoadedPerson, LoadedPlace } from '../knowledge/model.ts';
import { fold } from '../language/fold.ts';

/** What an event must be to be chosen: all that is given. */
export interface TimelineFilter {
  /** First day, ISO. What begins or ends in the period is chosen. */
  readonly from?: string | undefined;
  /** Last day, ISO. */
  readonly to?: string | undefined;
  /** There, or anywhere within it. */
  readonly place?: LoadedPlace | undefined;
  /** Taking part, calling for it, or quoted. */
  readonly person?: LoadedPerson | undefined;
  readonly organisation?: LoadedOrganisation | undefined;
  /** An id of the pack's kinds. */
  readonly kind?: string | undefined;
  /** Words of the title or a statement, in any language; all of them must be there. */
  readonly text?: string | undefined;
}

/** The events of a filter by date: what begins first, and of that what is over first. */
export function chooseEvents(knowledge: Knowledge, filter: TimelineFilter): LoadedEvent[] {
  const words = fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean);
  return [...knowledge.records.values()]
    .filter((record) => record.type === 'event')
    .filter((event) => isWithin(event, filter.from, filter.to))
    .filter((event) => !filter.place || event.places.some((place) => lineage(place).includes(filter.place as never)))
    .filter((event) => !filter.person || names(event, filter.person))
    .filter((event) => !filter.organisation || names(event, filter.organisation))
    .filter((event) => !filter.kind || event.data.kind === filter.kind)
    .filter((event) => words.length === 0 || holds(event, words))
    .sort(byDate);
}

/** Those of an anniversary: events of one day or of a few in which that month and day (`06-09`) falls, of any year. */
export function onThisDay(knowledge: Knowledge, monthDay: string): LoadedEvent[] {
  return chooseEvents(knowledge, {}).filter(({ date: { from, to, precision, approximate } }) => {
    if (precision !== 'day' || approximate || !from || !to || !isShort(from, to)) return false;
    const days = [from, to].map((day) => `${day.slice(0, 4)}-${monthDay}`);
    return days.some((day) => from <= day && day <= to);
  });
}

/** What lasted longer than this is no matter of one day of the year. */
const anniversaryDays = 14;

const isShort = (from: string, to: string): boolean =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days < anniversaryDays;

/** Order of a timeline. */
export function byDate(one: LoadedEvent, other: LoadedEvent): number {
  const [a, b] = [one.date, other.date];
  return compare(a.from ?? '', b.from ?? '') || compare(a.to ?? '9999', b.to ?? '9999') || compare(one.id, other.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether an event begins or ends in a period. A date known to the month is in it if some of that month is; one known to
 * the year only if all of that year is, since a year would be in every one of its weeks.
 */
function isWithin({ date }: LoadedEvent, from = '0000-01-01', to = '9999-12-31'): boolean {
  const ends = date.edtf.split('/').map((end) => end.replace(/[~?%]/g, ''));
  return ends.some((end) =>
    /^\d{4}$/.test(end)
      ? `${end}-01-01` >= from && `${end}-12-31` <= to
      : end.length >= 7 && end >= from.slice(0, end.length) && end <= to.slice(0, end.length),
  );
}

/** The place and those of which it is a part, nearest first. */
function lineage(place: LoadedPlace): LoadedPlace[] {
  return place.within ? [place, ...lineage(place.within)] : [place];
}

function names(event: LoadedEvent, record: LoadedPerson | LoadedOrganisation): boolean {
  return (
    event.people.includes(record as LoadedPerson) ||
    event.organisations.includes(record as LoadedOrganisation) ||
    event.organisers.some((organiser) => organiser.record === record) ||
    event.statements.some(({ speakers }) => speakers.some((one) => 'record' in one && one.record === record))
  );
}

function holds(event: LoadedEvent, words: readonly string[]): boolean {
  const texts = [event.title, ...event.statements.map(({ text }) => text)].flatMap((one) => Object.values(one));
  return texts.some((text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  });
}

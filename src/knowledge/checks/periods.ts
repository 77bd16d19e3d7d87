/** Dates fit one another: a statement's the event's, an end its beginning, a file's name its event's date. */
import { type DateSpan, parseDate } from '../date.ts';
import type { ParsedRecord } from '../folder.ts';
import type { Path } from '../parse.ts';
import { figuresOf } from '../references.ts';
import { type Check, faultAt } from './check.ts';

const overlap = (a: DateSpan, b: DateSpan): boolean =>
  (!a.from || !b.to || a.from <= b.to) && (!a.to || !b.from || b.from <= a.to);

/** Both ends, each in its own precision, lie in the period; what is only about a date is not held to a day. */
function liesWithin(date: DateSpan, period: DateSpan): boolean {
  if (date.approximate || period.approximate) return true;
  const ends = date.edtf.split('/').filter((end) => /\d/.test(end));
  return ends.every((end) => overlap(parseDate(end), period));
}

export const checkPeriods: Check = function* ({ records }) {
  for (const record of records) {
    if (record.type !== 'event') continue;
    const period = parseDate(record.data.date);
    for (const { path, date } of datesWithin(record)) {
      if (liesWithin(parseDate(date), period)) continue;
      const message = `${date} lies outside the event's ${period.edtf}`;
      yield faultAt(
        record,
        path,
        'outside-period',
        message,
        'correct it, widen the event, or give it an event of its own',
      );
    }
    const named = /^\d{4}(-(0[1-9]|1[0-2])(?!\d)(-\d{2}(?!\d))?)?(?!\d)/.exec(record.id)?.[0];
    if (named && isDate(named) && !overlap(parseDate(named), period))
      yield faultAt(record, ['date'], 'file-date', `the file is named for ${named}`, 'check which of the two is right');
  }
};

function* datesWithin(record: ParsedRecord): Generator<{ path: Path; date: string }> {
  for (const [index, statement] of record.data.statements.entries()) {
    if (statement.date) yield { path: ['statements', index, 'date'], date: statement.date };
    for (const { path, date } of figuresOf(statement))
      if (date) yield { path: ['statements', index, ...path, 'date'], date };
  }
}

const isDate = (text: string): boolean => {
  try {
    return parseDate(text).edtf === text;
  } catch {
    return false;
  }
};

export const checkTerms: Check = function* ({ records }) {
  for (const record of records) {
    for (const { path, from, to } of termsOf(record)) {
      const [start, end] = [from && parseDate(from).from, to && parseDate(to).to];
      if (start && end && end < start)
        yield faultAt(record, path, 'ends-before-start', `${to} is before ${from}`, 'correct one of the two');
    }
  }
};

interface Times {
  readonly path: Path;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

function* termsOf({ type, data }: ParsedRecord): Generator<Times> {
  const list = function* (key: string, items: readonly Omit<Times, 'path'>[]): Generator<Times> {
    for (const [index, { from, to }] of items.entries()) yield { path: [key, index, 'to'], from, to };
  };
  if (type === 'person') yield* list('offices', data.offices);
  if (type === 'place') yield* list('name_history', data.name_history);
  if (type !== 'organisation') return;
  yield* list('leaders', data.leaders);
  yield { path: ['banned', 'date'], from: data.founded?.date, to: data.banned?.date };
}

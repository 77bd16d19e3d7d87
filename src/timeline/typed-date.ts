/** Dates as people type them into an option. */
import { parseDate } from '../knowledge/date.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { type AskedDate, type Days, readDates } from '../language/question-dates.ts';
import { tokenize } from '../language/tokens.ts';

/** The days that a typed date means: EDTF, or words such as "9 June 2019"; null where it is none, or of no one year. */
export function readTypedDate(typed: string, knowledge: Knowledge): Days | null {
  try {
    const { from, to } = parseDate(typed.trim());
    return { from, to };
  } catch {
    const date = readWords(typed, knowledge);
    return date?.periods.length === 1 ? (date.periods[0] ?? null) : null;
  }
}

/** Month and day (`06-09`) of a typed date: the same, or a date of one day, of any year; null where it is none. */
export function readMonthDay(typed: string, knowledge: Knowledge): string | null {
  // In a leap year, every month and day is one.
  const bare = /^\s*(\d{2})-(\d{2})\s*$/.exec(typed);
  const days = bare
    ? readTypedDate(`2000-${bare[1]}-${bare[2]}`, knowledge)
    : (readTypedDate(typed, knowledge) ?? readWords(typed, knowledge)?.periods[0]);
  return days?.from && days.from === days.to ? days.from.slice(5) : null;
}

/** A date in words, where nothing else is said. */
function readWords(typed: string, { pack }: Knowledge): AskedDate | null {
  const { from, to } = parseDate(pack.period);
  const [first, last] = [Number((from ?? to)?.slice(0, 4)), Number((to ?? from)?.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const tokens = tokenize(typed.slice(0, 100));
  const [date, more] = readDates(tokens, years);
  return date && !more && date.first === 0 && date.end === tokens.length ? date : null;
}

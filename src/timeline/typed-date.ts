/** Dates as people type them into an option. */
import { parseDate } from '../knowledge/date.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { type Days, readDates } from '../language/question-dates.ts';
import { tokenize } from '../language/tokens.ts';

/** The days that a typed date can mean: EDTF, or words such as "9 June 2019"; null where it is none. */
export function readTypedDate(typed: string, knowledge: Knowledge): Days | null {
  try {
    const { from, to } = parseDate(typed.trim());
    return { from, to };
  } catch {
    const { from, to } = parseDate(knowledge.pack.period);
    const [first, last] = [Number((from ?? to)?.slice(0, 4)), Number((to ?? from)?.slice(0, 4))];
    const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    const dates = readDates(tokenize(typed.slice(0, 100)), years);
    return dates.length === 1 ? (dates[0]?.periods[0] ?? null) : null;
  }
}

/** Month and day (`06-09`) of a typed date: the same, or a date of one day; null where it is none. */
export function readMonthDay(typed: string, knowledge: Knowledge): string | null {
  const bare = /^\s*(\d{2})-(\d{2})\s*$/.exec(typed);
  const days = bare ? readTypedDate(`2000-${bare[1]}-${bare[2]}`, knowledge) : readTypedDate(typed, knowledge);
  return days?.from && days.from === days.to ? days.from.slice(5) : null;
}

/** Dates with their precision, as EDTF (ISO 8601-2) levels 0 and 1 write them. */
import edtf from 'edtf';

export type Precision = 'day' | 'month' | 'year';

/** First and last day that a date can mean, as ISO days; null where that side is open or unknown. */
export interface DateSpan {
  readonly edtf: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Of the coarser end as written. */
  readonly precision: Precision;
  /** Written with `~` (about), `?` (uncertain) or `%` (both). */
  readonly approximate: boolean;
}

/** One end of an interval: a year, with month and day where known; nothing (unknown) or `..` (open). */
const end = /^(\.\.|[~?%]?\d{4}[~?%]?(-(0[1-9]|1[0-2])[~?%]?(-\d{2}[~?%]?)?)?)?$/;

const day = (instant: unknown): string | null => {
  const at = typeof instant === 'number' ? instant : Number.NaN;
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : null;
};

/** Whether a text is a date or interval that {@link parseDate} reads. */
export function isEdtf(text: string): boolean {
  try {
    parseDate(text);
    return true;
  } catch {
    return false;
  }
}

/** Reading one takes a tenth of a millisecond, and the same few hundred stand in the records again and again. */
const read = new Map<string, DateSpan>();
/** Far more than a body of knowledge has; people type dates too, and those must not add up. */
const mostRead = 10_000;

/**
 * Reads an EDTF date or interval of level 0 or 1 with a precision of year, month or day.
 * @throws RangeError where the text is none, or its end comes before its start.
 */
export function parseDate(text: string): DateSpan {
  const known = read.get(text);
  if (known) return known;
  const span = readDate(text);
  if (read.size >= mostRead) read.clear();
  read.set(text, span);
  return span;
}

function readDate(text: string): DateSpan {
  if (!text.split('/').every((part) => end.test(part))) throw new RangeError(`Not an EDTF date: ${text}`);
  let parsed: { min: unknown; max: unknown };
  try {
    parsed = edtf(text);
  } catch {
    throw new RangeError(`Not an EDTF date: ${text}`);
  }
  const from = day(parsed.min);
  const to = day(parsed.max);
  const ends = text.split('/').filter((end) => /\d/.test(end));
  if ((!from && !to) || ends.length === 0 || (from && to && from > to))
    throw new RangeError(`Not an EDTF date: ${text}`);
  const hyphens = Math.min(...ends.map((end) => end.split('-').length));
  return {
    edtf: text,
    from,
    to,
    precision: hyphens >= 3 ? 'day' : hyphens === 2 ? 'month' : 'year',
    approximate: /[~?%]/.test(text),
  };
}

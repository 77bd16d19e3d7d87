/**
 * Dates and periods as people ask for them, in English, Russian and Kazakh: "9 June", "в феврале 2019", "2019 жылғы
 * 9–13 маусымда", "between March and May", "21.09.2019", "spring 2019", "2018". One table-driven reader for all three,
 * since the date libraries at hand know no Kazakh and read "March of mothers" or "from 9 June to 13 June" as hours.
 */
import { afters, aftersAfter, befores, beforesAfter, filler, joins, monthOf, seasonOf } from './calendar-words.ts';
import { kazakhToCyrillic } from './kazakh.ts';
import type { Token } from './tokens.ts';

export interface Days {
  /** First and last day, ISO; null where that side is open. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface AskedDate {
  /** What the words can mean: one period, or, where no year is said, one in each year of the knowledge. */
  readonly periods: readonly Days[];
  readonly precision: 'day' | 'month' | 'year';
  readonly yearSaid: boolean;
  /** Positions among the tokens: first, and the one after the last. */
  readonly first: number;
  readonly end: number;
}

interface Part {
  year?: number;
  month?: number;
  months?: number;
  day?: number;
  lastDay?: number;
  first: number;
  end: number;
}

/** Four digits together; with a separator it is a count. */
const isYear = (token: Token | undefined) => token !== undefined && /^(1[5-9]|20)\d\d$/.test(token.text);
const dayNumber = (token: Token | undefined) =>
  token && /^0?([1-9]|[12]\d|3[01])$/.test(token.folded) ? Number(token.folded) : undefined;

const isOneOf = (token: Token | undefined, words: ReadonlySet<string>) =>
  token !== undefined && (words.has(token.folded) || words.has(kazakhToCyrillic(token.folded)));

/** Reads one date that begins at a token, or null. */
function readPart(tokens: readonly Token[], at: number): Part | null {
  const skip = (from: number) => {
    let next = from;
    while (next < tokens.length && isOneOf(tokens[next], filler)) next++;
    return next;
  };
  const month = (index: number) => monthOf(tokens[index]?.folded ?? '') ?? undefined;
  const token = tokens[at] as Token;
  const dotted = /^(\d{1,2})[.](\d{1,2})[.](\d{4})$/.exec(token.folded);
  if (dotted)
    return { day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]), first: at, end: at + 1 };

  const part: Part = { first: at, end: at };
  let next = at;
  if (isYear(token)) {
    part.year = Number(token.folded);
    part.end = at + 1;
    next = skip(part.end);
    const iso = [tokens[at + 1], tokens[at + 2]];
    if (iso[0] && /^(0[1-9]|1[0-2])$/.test(iso[0].folded) && iso[0].start === token.end + 1) {
      const day = iso[1] && iso[1].start === iso[0].end + 1 ? dayNumber(iso[1]) : undefined;
      return { ...part, month: Number(iso[0].folded), ...(day ? { day } : {}), end: at + (day ? 3 : 2) };
    }
  }
  const day = dayNumber(tokens[next]);
  if (day) {
    let after = skip(next + 1);
    let lastDay: number | undefined;
    const joined = isOneOf(tokens[after], joins) ? after + 1 : after;
    if (!month(after) && dayNumber(tokens[joined])) {
      lastDay = dayNumber(tokens[joined]);
      after = skip(joined + 1);
    }
    const named = month(after);
    if (named) {
      Object.assign(part, { day, month: named, end: after + 1 });
      if (lastDay && lastDay > day) part.lastDay = lastDay;
    }
  } else if (month(next) && (next > at || standsAsMonth(tokens, next))) {
    Object.assign(part, { month: month(next), end: next + 1 });
    const following = skip(next + 1);
    const dayAfter = dayNumber(tokens[following]);
    if (dayAfter) {
      Object.assign(part, { day: dayAfter, end: skip(following + 1) });
      const last = isOneOf(tokens[part.end], joins) ? part.end + 1 : part.end;
      const lastDay = dayNumber(tokens[last]);
      if (lastDay && lastDay > dayAfter) Object.assign(part, { lastDay, end: last + 1 });
    }
  } else {
    const season = seasonOf(tokens[next]?.folded ?? '');
    if (season && (part.year || isYear(tokens[skip(next + 1)])))
      Object.assign(part, { month: season, months: 3, end: next + 1 });
  }
  if (part.end === at) return null;
  if (!part.year && part.month) {
    const year = skip(part.end);
    if (isYear(tokens[year])) Object.assign(part, { year: Number(tokens[year]?.folded), end: year + 1 });
  }
  while (part.end < tokens.length && isOneOf(tokens[part.end], filler)) part.end++;
  return part;
}

/** "may" and "march" are also other words: as months they have a number beside them, or a preposition and no article. */
function standsAsMonth(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.folded ?? '';
  if (!/^(may|march|mar|sep|казан\S*)$/.test(word)) return true;
  const next = tokens[at + 1];
  if (next && (isYear(next) || dayNumber(next))) return true;
  const before = tokens[at - 1]?.folded ?? '';
  return (
    /^(in|of|during|since|until|by|early|late|mid|last|from|to|between|and|before|after)$/.test(before) &&
    next?.folded !== 'of'
  );
}

const two = (n: number) => String(n).padStart(2, '0');

/** The days of a part in a year; null where there is no such day. */
function days(part: Part, year: number): Days | null {
  if (!part.month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  try {
    const start = Temporal.PlainDate.from(`${year}-${two(part.month)}-${two(part.day ?? 1)}`);
    const end = part.day
      ? start.with({ day: part.lastDay ?? part.day })
      : start.add({ months: part.months ?? 1 }).subtract({ days: 1 });
    return { from: start.toString(), to: end.toString() };
  } catch {
    return null;
  }
}

/**
 * The dates that a question names, in order.
 * @param years the years that a date without one may mean, first to last.
 */
export function readDates(tokens: readonly Token[], years: readonly number[]): AskedDate[] {
  const parts: Part[] = [];
  for (let at = 0; at < tokens.length; ) {
    const part = readPart(tokens, at);
    if (part) parts.push(part);
    at = part ? part.end : at + 1;
  }
  const dates: AskedDate[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    const other = parts[i + 1];
    const between = other ? tokens.slice(part.end, other.first) : [];
    const opener = tokens[part.first - 1]?.folded ?? '';
    const range =
      other !== undefined &&
      between.length <= 1 &&
      between.every((word) => isOneOf(word, joins)) &&
      (!/^(and|и|жане)$/.test(between[0]?.folded ?? '') || /^(between|между)$/.test(opener)) &&
      (between.length > 0 || tokens[other.first]?.start === (tokens[part.end - 1]?.end ?? 0) + 1);
    if (range && other) {
      if (!part.year && other.year) part.year = other.year;
      dates.push(asked(part, years, other));
      i++;
    } else dates.push(open(asked(part, years), tokens));
  }
  return dates.filter((date) => date.periods.length > 0);
}

function asked(part: Part, years: readonly number[], until?: Part): AskedDate {
  const periods: Days[] = [];
  for (const year of part.year ? [part.year] : years) {
    const start = days(part, year);
    const end = until ? days(until, until.year ?? year) : start;
    if (start && end && (start.from ?? '') <= (end.to ?? '')) periods.push({ from: start.from, to: end.to });
    // The winter of a year is the one it begins with, or the one it ends with.
    if (part.months && part.month === 12) {
      const january = days({ ...part, month: 1, months: 2 }, year);
      if (january) periods.unshift(january);
    }
  }
  return {
    periods,
    precision: part.day ? 'day' : part.month ? 'month' : 'year',
    yearSaid: part.year !== undefined,
    first: part.first,
    end: until ? until.end : part.end,
  };
}

/** "before …", "since …": the period with that side open. */
function open(date: AskedDate, tokens: readonly Token[]): AskedDate {
  const before = tokens[date.first - 1]?.folded ?? '';
  const after = tokens[date.end];
  if (befores.has(before))
    return { ...date, first: date.first - 1, periods: date.periods.map((p) => ({ from: null, to: p.to })) };
  if (isOneOf(after, beforesAfter))
    return { ...date, end: date.end + 1, periods: date.periods.map((p) => ({ from: null, to: p.to })) };
  if (
    afters.has(before) &&
    !(date.precision === 'day' && /^(с|со)$/.test(before) && date.periods.some((p) => p.from !== p.to))
  )
    return { ...date, first: date.first - 1, periods: date.periods.map((p) => ({ from: p.from, to: null })) };
  if (isOneOf(after, aftersAfter))
    return { ...date, end: date.end + 1, periods: date.periods.map((p) => ({ from: p.from, to: null })) };
  return date;
}

/** Whether two periods share a day; an open side reaches as far as needed. */
export const overlaps = (a: Days, b: Days): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);

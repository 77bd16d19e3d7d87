/** Dates as people write them, no finer than they are known: "9 June 2019", "февраль 2019 года", "2018–2020 жылдар". */
import type { DateSpan, Precision } from '../knowledge/date.ts';

/** One side of an open interval, for languages that decline it. */
interface Side {
  readonly text: string;
  readonly precision: Precision;
  readonly year: string;
  /** 0 for January. */
  readonly month: number;
}

/** The words around a date that Intl abbreviates or has not. */
interface Wording {
  /** How Intl abbreviates "year" after a number, and what is written instead. */
  readonly year?: readonly [abbreviated: RegExp, written: string];
  readonly oneYear: (year: string) => string;
  readonly years: (years: string) => string;
  readonly about: (date: string) => string;
  readonly since: (side: Side) => string;
  readonly from: (side: Side) => string;
  readonly until: (side: Side) => string;
}

const itself = (text: string): string => text;

const russianGenitive = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const russianSide = ({ precision, text, year, month }: Side): string =>
  precision === 'day' ? text : precision === 'month' ? `${russianGenitive[month]} ${year} года` : `${year} года`;

/** Endings after each month's name, January first. */
const kazakhAblative = 'дан нан дан ден дан нан ден дан тен нан дан нан'.split(' ');
const kazakhDative = 'ға ға ға ге ға ға ге ға ке ға ға ға'.split(' ');
const kazakhSide = ({ precision, text, year, month }: Side, endings: readonly string[], afterYear: string): string =>
  precision === 'year' ? `${year} жыл${afterYear}` : `${text}${endings[month]}`;

const wordings: Readonly<Record<string, Wording>> = {
  en: {
    oneYear: itself,
    years: itself,
    about: (date) => `about ${date}`,
    since: ({ text }) => `since ${text}`,
    from: ({ text }) => `from ${text}`,
    until: ({ text }) => `until ${text}`,
  },
  ru: {
    year: [/ г\./g, ' года'],
    oneYear: (year) => `${year} год`,
    years: (years) => `${years} годы`,
    about: (date) => `примерно ${date}`,
    since: (side) => `с ${russianSide(side)}`,
    from: (side) => `с ${russianSide(side)}`,
    until: (side) => `до ${russianSide(side)}`,
  },
  kk: {
    year: [/ ж\./g, ' жылғы'],
    oneYear: (year) => `${year} жыл`,
    years: (years) => `${years} жылдар`,
    about: (date) => `шамамен ${date}`,
    since: (side) => `${kazakhSide(side, kazakhAblative, 'дан')} бері`,
    from: (side) => `${kazakhSide(side, kazakhAblative, 'дан')} бастап`,
    until: (side) => `${kazakhSide(side, kazakhDative, 'ға')} дейін`,
  },
};

/** For any other language: signs instead of words. */
const signs: Wording = {
  oneYear: itself,
  years: itself,
  about: (date) => `≈ ${date}`,
  since: ({ text }) => `${text} –`,
  from: ({ text }) => `${text} –`,
  until: ({ text }) => `– ${text}`,
};

const fields: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, precision: Precision | 'month-only'): Intl.DateTimeFormat {
  const key = `${language} ${precision}`;
  const known = formats.get(key);
  if (known) return known;
  const options = precision === 'month-only' ? { month: 'long' as const } : fields[precision];
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...options,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
  formats.set(key, format);
  return format;
}

const atMidnight = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`);

function point(isoDay: string, precision: Precision, language: string, wording: Wording): string {
  const text = formatOf(language, precision).format(atMidnight(isoDay));
  if (precision === 'year') return wording.oneYear(text);
  return wording.year ? text.replace(...wording.year) : text;
}

/** From one end to the other, naming the month or year they share once; the dash is spaced where an end has a space. */
function range(from: string, to: string, precision: Precision, language: string, wording: Wording): string {
  const parts = formatOf(language, precision).formatRangeToParts(atMidnight(from), atMidnight(to));
  const ownToStart = parts.filter((part) => part.source === 'startRange' && part.type !== 'literal');
  if (precision === 'month' && from.slice(0, 4) === to.slice(0, 4) && ownToStart.some((part) => part.type === 'year'))
    return `${formatOf(language, 'month-only').format(atMidnight(from))}–${point(to, precision, language, wording)}`;
  const text = parts.map((part) => part.value).join('');
  const dashed = text.replace(/\s*–\s*/, ownToStart.length > 1 ? ' – ' : '–');
  if (precision === 'year') return wording.years(dashed);
  return wording.year ? dashed.replace(...wording.year) : dashed;
}

/**
 * A date or period in words, as precise as it was written and no more.
 * @param language a BCP 47 tag; English, Russian and Kazakh have words for "about" and "since", others signs.
 */
export function formatSpan(span: DateSpan, language: string): string {
  const base = language.split('-')[0] ?? language;
  const wording = wordings[base] ?? signs;
  const intl = base in wordings ? base : language;
  const [first = '', last] = span.edtf.split('/');
  const ended = last === undefined ? first : last;
  let text: string;
  if (span.from && span.to) {
    const [start, end] = [precisionOf(first), precisionOf(ended)];
    if (last === undefined || (start === end && isOneUnit(span.from, span.to, start)))
      text = point(span.from, start, intl, wording);
    else if (start === end) text = range(span.from, span.to, start, intl, wording);
    else text = `${point(span.from, start, intl, wording)} – ${point(span.to, end, intl, wording)}`;
    return span.approximate ? wording.about(text) : text;
  }
  const known = span.from ?? span.to;
  if (!known) return span.edtf;
  const precision = precisionOf(span.from ? first : ended);
  const dated =
    precision === 'year' ? formatOf(intl, 'year').format(atMidnight(known)) : point(known, precision, intl, wording);
  text = span.approximate ? wording.about(dated) : dated;
  const side: Side = { text, precision, year: known.slice(0, 4), month: Number(known.slice(5, 7)) - 1 };
  if (!span.from) return wording.until(side);
  return ended === '..' ? wording.since(side) : wording.from(side);
}

/**
 * The time between two dates of which either may be missing: an office held, a name borne. Empty where both are.
 * An end that is missing is not taken for "still": the record may not know it.
 */
export function formatPeriod(from: DateSpan | undefined, to: DateSpan | undefined, language: string): string {
  const start = from?.edtf.split('/')[0] ?? '';
  const end = to?.edtf.split('/').at(-1) ?? '';
  if (!from && !to) return '';
  const period: DateSpan = {
    edtf: start === end ? start : `${start}/${end}`,
    from: from?.from ?? null,
    to: to?.to ?? null,
    precision: from?.precision ?? to?.precision ?? 'day',
    approximate: (from?.approximate || to?.approximate) ?? false,
  };
  return formatSpan(period, language);
}

function precisionOf(end: string): Precision {
  const hyphens = end.split('-').length;
  return hyphens >= 3 ? 'day' : hyphens === 2 ? 'month' : 'year';
}

function isOneUnit(from: string, to: string, precision: Precision): boolean {
  const length = precision === 'day' ? 10 : precision === 'month' ? 7 : 4;
  return from.slice(0, length) === to.slice(0, length);
}

/** The numbers and months that a text names, in a form in which two languages can be compared. */

/** One number or month as written, and every way in which it can be read (`4,000` may be 4000 or 4). */
export interface Quantity {
  readonly shown: string;
  readonly readings: readonly string[];
  /** Read if the other text needs it, never asked of the other text: a month's name away from any number. */
  readonly optional: boolean;
}

const number = new RegExp(
  [
    String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)`,
    String.raw`(?<dotted>\d{1,2}\.\d{1,2}\.\d{4})(?!\d)`,
    String.raw`(?<clock>\d{1,2}:\d{2})(?!\d)`,
    String.raw`(?<grouped>\d{1,3}(?<separator>[ ,.'])\d{3}(?:\k<separator>\d{3})*)(?!\d)(?<decimals>[.,]\d+)?`,
    String.raw`(?<plain>\d+(?:[.,]\d+)?)`,
  ]
    .map((form) => `(?<!\\d)${form}`)
    .join('|'),
  'gu',
);

/** Every number and month in the text. Numbers in words are not looked for. */
export function quantitiesOf(text: string, language: string): Quantity[] {
  const plain = text.normalize('NFKC');
  const found: Quantity[] = [];
  for (const match of plain.matchAll(number)) {
    const [shown] = match;
    const after = plain.slice(match.index + shown.length);
    const parts = match.groups ?? {};
    const date = parts.dotted ? parts.dotted.split('.').reverse() : parts.year && [parts.year, parts.month, parts.day];
    if (date) {
      const [year, month, day] = date.map(Number);
      for (const reading of [`${year}`, `month ${month}`, `${day}`])
        found.push({ shown: reading, readings: [reading], optional: false });
    } else found.push({ shown, readings: readNumber(shown, parts, after, language), optional: false });
  }
  for (const match of plain.matchAll(/\p{L}+/gu)) {
    const month = monthOf(match[0], language);
    if (month === undefined) continue;
    const before = plain.slice(0, match.index);
    const after = plain.slice(match.index + match[0].length);
    const dated = /\d\S{0,3}\s*(?:\p{L}+\.?\s+)?$/u.test(before) || /^\s*,?\s*\d/.test(after);
    found.push({ shown: match[0], readings: [`month ${month}`], optional: !dated });
  }
  return found;
}

/** What one text names and the other does not, each thing once. */
export function missingFrom(other: readonly Quantity[], these: readonly Quantity[]): string[] {
  const there = new Set(other.flatMap(({ readings }) => readings));
  const lacking = these.filter(({ optional, readings }) => !optional && !readings.some((one) => there.has(one)));
  return [...new Set(lacking.map(({ shown }) => shown))];
}

function readNumber(
  shown: string,
  parts: Record<string, string | undefined>,
  after: string,
  language: string,
): string[] {
  const meridiem = /^\s?([ap])\.?m\b/i.exec(after)?.[1]?.toLowerCase();
  if (parts.clock || meridiem) {
    const [hour = 0, minute = 0] = shown.split(/[:.]/).map(Number);
    // "2 p.m." is 14 o'clock in one language and 2 in the afternoon in another.
    const hours = meridiem ? [(hour % 12) + (meridiem === 'p' ? 12 : 0), hour] : [hour];
    return hours.flatMap((each) => (minute === 0 ? [`${each}`, `${each}:0`] : [`${each}:${minute}`]));
  }
  const values = [Number(shown.replace(',', '.'))];
  if (parts.grouped) {
    const whole = parts.grouped.replace(/\D/g, '');
    values.unshift(Number(whole + (parts.decimals ?? '').replace(',', '.')));
  }
  const word = /^[\s-]?(\p{L}+)/u.exec(after)?.[1]?.toLowerCase();
  const scale = word && scalesOf(language).find(({ stem }) => word.startsWith(stem))?.value;
  // Rounded, since 1.1 × 1000 is not quite 1100.
  if (scale) values.push(...values.map((value) => Math.round(value * scale * 1000) / 1000));
  return values.filter(Number.isFinite).map(String);
}

const prefixOf = (words: readonly string[]): string => {
  const [first = '', ...rest] = words;
  let length = first.length;
  while (rest.some((word) => !word.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, length);
};

const cached = <Value>(make: (language: string) => Value) => {
  const known = new Map<string, Value>();
  return (language: string): Value => {
    const value = known.get(language) ?? make(language);
    known.set(language, value);
    return value;
  };
};

/** "thousand", "тыс.", "миллион": how a language's words for powers of a thousand begin. */
const scalesOf = cached((language) =>
  [1e3, 1e6, 1e9].flatMap((value) =>
    (['long', 'short'] as const).flatMap((compactDisplay) => {
      const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay });
      const words = [1, 2, 5].map(
        (times) =>
          format
            .formatToParts(times * value)
            .find(({ type }) => type === 'compact')
            ?.value.toLowerCase() ?? '',
      );
      const stem = prefixOf(words).replace(/\P{L}/gu, '');
      return stem.length >= 3 ? [{ stem, value }] : [];
    }),
  ),
);

/** Languages that add endings to the names of months. */
const inflecting = new Set(['ru', 'kk']);

const monthsOf = cached((language) => {
  const bare = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  // A script or language for which Intl falls back to another has no names to look for.
  if (bare.resolvedOptions().locale !== language) return [];
  const dated = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const day = new Date(Date.UTC(2001, index, 1));
    const forms = [bare, dated].map(
      (format) =>
        format
          .formatToParts(day)
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase() ?? '',
    );
    return { forms, stem: prefixOf(forms) };
  });
});

/** Whether months can be told from other words in this language. */
export const knowsMonths = (language: string): boolean => monthsOf(language).length > 0;

/** 1 for January, in any case; undefined where the word is no month. */
function monthOf(word: string, language: string): number | undefined {
  const lower = word.toLowerCase();
  const index = monthsOf(language).findIndex(({ forms, stem }) => {
    if (forms.includes(lower)) return true;
    if (!inflecting.has(language)) return false;
    // Too short to begin nothing else (май, мая): its endings are counted out.
    if (stem.length < 3)
      return lower.length <= stem.length + 2 && /^[йяюе]м?$/.test(lower.slice(stem.length)) && lower.startsWith(stem);
    return lower.startsWith(stem);
  });
  return index < 0 ? undefined : index + 1;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/knowledge/date.ts';
import { formatPeriod, formatSpan } from '../../src/language/format-date.ts';

const table: [edtf: string, en: string, ru: string, kk: string][] = [
  ['2019-06-09', '9 June 2019', '9 июня 2019 года', '2019 жылғы 9 маусым'],
  ['2019-02', 'February 2019', 'февраль 2019 года', '2019 жылғы ақпан'],
  ['2019', '2019', '2019 год', '2019 жыл'],
  ['2018-12-16/2018-12-17', '16–17 December 2018', '16–17 декабря 2018 года', '2018 жылғы 16–17 желтоқсан'],
  [
    '2019-02-28/2019-03-03',
    '28 February – 3 March 2019',
    '28 февраля – 3 марта 2019 года',
    '2019 жылғы 28 ақпан – 3 наурыз',
  ],
  [
    '2018-12-30/2019-01-02',
    '30 December 2018 – 2 January 2019',
    '30 декабря 2018 года – 2 января 2019 года',
    '2018 жылғы 30 желтоқсан – 2019 жылғы 2 қаңтар',
  ],
  ['2019-02/2019-05', 'February–May 2019', 'февраль–май 2019 года', '2019 жылғы ақпан–мамыр'],
  [
    '2018-11/2019-01',
    'November 2018 – January 2019',
    'ноябрь 2018 года – январь 2019 года',
    '2018 жылғы қараша – 2019 жылғы қаңтар',
  ],
  ['2018/2020', '2018–2020', '2018–2020 годы', '2018–2020 жылдар'],
  [
    '2018-05/2019-06-09',
    'May 2018 – 9 June 2019',
    'май 2018 года – 9 июня 2019 года',
    '2018 жылғы мамыр – 2019 жылғы 9 маусым',
  ],
  ['2019-05~', 'about May 2019', 'примерно май 2019 года', 'шамамен 2019 жылғы мамыр'],
  ['2019-03-20/..', 'since 20 March 2019', 'с 20 марта 2019 года', '2019 жылғы 20 наурыздан бері'],
  ['2019-03-20/', 'from 20 March 2019', 'с 20 марта 2019 года', '2019 жылғы 20 наурыздан бастап'],
  ['../2019-04', 'until April 2019', 'до апреля 2019 года', '2019 жылғы сәуірге дейін'],
  ['2007/..', 'since 2007', 'с 2007 года', '2007 жылдан бері'],
];

describe('formatSpan', () => {
  test.each(table)('%s', (edtf, en, ru, kk) => {
    const span = parseDate(edtf);
    expect([formatSpan(span, 'en'), formatSpan(span, 'ru'), formatSpan(span, 'kk')]).toEqual([en, ru, kk]);
  });

  test('another language has its own order, and signs for the words it lacks', () => {
    expect(formatSpan(parseDate('1811-02-01'), 'fr')).toBe('1 février 1811');
    expect(formatSpan(parseDate('1811~'), 'fr')).toBe('≈ 1811');
    expect(formatSpan(parseDate('1811/..'), 'fr')).toBe('1811 –');
  });

  const anyDay = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anyEnd = fc
    .tuple(anyDay, fc.constantFrom(4, 7, 10), fc.constantFrom('', '~', '?', '%'))
    .map(([day, length, sign]) => day.slice(0, length) + sign);
  const anySpan = fc.oneof(
    anyEnd,
    anyEnd.map((end) => `${end}/..`),
    anyEnd.map((end) => `../${end}`),
    fc
      .tuple(anyDay, anyDay, fc.constantFrom(4, 7, 10))
      .filter(([one, other, length]) => one.slice(0, length) !== other.slice(0, length))
      .map(([one, other, length]) =>
        [one, other]
          .sort()
          .map((day) => day.slice(0, length))
          .join('/'),
      ),
  );

  test('every date has its years in it, and no day that it does not know', () => {
    fc.assert(
      fc.property(anySpan, fc.constantFrom('en', 'ru', 'kk', 'fr', 'kk-Latn'), (edtf, language) => {
        const text = formatSpan(parseDate(edtf), language);
        for (const year of edtf.match(/\d{4}/g) ?? []) expect(text).toContain(year);
        if (!/\d-\d\d-\d/.test(edtf)) expect(text.replace(/\d{4}/g, '')).not.toMatch(/\d/);
      }),
    );
  });
});

test('formatPeriod joins two dates, of which either may be missing', () => {
  const from = parseDate('1990-04-24');
  const to = parseDate('2019-03-20');
  expect(formatPeriod(from, to, 'en')).toBe('24 April 1990 – 20 March 2019');
  expect(formatPeriod(from, undefined, 'ru')).toBe('с 24 апреля 1990 года');
  expect(formatPeriod(undefined, to, 'kk')).toBe('2019 жылғы 20 наурызға дейін');
  expect(formatPeriod(to, to, 'en')).toBe('20 March 2019');
  expect(formatPeriod(to, parseDate('2019-03'), 'en')).toBe('20 March 2019 – March 2019');
  expect(formatPeriod(undefined, undefined, 'en')).toBe('');
});

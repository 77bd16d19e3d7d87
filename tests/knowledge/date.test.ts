import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEdtf, parseDate } from '../../src/knowledge/date.ts';

describe('parseDate', () => {
  test.each([
    ['2019-06-09', '2019-06-09', '2019-06-09', 'day', false],
    ['2019-02', '2019-02-01', '2019-02-28', 'month', false],
    ['2020', '2020-01-01', '2020-12-31', 'year', false],
    ['2018-12-16/2018-12-17', '2018-12-16', '2018-12-17', 'day', false],
    ['2018-05/2019-06-09', '2018-05-01', '2019-06-09', 'month', false],
    ['2019-05~', '2019-05-01', '2019-05-31', 'month', true],
    ['2019?', '2019-01-01', '2019-12-31', 'year', true],
    ['2019-03-20/..', '2019-03-20', null, 'day', false],
    ['../2019', null, '2019-12-31', 'year', false],
  ] as const)('%s', (edtf, from, to, precision, approximate) => {
    expect(parseDate(edtf)).toEqual({ edtf, from, to, precision, approximate });
  });

  test.each([
    ...['', '/', '..', '../..', 'June 2019', '9.6.2019', '2019-6-9', '20190609', '2019-13', '2019-02-30', '2019-00'],
    ...['2019-21', '201', '2019-06-09/2019-06-01', '2019/2018', '2019-06-09T10:00', '2019-06-XX', '1/2/3'],
  ])('%j is none', (text) => {
    expect(isEdtf(text)).toBe(false);
  });

  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('every day of the calendar is itself, and lies in its month and year', () => {
    fc.assert(
      fc.property(day, (text) => {
        expect(parseDate(text)).toMatchObject({ from: text, to: text });
        for (const coarser of [parseDate(text.slice(0, 7)), parseDate(text.slice(0, 4))]) {
          expect(coarser.from && coarser.from <= text).toBe(true);
          expect(coarser.to && coarser.to >= text).toBe(true);
        }
      }),
    );
  });

  test('two days make an interval in their order only', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        fc.pre(one !== other);
        expect(isEdtf(`${one}/${other}`)).toBe(one < other);
      }),
    );
  });

  test('no text makes it fail in any other way', () => {
    const almost = fc
      .array(fc.constantFrom(...'0123456789-/.~?%XYT '), { maxLength: 24 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        try {
          const { from, to } = parseDate(text);
          expect(from ?? to).toMatch(/^\d{4}-\d\d-\d\d$/);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

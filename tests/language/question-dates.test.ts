import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDates } from '../../src/language/question-dates.ts';
import { tokenize } from '../../src/language/tokens.ts';

const years = [2018, 2019, 2020];
const read = (text: string) =>
  readDates(tokenize(text), years).map(({ periods }) => periods.map(({ from, to }) => `${from ?? ''}/${to ?? ''}`));

test.each([
  ['on 9 June 2019', '2019-06-09/2019-06-09'],
  ['June 9th, 2019', '2019-06-09/2019-06-09'],
  ['2019-06-09', '2019-06-09/2019-06-09'],
  ['09.06.2019', '2019-06-09/2019-06-09'],
  ['9 июня 2019 года', '2019-06-09/2019-06-09'],
  ['9-го июня 2019-го', '2019-06-09/2019-06-09'],
  ['2019 жылғы 9 маусымда', '2019-06-09/2019-06-09'],
  ['2019 жылдың 9 маусымында', '2019-06-09/2019-06-09'],
  ['2019 jyly 9 mausymda', '2019-06-09/2019-06-09'],
  ['in february 2019', '2019-02-01/2019-02-28'],
  ['в феврале 2020', '2020-02-01/2020-02-29'],
  ['2019 жылдың ақпанында', '2019-02-01/2019-02-28'],
  ['in 2018', '2018-01-01/2018-12-31'],
  ['spring 2019', '2019-03-01/2019-05-31'],
  ['весной 2019 года', '2019-03-01/2019-05-31'],
  ['from 9 June to 13 June 2019', '2019-06-09/2019-06-13'],
  ['9–13 June 2019', '2019-06-09/2019-06-13'],
  ['с 9 по 13 июня 2019', '2019-06-09/2019-06-13'],
  ['between March and May 2019', '2019-03-01/2019-05-31'],
  ['с марта по май 2019', '2019-03-01/2019-05-31'],
  ['before March 2019', '/2019-03-31'],
  ['since 9 June 2019', '2019-06-09/'],
  ['2019 жылғы 21 қыркүйектен кейін', '2019-09-21/'],
])('%s', (text, period) => {
  expect(read(text)).toEqual([[period]]);
});

test('a day without a year may be of any year that is recorded', () => {
  expect(read('What happened on 9 June?')).toEqual([
    ['2018-06-09/2018-06-09', '2019-06-09/2019-06-09', '2020-06-09/2020-06-09'],
  ]);
});

test('the winter of a year is the one that it begins with or the one that it ends with', () => {
  expect(read('winter 2019')).toEqual([['2019-01-01/2019-02-28', '2019-12-01/2020-02-29']]);
  expect(read('зимой 2020')).toEqual([['2020-01-01/2020-02-29', '2020-12-01/2021-02-28']]);
});

test('words that are also months are months only where they stand as such', () => {
  expect(read('Who may march here?')).toEqual([]);
  expect(read('the march of mothers')).toEqual([]);
  expect(read('in March')).toHaveLength(1);
});

test('a day that no calendar has is no day', () => {
  expect(read('30 February 2019')).toEqual([]);
});

test('every day of the years is read as itself, in three languages', () => {
  const day = fc.date({ min: new Date('2018-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom('en', 'ru', 'kk'), (date, language) => {
      const iso = date.toISOString().slice(0, 10);
      const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
      expect(read(written)).toEqual([[`${iso}/${iso}`]]);
    }),
  );
});

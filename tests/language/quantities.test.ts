import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingFrom, quantitiesOf } from '../../src/language/quantities.ts';

type Text = [language: string, text: string];

function differences([language, text]: Text, [other, translation]: Text): string[] {
  const [these, those] = [quantitiesOf(text, language), quantitiesOf(translation, other)];
  return [...missingFrom(those, these), ...missingFrom(these, those)];
}

describe('the same numbers and dates, written as each language does', () => {
  const pairs: [Text, Text][] = [
    [
      ['en', 'About 4,000 people'],
      ['ru', 'Около 4000 человек'],
    ],
    [
      ['en', 'About 4,000 people'],
      ['kk', '4 000-ға жуық адам'],
    ],
    [
      ['en', '1,234,567 votes'],
      ['fr', '1 234 567 voix'],
    ],
    [
      ['en', '70.96 per cent'],
      ['ru', '70,96 %'],
    ],
    [
      ['en', '70.90 per cent'],
      ['kk', '70,9 пайыз'],
    ],
    [
      ['en', '3.5 million tenge'],
      ['ru', '3,5 млн тенге'],
    ],
    [
      ['en', '4,000 workers'],
      ['ru', '4 тысячи рабочих'],
    ],
    [
      ['en', '1.1 thousand'],
      ['ru', '1100'],
    ],
    [
      ['en', '2,500,000'],
      ['kk', '2,5 миллион'],
    ],
    [
      ['en', 'on 9 June 2019'],
      ['ru', '9 июня 2019 года'],
    ],
    [
      ['en', 'in May 2019'],
      ['ru', 'в мае 2019 года'],
    ],
    [
      ['en', 'by March 2018'],
      ['ru', 'к марту 2018 года'],
    ],
    [
      ['en', 'on 16 December'],
      ['kk', '16 желтоқсанда'],
    ],
    [
      ['en', 'in August 2020'],
      ['kk', '2020 жылғы тамызда'],
    ],
    [
      ['en', 'on 1 September 1858'],
      ['fr', 'le 1er septembre 1858'],
    ],
    [
      ['en', 'from 9 to 13 June'],
      ['ru', '9–13 июня'],
    ],
    [
      ['en', 'on 9 June 2019'],
      ['ru', '09.06.2019'],
    ],
    [
      ['en', 'at 5 p.m.'],
      ['ru', 'в 17:00'],
    ],
    [
      ['en', 'at 5.30 p.m.'],
      ['ru', 'в 17:30'],
    ],
    [
      ['en', 'from 2 p.m.'],
      ['kk', 'күндізгі сағат 2-ден'],
    ],
    [
      ['en', 'March through May Street'],
      ['ru', 'Шествие по улице'],
    ],
    [
      ['en', 'Nauryz'],
      ['kk', 'Наурыз мейрамы'],
    ],
    [
      ['en', 'Article 174(1)'],
      ['ru', 'статья 174, часть 1'],
    ],
    [
      ['en', 'COVID-19'],
      ['kk', 'COVID-19-дан'],
    ],
  ];
  test.each(pairs)('%j %j', (one, other) => {
    expect(differences(one, other)).toEqual([]);
  });
});

describe('what differs is named', () => {
  const pairs: [Text, Text, string[]][] = [
    [
      ['en', '500 people'],
      ['ru', '5000 человек'],
      ['500', '5000'],
    ],
    [
      ['en', '9 June'],
      ['ru', '9 июля'],
      ['June', 'июля'],
    ],
    [
      ['en', '9 June'],
      ['kk', '10 маусым'],
      ['9', '10'],
    ],
    [
      ['en', 'in May 2019'],
      ['ru', 'в марте 2019'],
      ['May', 'марте'],
    ],
    [
      ['en', '70.96 per cent'],
      ['ru', '70,69 %'],
      ['70.96', '70,69'],
    ],
    [['en', '957 people, 670 jailed'], ['ru', '957 человек'], ['670']],
    [
      ['en', 'at 5 p.m.'],
      ['ru', 'в 16:00'],
      ['5', '16:00'],
    ],
  ];
  test.each(pairs)('%j %j', (one, other, expected) => {
    expect(differences(one, other)).toEqual(expected);
  });
});

test('a date and a number agree in every language as Intl writes them', () => {
  const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
  const language = fc.constantFrom('en', 'ru', 'kk', 'fr');
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 99_999_999 }), language, language, (date, number, one, other) => {
      const write = (tag: string) => {
        const on = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
        return `${on}; ${new Intl.NumberFormat(tag).format(number)}`;
      };
      expect(differences([one, write(one)], [other, write(other)])).toEqual([]);
    }),
  );
});

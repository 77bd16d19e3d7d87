import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, tokenize } from '../../src/language/tokens.ts';

const terms = (text: string, language: string) => analyse(tokenize(text), language).terms;

test('tokens stand where the text has them, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0;
      for (const { start, end, folded } of tokenize(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(folded).not.toBe('');
        last = end;
      }
    }),
  );
});

test('numbers are one whether or not their thousands are parted', () => {
  expect(tokenize('9,274,110 votes')[0]?.folded).toBe('9274110');
  expect(tokenize('70.96 per cent')[0]?.folded).toBe('70.96');
});

test.each([
  ['en', 'The resignation of the ministers', 'ministers resigned'],
  ['ru', 'отставка министров', 'министр отставки'],
  ['kk', 'министрдің отставкасы', 'министрлер отставкаға'],
])('%s: inflected words have the same stems, and stop words none', (language, one, other) => {
  expect(new Set(terms(one, language))).toEqual(new Set(terms(other, language)));
});

test('Kazakh has the same terms in Cyrillic, without its special letters, and in Latin letters', () => {
  const cyrillic = terms('қазақстан президенті сайлау', 'kk');
  expect(terms('казакстан президенти сайлау', 'kk')).toEqual(cyrillic);
  expect(terms('qazaqstan prezidenti sailau', 'kk')).toEqual(cyrillic);
});

test.each([
  ['en', 'begin began begun'],
  ['en', 'choose chose chosen chooses'],
  ['en', 'child children'],
  ['ru', 'построить построен построили построена построены'],
  ['ru', 'задержать задержан задержали задерживали задержание задержанных'],
  ['ru', 'объявить объявлен объявили объявление'],
  ['ru', 'награждён наградили'],
  ['kk', 'бала балалар балалардың балаларға'],
  ['kk', 'қалада қаланың қалаға қалалар қалалары'],
])('%s: the forms of one word have one stem: %s', (language, forms) => {
  expect(new Set(terms(forms, language)).size).toBe(1);
});

test.each([
  ['en', 'leader lead', 'leaf left'],
  ['ru', 'страна', 'стройка'],
  ['ru', 'экран', 'эксперт'],
])('%s: words of different roots stay apart', (language, one, other) => {
  expect(new Set(terms(one, language)).isDisjointFrom(new Set(terms(other, language)))).toBe(true);
});

test.each([
  ['en', 'seven', '7'],
  ['ru', 'семеро', '7'],
  ['kk', 'жеті', '7'],
])('%s: “%s” is found by %s', (language, word, digits) => {
  expect(terms(word, language)).toEqual(terms(digits, language));
});

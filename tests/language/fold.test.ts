import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, fold } from '../../src/language/fold.ts';

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('case, marks and the special letters of Kazakh do not tell texts apart', () => {
  for (const [one, other] of [
    ['ӘБЛЯЗОВ', 'аблязов'],
    ['қашан', 'кашан'],
    ['Ёлка', 'елка'],
    ['Äbliazov', 'abliazov'],
    ['naïve', 'NAIVE'],
    ['Şymkent', 'Shymkent'],
  ] as const)
    expect(fold(one)).toBe(fold(other));
});

test('й stays another letter than и', () => {
  expect(fold('май')).not.toBe(fold('маи'));
});

test('what nobody sees is removed, and words stay apart', () => {
  expect(clean('wh\u200Be\u00ADn\u202E?')).toBe('when?');
  expect(fold('one\ttwo\nthree')).toBe('one two three');
});

import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/language/detect.ts';

const languages = ['en', 'ru', 'kk'];

test.each([
  ['When did the strike begin?', 'en'],
  ['Когда началась забастовка?', 'ru'],
  ['Ереуіл қашан басталды?', 'kk'],
  ['ереуил кашан басталды', 'kk'],
  ['ereuil qashan bastaldy', 'kk'],
  ['Кто такой Мухтар Аблязов?', 'ru'],
  ['Мұхтар Әблязов деген кім?', 'kk'],
])('%s', (text, language) => {
  expect(detectLanguage(text, languages)).toBe(language);
});

test('a text that does not tell is taken for the language preferred, among those there are', () => {
  expect(detectLanguage('2019?', languages, 'ru')).toBe('ru');
  expect(detectLanguage('😀', languages, 'de')).toBe('en');
});

test('a language that the knowledge has not is never answered', () => {
  expect(detectLanguage('Когда началась забастовка?', ['en'])).toBe('en');
});

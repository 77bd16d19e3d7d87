import { describe, expect, it, test } from 'vitest';
import { isLight } from '../../src/language/light-words.ts';
import { everyday } from '../../src/language/synonyms.ts';
import { stem } from '../../src/language/tokens.ts';

const languages = ['en', 'ru', 'kk'];

describe.each(languages)('the thesaurus in %s', (language) => {
  const groups = everyday(language);

  it('has groups of several words, and none twice', () => {
    expect(groups.length).toBeGreaterThan(500);
    for (const group of groups) expect(new Set(group).size, group.join(', ')).toBeGreaterThan(1);
    const written = groups.map((group) => group.join(','));
    expect(new Set(written).size).toBe(written.length);
  });
});

test('a language without lists has none', () => {
  expect(everyday('de')).toEqual([]);
  expect(isLight('endlich', 'de')).toBe(false);
});

test.each([
  ['en', 'finally', true],
  ['en', 'torture', false],
  ['ru', 'наконец', true],
  ['ru', 'судья', false],
  ['kk', 'ресми', true],
  ['kk', 'аииппул', false],
])('%s: “%s” says little of what is asked: %s', (language, word, expected) => {
  expect(isLight(stem(word, language), language)).toBe(expected);
});

test('a judge is no court', () => {
  for (const form of ['судья', 'судьей', 'судью', 'судей']) expect(stem(form, 'ru')).toBe('судья');
  expect(stem('суд', 'ru')).not.toBe('судья');
});

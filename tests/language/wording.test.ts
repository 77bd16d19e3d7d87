import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languageName, say, WORDINGS, type WordingKey } from '../../src/language/wording.ts';

const keys = Object.keys(WORDINGS.en ?? {}) as WordingKey[];

/** Names of the values that a sentence needs. */
const needs = (text: string, language: string): string[] => {
  const names = JSON.stringify(new IntlMessageFormat(text, language).getAst()).matchAll(
    /"type":[1-6],"value":"(\w+)"/g,
  );
  return [...new Set([...names].map(([, name]) => name as string))].toSorted();
};

describe('wording', () => {
  it.each(Object.keys(WORDINGS))('in %s says everything that English says, with the same values', (language) => {
    expect(Object.keys(WORDINGS[language] ?? {}).toSorted()).toEqual(keys.toSorted());
    for (const key of keys) {
      const [there, english] = [WORDINGS[language]?.[key] ?? '', WORDINGS.en?.[key] ?? ''];
      expect([key, needs(there, language)]).toEqual([key, needs(english, 'en')]);
      expect(there.trim()).toBe(there);
    }
  });

  it('counts as each language does', () => {
    const counted = (language: string) =>
      [1, 2, 5, 11, 21].map((count) => say('timeline.count', language, { count }).replace(/^\d+ /, ''));
    expect(counted('en')).toEqual(['event', 'events', 'events', 'events', 'events']);
    expect(counted('ru')).toEqual(['событие', 'события', 'событий', 'событий', 'событие']);
    expect(counted('kk')).toEqual(['оқиға', 'оқиға', 'оқиға', 'оқиға', 'оқиға']);
  });

  it('takes values as they are, whatever signs they hold', () => {
    expect(say('search.none', 'en', { words: "{x} 'quoted' <b> #" })).toBe("No record matches “{x} 'quoted' <b> #”.");
  });

  it('speaks English where it has no other', () => {
    expect(say('button.next', 'fr')).toBe('Next');
    expect(languageName('kk', 'en')).toBe('Kazakh');
  });
});

import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import type { Engine, FindOptions } from '../../src/answer/types.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadKnowledge('tests/fixtures/lighthouses'));
});
const refs = (words: string, options?: FindOptions) => engine.find(words, options).map(({ record }) => record.ref);

test('a name begun, whole, misspelt or in another script finds its record first', () => {
  for (const words of ['Dougl', 'James Nicholas Douglass', 'Duglas', 'james duoglass', 'Дуглас'])
    expect(refs(words)[0], words).toBe('people/james-nicholas-douglass');
});

test('a type leaves out the others', () => {
  expect(refs('Ar-Men', { type: 'place' })[0]).toBe('places/ar-men');
  expect(refs('Ar-Men', { type: 'place' }).every((ref) => ref.startsWith('places/'))).toBe(true);
  expect(refs('Ar-Men', { type: 'event' }).every((ref) => ref.startsWith('events/'))).toBe(true);
});

test('the limit is kept, and the best come first', () => {
  const found = engine.find('Bishop Rock', { limit: 2 });
  expect(found).toHaveLength(2);
  expect(found[0]?.score).toBeGreaterThanOrEqual(found[1]?.score ?? 0);
});

test('empty words list records in the order of the knowledge, titles in the language asked for', () => {
  const found = engine.find('  ', { type: 'event', language: 'fr' });
  expect(found).toHaveLength(6);
  expect(found[0]?.matched).toBe('Le phare de fer de Bishop Rock est emporté');
});

test('words that are in no name find nothing', () => {
  expect(refs('volcano')).toEqual([]);
});

test('no text is too odd', () => {
  for (const words of ['qqqqqq', '😀', '\u200B', '***', '@everyone', 'x'.repeat(6000)])
    expect(engine.find(words, { limit: 3 }).length).toBeLessThanOrEqual(3);
});

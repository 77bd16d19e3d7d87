import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance } from '../../src/search/distance.ts';

const word = fc.stringMatching(/^[a-z]{0,10}$/);

test.each([
  ['mamai', 'mamay', 1],
  ['ablazov', 'albazov', 1],
  ['nazarbaev', 'nazarbav', 1],
  ['astana', 'almaty', 4],
])('%s and %s are %d apart', (a, b, edits) => {
  expect(distance(a, b, 9)).toBe(edits);
});

test('a word is no distance from itself, and the same distance both ways', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, a, 3)).toBe(0);
      expect(distance(a, b, 20)).toBe(distance(b, a, 20));
    }),
  );
});

test('the limit is never passed, and tells the truth below it', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 4 }), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(limit, distance(a, b, 20)));
    }),
  );
});

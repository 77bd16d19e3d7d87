import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/language/question-kind.ts';
import { createQuestionIndex, type KnownQuestion, type Point } from '../../src/search/question-index.ts';

const known = (of: string, terms: string, kind: Kind = 'what'): KnownQuestion<string> => ({
  of,
  terms: new Set(terms.split(' ')),
  kind: () => kind,
});
const points = (terms: string, isName = false): Point[] =>
  terms.split(' ').map((term) => ({ isName, weight: 1, said: new Map([[term, 1]]) }));
const index = createQuestionIndex(
  [
    known('fire', 'fire put out', 'when'),
    known('hospital', 'girl hospital', 'where'),
    known('bread', 'bread price', 'how-many'),
  ],
  () => 1,
);

describe('how near a question is to one that is known', () => {
  test('is whole where they say the same, and nothing where they share no word', () => {
    const found = index.nearest(points('fire put out'), 'when');
    expect(found.get('fire')).toBe(1);
    expect(found.get('bread')).toBeUndefined();
  });

  test('falls with what either has and the other has not', () => {
    const less = index.nearest(points('fire put'), 'when').get('fire') as number;
    const more = index.nearest(points('fire put out slowly'), 'when').get('fire') as number;
    expect(less).toBeLessThan(1);
    expect(more).toBeLessThan(1);
    expect(index.nearest(points('fire'), 'when').get('fire')).toBeLessThan(less);
  });

  test('is less where another thing is asked for', () => {
    const same = index.nearest(points('girl hospital'), 'where').get('hospital') as number;
    const other = index.nearest(points('girl hospital'), 'when').get('hospital') as number;
    expect(other).toBeLessThan(same);
  });

  test('counts a shared name for less than a shared word', () => {
    const rest = points('hospital');
    const name = index.nearest([...points('girl', true), ...points('bus')], 'where').get('hospital') as number;
    const word = index.nearest([...points('girl'), ...points('bus')], 'where').get('hospital') as number;
    expect(name).toBeLessThan(word);
    expect(index.nearest([...points('girl', true), ...rest], 'where').get('hospital')).toBe(1);
  });

  test('is the same however often it is asked', () => {
    const once = index.nearest(points('girl price'), 'what');
    index.nearest(points('fire bread hospital'), 'what');
    expect(index.nearest(points('girl price'), 'what')).toEqual(once);
  });
});

import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/language/question-kind.ts';
import { createQuestionIndex, type Point, type ReadQuestion } from '../../src/search/question-index.ts';

const kinds: Record<string, Kind> = { 'fire put out': 'when', 'girl hospital': 'where', 'bread price': 'how-many' };
const known = (of: string, text: string): ReadQuestion<string> => ({ of, text, terms: new Set(text.split(' ')) });
const points = (terms: string, isName = false): Point[] =>
  terms.split(' ').map((term) => ({ isName, weight: 1, said: new Map([[term, 1]]) }));
const index = createQuestionIndex(
  [known('fire', 'fire put out'), known('hospital', 'girl hospital'), known('bread', 'bread price')],
  () => 1,
  (text) => kinds[text] ?? 'words',
);

describe('how near a question is to one that is known', () => {
  test('is whole where they say the same, and nothing where they share no word', () => {
    const found = index.nearest(points('fire put out'), 'when');
    expect(found.get('fire')?.likeness).toBe(1);
    expect(found.get('bread')).toBeUndefined();
  });

  test('falls with what either has and the other has not', () => {
    const less = index.nearest(points('fire put'), 'when').get('fire')?.likeness as number;
    const more = index.nearest(points('fire put out slowly'), 'when').get('fire')?.likeness as number;
    expect(less).toBeLessThan(1);
    expect(more).toBeLessThan(1);
    expect(index.nearest(points('fire'), 'when').get('fire')?.likeness).toBeLessThan(less);
  });

  test('is less where another thing is asked for', () => {
    const same = index.nearest(points('girl hospital'), 'where').get('hospital')?.likeness as number;
    const other = index.nearest(points('girl hospital'), 'when').get('hospital')?.likeness as number;
    expect(other).toBeLessThan(same);
  });

  test('counts a shared name for less than a shared word', () => {
    const rest = points('hospital');
    const name = index.nearest([...points('girl', true), ...points('bus')], 'where').get('hospital')
      ?.likeness as number;
    const word = index.nearest([...points('girl'), ...points('bus')], 'where').get('hospital')?.likeness as number;
    expect(name).toBeLessThan(word);
    expect(index.nearest([...points('girl', true), ...rest], 'where').get('hospital')?.likeness).toBe(1);
  });

  test('is the same however often it is asked', () => {
    const once = index.nearest(points('girl price'), 'what');
    index.nearest(points('fire bread hospital'), 'what');
    expect(index.nearest(points('girl price'), 'what')).toEqual(once);
  });
});

import { expect, test } from 'vitest';
import { createSpelling } from '../../src/search/spelling.ts';
import { wordsOf } from '../../src/search/words.ts';
import { asKnowledge } from '../eval/public-questions.ts';

const text =
  'Bees make honey from nectar. Beekeepers harvest honey. The harvest of honey is in August. Nectar is sweet.';
const { knowledge } = asKnowledge([{ title: 'Honey', text, answerable: [], unanswerable: [] }], 'en', 'passage');
const { mend } = createSpelling(wordsOf(knowledge));

test.each([
  ['nectra', 'nectar'],
  ['harvst', 'harvest'],
  ['hharvest', 'harvest'],
])('%s is a slip for %s', (typed, meant) => {
  expect(mend(typed, 'en')).toBe(meant);
});

test.each(['harvest', 'necta', 'vectar', 'haarvvest', 'augst', 'x9harvest'])(
  '%s stays: used itself, too short, another first letter, two slips away, used too seldom, or no word',
  (typed) => {
    expect(mend(typed, 'en')).toBe(typed);
  },
);

test('a language that the knowledge has not mends nothing', () => {
  expect(mend('nectra', 'ru')).toBe('nectra');
});

import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { analyse, tokenize } from '../../src/language/tokens.ts';
import { createLibrary } from '../../src/search/library.ts';
import { asKnowledge } from '../eval/public-questions.ts';

const passages = [
  {
    title: 'Honey',
    text: 'Bees make honey from nectar. A hive keeps it in combs of wax. Beekeepers take the combs in August.',
    answerable: [],
    unanswerable: [],
  },
  {
    title: 'Wax',
    text: 'Candles were made of tallow or of wax. Wax melts at about 63 degrees.',
    answerable: [],
    unanswerable: [],
  },
];
const { knowledge } = asKnowledge(passages, 'en', 'passage');
const library = await createLibrary(knowledge);
const first = (question: string) => library.index('en').search(analyse(tokenize(question), 'en'))[0]?.statement.text.en;

test('the sentence that answers comes first, inflected or not', () => {
  expect(first('What do bees make honey of?')).toMatch(/nectar/);
  expect(first('When do beekeepers take a comb?')).toMatch(/August/);
  expect(first('At how many degrees does wax melt?')).toMatch(/63/);
});

test('features are shares', () => {
  for (const { features } of library.index('en').search(analyse(tokenize('melting wax of candles'), 'en')))
    for (const share of Object.values(features)) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
});

test('a question without words finds nothing', () => {
  expect(library.index('en').search(analyse([], 'en'))).toEqual([]);
});

test('knowledge in several languages is searched in each of its own', async () => {
  const own = await createLibrary(await loadKnowledge('tests/fixtures/lighthouses'));
  const [best] = own.index('fr').search(analyse(tokenize('tempête'), 'fr'));
  expect(best?.statement.record.id).toBe('1850-02-05-bishop-rock-swept-away');
});

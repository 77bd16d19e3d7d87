import { expect, test } from 'vitest';
import { Pack } from '../../src/knowledge/schema.ts';
import { analyse, tokenize } from '../../src/language/tokens.ts';
import { createLibrary } from '../../src/search/library.ts';
import { createSynonyms } from '../../src/search/synonyms.ts';
import { asKnowledge } from '../eval/public-questions.ts';

const pack = Pack.parse({
  name: { en: 'Bees' },
  period: '1900/2000',
  languages: ['en'],
  synonyms: {
    en: [
      ['queen', 'mother of the hive'],
      ['beekeeper', 'apiarist', 'man who keeps bees'],
    ],
  },
});
const terms = (text: string) => analyse(tokenize(text), 'en').terms;
const synonyms = createSynonyms(pack);

test('a phrase of several words stands for the words of its group, in any order, near each other', () => {
  const [queen] = terms('queen');
  for (const text of ['the mother of the hive dies', "the hive's old mother"])
    expect(synonyms.ofPhrases(terms(text), 'en').flatMap(({ others }) => others)).toContain(queen);
  const apart = 'a mother walked over the green meadow towards somebody with another painted hive';
  expect(synonyms.ofPhrases(terms(apart), 'en')).toEqual([]);
});

test('a part of a phrase stands for nothing', () => {
  expect(synonyms.of(terms('hive')[0] as string, 'en')).toEqual([]);
  expect(synonyms.ofPhrases(terms('the hive stands in a garden'), 'en')).toEqual([]);
});

test.each([
  ['the phrase in the question', 'Who guards the mother of the hive?', 'Six workers guard the queen.'],
  ['the phrase in the statement', 'What does the apiarist wear?', 'The man who keeps bees wears a veil.'],
])('%s: the statement is found', async (_, question, statement) => {
  const passages = [
    {
      title: 'Garden',
      text: `${statement} Flowers wear no colour in winter. A dog guards the garden.`,
      answerable: [],
      unanswerable: [],
    },
  ];
  const { knowledge } = asKnowledge(passages, 'en', 'passage');
  const library = await createLibrary({ ...knowledge, pack });
  const [best] = library.index('en').search(analyse(tokenize(question), 'en'));
  expect(best?.statement.text.en).toBe(statement);
});

import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { understand } from '../../src/question/understand.ts';
import { createLibrary } from '../../src/search/library.ts';

const knowledge = await loadKnowledge('tests/fixtures/lighthouses');
const library = await createLibrary(knowledge);
const terms = (question: string) => understand(question, knowledge, library, 'en').search.terms;

test('a month is looked for as texts write it', () => {
  expect(terms('What was lit in Sept 1858?')).toEqual(terms('What was lit in September 1858?'));
});

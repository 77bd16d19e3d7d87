/** The knowledge that this repository carries, asked as people ask: what must hold whatever a curator adds to it. */
import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import type { Engine } from '../../src/answer/types.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadKnowledge('knowledge'));
});
const first = (question: string) => engine.ask(question).statements[0]?.record.ref;

test.each([
  ['When did Nazarbayev resign?', '19 March 2019'],
  ['Когда Назарбаев ушёл в отставку?', '19 марта 2019 года'],
  ['Назарбаев қашан отставкаға кетті?', '2019 жылғы 19 наурыз'],
  ['Nazarbaev qashan otstavkaga ketti?', '2019 жылғы 19 наурыз'],
  ['Who was prime minister in January 2019?', 'Bakytzhan Sagintayev'],
  ['Кто был премьер-министром в январе 2019 года?', 'Бакытжан Сагинтаев'],
  ['Who became president after Nazarbayev?', 'Kassym-Jomart Tokayev'],
  ['Назарбаевтан кейін кім президент болды?', 'Қасым-Жомарт Тоқаев'],
  ['When was Astana renamed Nur-Sultan?', '23 March 2019'],
])('%s – %s, cited', (question, lead) => {
  const answer = engine.ask(question);
  expect(answer).toMatchObject({ outcome: 'answer', lead });
  expect(answer.statements.every(({ sources }) => sources.length > 0)).toBe(true);
});

test.each([
  'Кто такой Мухтар Аблязов?',
  'who is Moukhtar Abliazov',
  'Мұхтар Әблязов деген кім?',
  'muhtar abliazov degen kim',
])('%s is about one person, in any script', (question) => {
  expect(first(question)).toBe('people/mukhtar-ablyazov');
});

test.each([
  'what is the capital of France',
  'Столица Франции?',
  'Жапонияның астанасы қандай?',
  'Who won the football world cup?',
  'Should I vote for Tokayev?',
  'When did Tokayev marry Ablyazov?',
  'Who was prime minister in 1850?',
])('%s is declined', (question) => {
  const { outcome, suggestions } = engine.ask(question);
  expect(outcome).toBe('none');
  expect(suggestions.length).toBeLessThanOrEqual(3);
});

test('how large an event was is no count of events', () => {
  const { lead } = engine.ask("How big was the women's march in Almaty on 8 March 2020?", { language: 'en' });
  expect(lead ?? '').not.toMatch(/recorded here/);
});

test.each([
  ['en', 'How many people were detained in Almaty on 16 December 2018?', 'and one year later?'],
  ['ru', 'Сколько человек задержали в Алматы 16 декабря 2018 года?', 'а через год?'],
])('%s: a time that is told from the question before', (language, first, second) => {
  const { context } = engine.ask(first, { language });
  const { statements } = engine.ask(second, { language, after: context });
  expect(statements[0]?.record.id).toMatch(/^2019-12-16/);
});

test('a day that is told from the question before', () => {
  const before = engine.ask('How many people were detained on 9 June 2019?');
  expect(before.lead).toMatch(/^Accounts differ/);
  const after = engine.ask('what about the next day?', { after: before.context });
  expect(after.statements[0]?.date?.edtf).toBe('2019-06-10');
});

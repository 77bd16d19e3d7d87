import { beforeAll, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import type { Engine } from '../../src/answer/types.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { analyse, tokenize } from '../../src/language/tokens.ts';

let engine: Engine;
let own: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadKnowledge('tests/fixtures/lighthouses'));
  own = await createEngine(await loadKnowledge('knowledge'));
});
const termsOf = (text: string) => new Set(analyse(tokenize(text), 'en').terms);

test.each([
  ['When was the Bishop Rock lighthouse lit?', 'What date was the Bishop Rock lighthouse lit?'],
  ['When was the Bishop Rock lighthouse lit?', 'In which year was the Bishop Rock lighthouse lit?'],
  ['Where was the lighthouse swept away?', 'In which place was the lighthouse swept away?'],
])('words that only ask change nothing: %s %s', (plain, wordy) => {
  const [one, other] = [plain, wordy].map((question) => engine.ask(question, { language: 'en' }));
  expect(one?.outcome).toBe('answer');
  expect(other?.lead).toBe(one?.lead);
  expect(other?.statements[0]?.text).toBe(one?.statements[0]?.text);
});

test('the time between two events is no answer to how long one of them took', () => {
  expect(engine.ask('How long after the storm was the Bishop Rock lit?', { language: 'en' }).lead).toContain('days');
  expect(engine.ask('How many days did the storm at Bishop Rock last?', { language: 'en' }).lead).toBeNull();
});

test('what people ask of a record and no statement answers is declined, however near a statement is', () => {
  const asked = (question: string) => engine.ask(question, { language: 'en' }).outcome;
  expect(asked("Which keeper's wife first lived on Bishop Rock?")).toBe('none');
  expect(asked('which wife of a keeper lived on bishop rock first')).toBe('none');
  expect(asked('When was the Bishop Rock first lit?')).toBe('answer');
});

test.each(['Was Tulesova married?', 'Женат ли Бокаев?', 'Which judge sentenced Max Bokayev?'])(
  'what is offered in place of an answer has one: %s',
  (question) => {
    const { outcome, questions, language } = own.ask(question);
    expect(outcome).toBe('none');
    expect(questions).not.toHaveLength(0);
    for (const other of questions) expect(own.ask(other, { language }).outcome, other).toBe('answer');
  },
);

test.each([
  ['en', 'Was the leader of Nur Otan in 2020 a president?', 'nursultan-nazarbayev'],
  ['ru', 'Где судили лидера Атажурта?', 'serikzhan-bilash'],
  ['kk', 'ҚДТ басшысы қашан босқын мәртебесін алды?', 'mukhtar-ablyazov'],
])('%s: who led it then is meant: %s', (_, question, leader) => {
  expect(own.ask(question).context.records).toContain(`people/${leader}`);
});

test('a word that only stands beside an organisation means no leader', () => {
  expect(own.ask('Did the Nur Otan head office burn?').context.records).not.toContain('people/nursultan-nazarbayev');
});

test('whoever leads an organisation is meant by a word for that, where more is asked of them', () => {
  const [best] = engine.ask('Was the head of the Lighthouse Commission French?').statements;
  expect(best?.record.id).toBe('leonce-reynaud');
  expect(engine.ask('Who was the head of the Lighthouse Commission?').lead).toBe('Léonce Reynaud');
});

test.each([2018, 2019])('a holiday of %i is that day, not the whole year', (year) => {
  const { outcome, statements } = own.ask(`What happened on Independence Day ${year}?`);
  expect(outcome).toBe('answer');
  for (const { record } of statements)
    expect(record.type === 'event' && record.date.from && record.date.from <= `${year}-12-16`).toBe(true);
  const [first] = statements;
  expect(first?.record.type === 'event' && first.record.date.from).toBe(`${year}-12-16`);
});

test('an event that happened once did not happen in another year', () => {
  expect(own.ask('Who won the presidential election of 2005?')).toMatchObject({
    outcome: 'none',
    reason: 'outside-period',
  });
});

test.each([
  'Why was Max Bokayev imprisoned?',
  'Who led the National Security Committee in 2019?',
  'What did Tokayev promise when he spoke to Euronews?',
  'Where was Mamai detained?',
])('no two statements of an answer say the same: %s', (question) => {
  const { statements } = own.ask(question, { language: 'en' });
  const terms = statements.map(({ text }) => termsOf(text));
  terms.forEach((one, i) => {
    for (const other of terms.slice(i + 1))
      expect(one.intersection(other).size / one.union(other).size).toBeLessThan(0.6);
  });
});

test('below the first, nothing that has no part in what is asked', () => {
  const { statements } = engine.ask('Why was the lighthouse swept away?', { language: 'en' });
  expect(statements.length).toBeGreaterThan(0);
  for (const { text } of statements) expect(text).toMatch(/swept|away|storm/);
});

test('what is told of another contradicts, and is shown', () => {
  const { outcome, reason, statements } = own.ask('Did Kosanov win the election?');
  expect({ outcome, reason }).toEqual({ outcome: 'none', reason: 'contradicted' });
  expect(statements[0]?.text).toMatch(/winner|won/);
});

test.each(['What car does Tokayev drive?', 'Какая зарплата у министра Касымова?', 'Тоқаевтың жалақысы қандай?'])(
  'an attribute that the record lacks is declined, however much else is said: %s',
  (question) => {
    expect(own.ask(question)).toMatchObject({ outcome: 'none', reason: 'no-such-attribute' });
  },
);

test('a month in a follow-up is of the year asked about before', () => {
  const { context } = own.ask('Who was akim of Almaty in May 2019?');
  const { lead, statements } = own.ask('and in August?', { after: context });
  expect(lead).toBe('Bakytzhan Sagintayev');
  expect(statements).toHaveLength(1);
});

test('the word that opens a follow-up is no part of what is asked', () => {
  const { context } = own.ask('2019 жылғы мамырда Алматының әкімі кім болды?');
  expect(own.ask('ал тамызда ше?', { after: context }).lead).toBe('Бақытжан Сағынтаев');
});

test('a year in a follow-up moves the holiday asked about before', () => {
  const { context } = own.ask('What happened on Independence Day 2019?');
  const [first] = own.ask('and in 2018?', { after: context }).statements;
  expect(first?.record.type === 'event' && first.record.date.from).toBe('2018-12-16');
});

test('an office of a place is meant whether or not the question says what the place is', () => {
  expect(own.ask('2019 жылғы мамырда Алматының әкімі кім болды?').statements[0]?.record.ref).toBe(
    own.ask('Who was akim of Almaty in May 2019?').statements[0]?.record.ref,
  );
});

test.each([
  ['en', 'how expensive was Bishop Rock', /36,000/],
  ['fr', 'Bishop Rock, combien onéreux ?', /36 000/],
])(
  'a question that a statement says it answers finds it, in words that no statement has (%s)',
  (language, question, cost) => {
    const { outcome, statements } = engine.ask(question, { language });
    expect(outcome).toBe('answer');
    expect(statements[0]?.text).toMatch(cost);
  },
);

test.each([
  ['Who was minister of defence at the time of the Arys explosions?', 'Nurlan Yermekbayev'],
  ['Кто был акимом Алматы в апреле 2019 года?', 'Бауыржан Байбек'],
])('who held an office when something happened: %s', (question, lead) => {
  expect(own.ask(question)).toMatchObject({ outcome: 'answer', lead });
});

test('which office someone held in a year is told from their offices', () => {
  const { lead, statements } = own.ask('What post did Bakytzhan Sagintayev hold in 2018?');
  expect(lead).toMatch(/Prime Minister/i);
  expect(statements[0]?.record.id).toBe('bakytzhan-sagintayev');
});

test.each(['What did Nurlan Bokayev say?', 'Какой пост занимал Кемель Токаев?', 'Where is the capital of Norway?'])(
  'somebody or something else of that name is not taken for the one that is recorded: %s',
  (question) => {
    expect(own.ask(question)).toMatchObject({ outcome: 'none', reason: 'unknown-subject' });
  },
);

test.each(['thanks, bot', 'Write me a leaflet about Ablyazov', 'спасибо, как дела?'])(
  'nothing is asked: %s',
  (text) => {
    expect(own.ask(text)).toMatchObject({ outcome: 'none', reason: 'no-question' });
  },
);

test('of several days in a statement the exact one nearest to what is asked leads', () => {
  expect(own.ask('Бокаев қашан босады?').lead).toMatch(/2021/);
});

test('a day on which it happened to another is no short answer', () => {
  expect(own.ask('when did tokayev resign').lead).toBeNull();
});

test('who leads and what their leader is called are one question', () => {
  const { lead } = own.ask('Who leads Atajurt?');
  expect(lead).toBeTruthy();
  expect(own.ask('What is the name of the leader of Atajurt?').lead).toBe(lead);
});

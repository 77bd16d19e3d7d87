import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/answer/engine.ts';
import type { Engine } from '../../src/answer/types.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadKnowledge('tests/fixtures/lighthouses'));
});
const ask = (question: string) => engine.ask(question, { language: 'en' });

describe('what records hold as fields', () => {
  test('when: the day that the statement gives', () => {
    const answer = ask('When was the Bishop Rock lighthouse lit?');
    expect(answer).toMatchObject({ outcome: 'answer', lead: '1 September 1858' });
    expect(answer.statements[0]?.sources.length).toBeGreaterThan(0);
  });

  test('who: the person named, not the one asked about', () => {
    expect(ask('Who designed the Eddystone lighthouse?').lead).toBe('James Nicholas Douglass');
  });

  test('who held an office at a time', () => {
    expect(ask('Who was engineer-in-chief in 1870?')).toMatchObject({
      outcome: 'answer',
      lead: 'James Nicholas Douglass',
      statements: [{ text: 'James Nicholas Douglass: engineer-in-chief, 1862–1892.' }],
    });
  });

  test('an office that someone else held is contradicted by what the records say', () => {
    const answer = ask('Was James Walker engineer-in-chief?');
    expect(answer).toMatchObject({ outcome: 'none', reason: 'contradicted' });
    expect(answer.statements[0]?.text).toContain('Douglass');
  });

  test('how many: accounts that differ stand side by side, each with who says so', () => {
    const answer = ask('How much did the Bishop Rock lighthouse cost?');
    expect(answer.lead).toBe('Accounts differ: 34,560 (Trinity House) – about 36,000 (Penzance Weekly)');
    expect(answer.statements).toHaveLength(2);
  });

  test('how long: the days between two events', () => {
    const answer = ask('How long after the storm was the Bishop Rock lit?');
    expect(answer.lead).toBe('3,130 days');
    expect(answer.statements).toHaveLength(2);
  });

  test('which came first', () => {
    expect(ask('Which was lit first, Ar-Men or Eddystone?').lead).toContain('31 August 1881');
  });

  test('counting says that it counts what is recorded', () => {
    expect(ask('How many openings were there?').lead).toBe('4 events among those recorded here');
  });

  test('the first of a kind', () => {
    expect(ask('When was the first lighting?').lead).toBe('1 September 1858');
  });

  test('what happened at a time: the events of that time', () => {
    expect(ask('What happened in 1882?').statements.map(({ record }) => record.id)).toEqual([
      '1882-05-18-eddystone-opened',
    ]);
  });

  test('who is: the record itself, by a part of the name or misspelt', () => {
    for (const question of ['Who was James Douglass?', 'Who was Jams Duglas?'])
      expect(ask(question).statements[0]?.record.id, question).toBe('james-nicholas-douglass');
  });
});

describe('following up', () => {
  test('a name, a day or a measure takes the place of its like', () => {
    const before = ask('When was Bishop Rock first lit?');
    const after = engine.ask('And Ar-Men?', { language: 'en', after: before.context });
    expect(after.lead).toBe('31 August 1881');
  });

  test('a pronoun stands for who was spoken of', () => {
    const before = ask('Who designed the Eddystone lighthouse?');
    const after = engine.ask('Who was he?', { language: 'en', after: before.context });
    expect(after.statements[0]?.record.id).toBe('james-nicholas-douglass');
  });

  test('a context survives being sent as JSON', () => {
    const { context } = ask('When was the Bishop Rock lighthouse lit?');
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  });
});

describe('every statement', () => {
  test('carries its pages, and is shown in the language of the reply where there is a translation', () => {
    const answer = engine.ask('When was Ar-Men lit?', { language: 'fr' });
    expect(answer.language).toBe('fr');
    expect(answer.statements.length).toBeGreaterThan(0);
    for (const { language, sources } of answer.statements) {
      expect(language).toBe('fr');
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});

describe('what people type', () => {
  test('slips of the finger in plain words are mended', () => {
    expect(ask('Who desinged the Eddystone lighthouse?').lead).toBe('James Nicholas Douglass');
  });

  test('a chain of follow-ups keeps what was said before', () => {
    const first = ask('When was Bishop Rock first lit?');
    const second = engine.ask('And Ar-Men?', { language: 'en', after: first.context });
    const third = engine.ask('what about Bishop Rock?', { language: 'en', after: second.context });
    expect(third.lead).toBe('1 September 1858');
  });

  test('a question of its own is not bent to the one before', () => {
    const before = ask('When was Bishop Rock first lit?');
    const after = engine.ask('And who is James Walker?', { language: 'en', after: before.context });
    expect(after.statements[0]?.record.id).toBe('james-walker');
  });
});

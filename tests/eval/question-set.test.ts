import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { showsAll } from './facts.ts';
import { type Question, readQuestions } from './question-set.ts';

let knowledge: Knowledge;
let dev: Question[];
let held: Question[];
let all: Question[];

beforeAll(async () => {
  [knowledge, dev, held] = await Promise.all([loadKnowledge('knowledge'), readQuestions('dev'), readQuestions('held')]);
  all = [...dev, ...held];
});

const answerable = () => all.flatMap((question) => (question.kind === 'decline' ? [] : [question]));

describe('the question set', () => {
  it('gives each question an id of its own, and no question twice', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const standalone = all.filter(({ after }) => !after).map(({ question }) => question);
    expect(new Set(standalone).size).toBe(standalone.length);
  });

  it('is large enough, and a third of it in each language', () => {
    expect(all.length).toBeGreaterThanOrEqual(1600);
    for (const language of ['en', 'ru', 'kk'])
      expect(all.filter((question) => question.language === language).length / all.length).toBeCloseTo(1 / 3, 2);
  });

  it('holds enough questions that must be declined, in each language', () => {
    for (const language of ['en', 'ru', 'kk']) {
      const declined = all.filter((question) => question.kind === 'decline' && question.language === language);
      expect(declined.length).toBeGreaterThanOrEqual(130);
    }
  });

  it('holds a tenth or more of each language back, and of what must be declined in it', () => {
    for (const language of ['en', 'ru', 'kk'])
      for (const only of [all, all.filter(({ kind }) => kind === 'decline')]) {
        const own = only.filter((question) => question.language === language);
        expect(own.filter((question) => held.includes(question)).length / own.length, language).toBeGreaterThan(1 / 10);
      }
  });

  it('keeps a follow-up in the part of the question that it follows, and after it', () => {
    for (const part of [dev, held])
      for (const [position, { id, after }] of part.entries())
        if (after)
          expect(
            part.findIndex((question) => question.id === after),
            id,
          ).toBeLessThan(position);
    for (const part of [dev, held])
      for (const { after } of part) if (after) expect(part.some(({ id }) => id === after)).toBe(true);
  });

  it('names only records and sources that are there, and sources that those records cite', () => {
    const refs = new Map([...knowledge.records.values()].map((record) => [record.ref, record]));
    for (const { id, records, sources } of answerable()) {
      expect(
        records.filter((ref) => !refs.has(ref)),
        id,
      ).toEqual([]);
      expect(
        sources.filter((source) => !knowledge.sources.has(source)),
        id,
      ).toEqual([]);
      const cited = JSON.stringify(records.map((ref) => refs.get(ref)?.data));
      expect(
        sources.some((source) => cited.includes(`"${source}"`)),
        id,
      ).toBe(true);
    }
  });

  it('asks for facts that those records show in that language', () => {
    const refs = new Map([...knowledge.records.values()].map((record) => [record.ref, record]));
    for (const { id, language, facts, records, computed } of answerable()) {
      if (computed) continue;
      const said = records
        .flatMap((ref) => refs.get(ref) ?? [])
        .flatMap((record) => [
          record.title[language],
          ...(record.type === 'organisation' ? record.leaders.map(({ person }) => person.title[language]) : []),
          ...record.statements.map(({ text }) => text[language] ?? text.en),
        ]);
      expect(showsAll(facts, said.join('\n')), `${id}: ${facts.join(' & ')}`).toBe(true);
    }
  });
});

describe('a fact', () => {
  it('is found however the thousands are parted', () => {
    for (const text of ['1,495,401 votes', '1 495 401 голос', '1\u00A0495\u00A0401 дауыс', '1495401'])
      expect(showsAll(['1495401'], text)).toBe(true);
  });

  it('must stand whole', () => {
    expect(showsAll(['6 May 2019'], 'on 16 May 2019')).toBe(false);
    expect(showsAll(['4000'], '40,000 people')).toBe(false);
    expect(showsAll(['50', '40'], '50 in one city and 40 in another')).toBe(true);
    expect(showsAll(['50', '40'], 'only 50')).toBe(false);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge, LoadedEvent, LoadedPlace } from '../../src/knowledge/model.ts';
import { chooseEvents, onThisDay } from '../../src/timeline/choose.ts';
import { entryOf } from '../../src/timeline/entry.ts';
import { entryBlocks } from '../../src/timeline/layout.ts';
import { readMonthDay, readTypedDate } from '../../src/timeline/typed-date.ts';
import { LIGHTHOUSES, REAL } from '../support/app.ts';

let lights: Knowledge;
let real: Knowledge;
beforeAll(async () => {
  [lights, real] = await Promise.all([loadKnowledge(LIGHTHOUSES), loadKnowledge(REAL)]);
});
const ids = (events: readonly LoadedEvent[]) => events.map(({ id }) => id);

describe('choosing', () => {
  it('keeps the order of dates, and loses nothing without a filter', () => {
    for (const knowledge of [lights, real]) {
      const all = chooseEvents(knowledge, {});
      expect(all).toHaveLength([...knowledge.records.values()].filter(({ type }) => type === 'event').length);
      const starts = all.map(({ date }) => date.from ?? '');
      expect(starts).toEqual(starts.toSorted());
    }
  });

  it('takes what begins or ends in the period, not what merely surrounds it', () => {
    const within = (from: string, to: string) => ids(chooseEvents(lights, { from, to }));
    expect(within('1858-09-01', '1858-09-01')).toEqual(['1858-09-01-bishop-rock-lit']);
    expect(within('1870-01-01', '1875-12-31')).toEqual([]);
    expect(within('1867-01-01', '1867-12-31')).toEqual(['1867-1881-ar-men-built']);
  });

  it('gives no event for a period that it does not give for a longer one', () => {
    const day = fc
      .date({ min: new Date('2017-01-01'), max: new Date('2021-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { minLength: 4, maxLength: 4 }), (days) => {
        const [first, from, to, last] = days.toSorted();
        const wide = ids(chooseEvents(real, { from: first, to: last }));
        for (const id of ids(chooseEvents(real, { from, to }))) expect(wide).toContain(id);
      }),
      { numRuns: 30 },
    );
  });

  it('takes a place together with its parts', () => {
    const cornwall = lights.records.get('cornwall') as LoadedPlace;
    expect(ids(chooseEvents(lights, { place: cornwall }))).toContain('1858-09-01-bishop-rock-lit');
  });

  it('finds words whatever their case and language', () => {
    expect(ids(chooseEvents(lights, { text: 'GRANIT' }))).toEqual(['1858-09-01-bishop-rock-lit']);
  });
});

describe('a day of the year', () => {
  it('has the events of that day in any year, and none known only to the month', () => {
    expect(ids(onThisDay(lights, '08-31'))).toEqual(['1881-08-31-ar-men-lit']);
    expect(onThisDay(lights, '01-01')).toEqual([]);
  });
});

describe('an entry', () => {
  it('says more the more detail is wanted, and cites all of it', () => {
    for (const event of chooseEvents(real, {}).slice(0, 60))
      for (const language of ['en', 'ru', 'kk']) {
        const sizes = (['headlines', 'key', 'everything'] as const).map((detail) => {
          const entry = entryOf(event, detail);
          const blocks = entryBlocks(entry, real.pack, language);
          for (const statement of entry.statements)
            for (const source of statement.sources)
              expect(blocks.flatMap(({ sources = [] }) => sources)).toContain(source);
          return blocks.length;
        });
        expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      }
  });

  it('shows figures that differ side by side', () => {
    const event = lights.records.get('1858-09-01-bishop-rock-lit') as LoadedEvent;
    const lines = entryBlocks(entryOf(event, 'key'), lights.pack, 'en').map(({ text, attribution }) => [
      text,
      attribution,
    ]);
    expect(lines).toContainEqual(['34,560', 'Trinity House']);
    expect(lines).toContainEqual(['about 36,000', 'Penzance Weekly']);
  });
});

describe('a typed date', () => {
  it.each([
    ['2019-06-09', '2019-06-09', '2019-06-09'],
    ['2019-06', '2019-06-01', '2019-06-30'],
    ['2019', '2019-01-01', '2019-12-31'],
    ['9 June 2019', '2019-06-09', '2019-06-09'],
    ['9 июня 2019', '2019-06-09', '2019-06-09'],
    ['2019 жылғы 9 маусым', '2019-06-09', '2019-06-09'],
    ['June 2019', '2019-06-01', '2019-06-30'],
  ])('%s is from %s to %s', (typed, from, to) => expect(readTypedDate(typed, real)).toEqual({ from, to }));

  it.each(['', 'soon', 'June', '2019-13', 'June 2019 and more', '@everyone'])('%j is none', (typed) =>
    expect(readTypedDate(typed, real)).toBeNull(),
  );

  it.each([
    ['06-09', '06-09'],
    ['02-29', '02-29'],
    ['2019-06-09', '06-09'],
    ['9 June', '06-09'],
    ['9 июня', '06-09'],
  ])('%s is the day %s', (typed, day) => expect(readMonthDay(typed, real)).toBe(day));

  it('is never misread as something that throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const read of [readTypedDate(typed, real)?.from, readMonthDay(typed, real)])
          expect(read ?? null).toSatisfy((value: string | null) => value === null || /^[\d-]+$/.test(value));
      }),
    );
  });
});

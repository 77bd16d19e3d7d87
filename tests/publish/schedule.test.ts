/** Schedules: each local day once, whatever the clocks do, and no bursts. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { DiscordPort } from '../../src/publish/discord-port.ts';
import { readOptions, writeOptions } from '../../src/publish/options.ts';
import { createPublisher } from '../../src/publish/publisher.ts';
import { writeScheduleOptions } from '../../src/publish/schedule/options.ts';
import { createScheduler, type Scheduler } from '../../src/publish/schedule/scheduler.ts';
import { runAfter, runUntil, stepAfter } from '../../src/publish/schedule/times.ts';
import { openStore } from '../../src/store/open.ts';
import type { NewSchedule, Store } from '../../src/store/store.ts';
import { LIGHTHOUSES } from '../support/app.ts';

const HOUR = 3_600_000;
const at = (zoned: string): number => Temporal.ZonedDateTime.from(zoned).epochMilliseconds;

describe('times', () => {
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Almaty', 'Australia/Lord_Howe', 'UTC');
  const instants = fc.integer({ min: Date.UTC(2017, 0), max: Date.UTC(2027, 0) });

  it('give each local day one run, in order', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 23 }), (zone, start, hour) => {
        const first = runAfter(start, hour, zone);
        const second = runAfter(first.at, hour, zone);
        expect(first.at).toBeGreaterThan(start);
        expect(Temporal.PlainDate.from(first.day).until(second.day).days).toBe(1);
        expect(runUntil(first.at, hour, zone)).toEqual(first);
        expect(runUntil(second.at - 1, hour, zone)).toEqual(first);
      }),
    );
  });

  it('take the next hour that there is, and the first of two', () => {
    const berlin = (day: string, hour: number) => runUntil(at(`${day}T12:00[Europe/Berlin]`), hour, 'Europe/Berlin').at;
    expect(berlin('2026-03-29', 2)).toBe(at('2026-03-29T03:00+02:00[Europe/Berlin]'));
    expect(berlin('2026-10-25', 2)).toBe(at('2026-10-25T02:00+02:00[Europe/Berlin]'));
  });

  it('step over what was missed', () => {
    expect(stepAfter(0, 60, 0)).toBe(HOUR);
    expect(stepAfter(0, 60, 10 * HOUR + 1)).toBe(11 * HOUR);
  });
});

/** ISO dates from the first to the last. */
function daysFrom(first: string, last: string): string[] {
  const count = Temporal.PlainDate.from(first).until(last).days + 1;
  return Array.from({ length: count }, (_, days) => Temporal.PlainDate.from(first).add({ days }).toString());
}

/** A store that answers so many calls, and then none, as for a process that is killed. */
function dyingAfter(store: Store, calls: number): Store {
  let left = calls;
  const dying = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (left-- > 0) return value.apply(target, given);
          return Promise.reject(new Error('killed'));
        };
      },
    });
  const { timelines, schedules, audit, queue } = store;
  const parts = { timelines: dying(timelines), schedules: dying(schedules), audit: dying(audit), queue: dying(queue) };
  return { ...store, ...parts };
}

describe('a schedule', () => {
  let folder: string;
  let store: Store;
  let scheduler: Scheduler;
  let now = 0;
  let knowledge: Knowledge;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'schedules-'));
    const log = pino({ level: 'silent' });
    store = await openStore({ dataDir: folder, log });
    knowledge = await loadKnowledge(LIGHTHOUSES);
    scheduler = schedulerOver(store);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A scheduler as another process would have it. Only what posts is missing: it needs no Discord to be drafted. */
  function schedulerOver(own: Store): Scheduler {
    const log = pino({ level: 'silent' });
    const discord = { missing: async () => [] } as unknown as DiscordPort;
    const reporter = { progress: async () => {}, ended: async () => {} };
    const publisher = createPublisher({
      store: own,
      discord,
      reporter,
      log,
      pause: async () => {},
      knowledge: () => knowledge,
    });
    return createScheduler({ store: own, publisher, discord, knowledge: () => knowledge, log, now: () => now });
  }

  const make = (more: Partial<NewSchedule> = {}) =>
    scheduler.add({
      guildId: '900000000000000001',
      channelId: '900000000000000002',
      requesterId: '900000000000000003',
      kind: 'on-this-day',
      hour: 2,
      timeZone: 'Europe/Berlin',
      everyMinutes: null,
      language: 'en',
      options: writeScheduleOptions({ publish: writeOptions({ selection: {} }) }),
      catchUp: 'once',
      ...more,
    });
  const posted = async () => (await store.timelines.list('900000000000000001')).reverse();
  const keys = async () => (await posted()).map(({ key }) => key?.split(':')[1]);

  /** Knowledge of an event on each of some days, long ago. */
  async function knowledgeOf(first: string, last: string): Promise<Knowledge> {
    const events = join(folder, 'knowledge', 'events');
    await mkdir(events, { recursive: true });
    const pack = 'name: { en: Days }\nperiod: 1800/1899\nlanguages: [en]\nkinds: { thing: { label: { en: Thing } } }\n';
    await writeFile(join(folder, 'knowledge', 'pack.yaml'), pack);
    const source = '- { id: list, publisher: The List, url: "https://example.org/list", language: en }\n';
    await writeFile(join(folder, 'knowledge', 'sources.yaml'), source);
    for (const day of daysFrom(first, last)) {
      const date = `1850${day.slice(4)}`;
      const text = `Something happened on ${date}.`;
      await writeFile(
        join(events, `${date}-event.yaml`),
        `title: { en: Event }\ndate: ${date}\nkind: thing\nstatements:\n  - { text: { en: ${text} }, sources: [list] }\n`,
      );
    }
    return loadKnowledge(join(folder, 'knowledge'));
  }

  /** Lets the clock run, looking every quarter of an hour. */
  async function run(from: string, to: string): Promise<void> {
    for (now = at(from); now <= at(to); now += HOUR / 4) await scheduler.tick();
  }

  it.each([
    ['spring', 'Europe/Berlin', '2026-03-27', '2026-03-31'],
    ['autumn', 'Europe/Berlin', '2026-10-23', '2026-10-27'],
    ['spring', 'America/New_York', '2026-03-06', '2026-03-10'],
    ['autumn', 'America/New_York', '2026-10-30', '2026-11-03'],
  ])('posts each day once across a change of the clock: %s in %s', async (_, timeZone, first, last) => {
    knowledge = await knowledgeOf(first, last);
    for (const hour of [1, 2, 3]) {
      now = at(`${first}T00:00[${timeZone}]`);
      const { id } = await make({ hour, timeZone });
      await run(`${first}T00:00[${timeZone}]`, `${last}T23:00[${timeZone}]`);
      const own = (await posted()).filter(({ key }) => key?.startsWith(id));
      expect(own.map(({ key }) => key?.split(':')[1])).toEqual(daysFrom(first, last));
    }
  });

  it('catches up once on what was missed, or skips it', async () => {
    now = at('2025-08-20T00:00[Europe/Berlin]');
    await make();
    await make({ catchUp: 'skip' });
    now = at('2025-09-01T20:00[Europe/Berlin]');
    await scheduler.tick();
    await scheduler.tick();
    expect(await keys()).toEqual(['2025-09-01']);
  });

  it('replays a period entry by entry, at its interval, without a burst, and ends', async () => {
    now = at('2025-01-01T00:00[UTC]');
    const options = writeScheduleOptions({ publish: writeOptions({ selection: { kind: 'lighting' } }) });
    const { id } = await make({ kind: 'replay', hour: null, everyMinutes: 60, options });
    await scheduler.tick();
    expect(await keys()).toEqual(['1858-09-01-bishop-rock-lit']);
    now += 5.5 * HOUR;
    await scheduler.tick();
    await scheduler.tick();
    expect(await keys()).toHaveLength(2);
    now += HOUR;
    await scheduler.tick();
    now += HOUR;
    await scheduler.tick();
    expect(await keys()).toHaveLength(4);
    expect(new Set(await keys()).size).toBe(4);
    expect(readOptions((await posted())[0]?.options).header).toBe('none');
    expect((await store.schedules.get(id))?.state).toBe('ended');
  });

  it('runs once where two processes share the store', async () => {
    now = at('2025-08-31T01:00[Europe/Berlin]');
    await make();
    now += 2 * HOUR;
    await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()]);
    expect(await keys()).toEqual(['2025-08-31']);
  });

  it('goes on with its own run, wherever it was killed', async () => {
    now = at('2025-08-31T01:00[Europe/Berlin]');
    await make();
    now += 2 * HOUR;
    for (let calls = 0; calls < 12; calls++) {
      await schedulerOver(dyingAfter(store, calls)).tick();
      expect((await keys()).length).toBeLessThanOrEqual(1);
    }
    await scheduler.tick();
    expect(await keys()).toEqual(['2025-08-31']);
    expect((await posted()).map(({ state }) => state)).toEqual(['posting']);
    expect((await store.schedules.list('900000000000000001'))[0]?.lastRun).toBe('2025-08-31');
  });

  it('pauses, goes on without what was missed, and ends', async () => {
    now = at('2025-08-30T00:00[Europe/Berlin]');
    const made = await make();
    await scheduler.pause(made, 'x');
    now = at('2025-08-31T12:00[Europe/Berlin]');
    await scheduler.tick();
    expect(await keys()).toEqual([]);
    const next = await scheduler.unpause(made, 'x');
    expect(next).toBe(at('2025-09-01T02:00[Europe/Berlin]'));
    await scheduler.end(made, 'x');
    now = at('2025-09-02T00:00[Europe/Berlin]');
    await scheduler.tick();
    expect(await keys()).toEqual([]);
    const acts = await store.audit.list('900000000000000001', 10);
    expect(acts.map(({ action }) => action)).toEqual(['ended', 'continued', 'paused', 'scheduled']);
  });
});

import { expect, test } from 'vitest';
import type { NewSchedule } from '../../src/store/store.ts';
import { describeStores } from './backends.ts';

const daily: NewSchedule = {
  guildId: 'g',
  channelId: 'c',
  requesterId: 'u',
  kind: 'on-this-day',
  hour: 9,
  timeZone: 'Europe/Berlin',
  everyMinutes: null,
  language: 'en',
  options: { place: 'x' },
  catchUp: 'once',
  nextAt: 1000,
};

describeStores('settings, schedules, audit', ({ fresh, open }) => {
  test('settings by scope, read in one look', async () => {
    const { settings } = await open();
    await settings.write('server', '1', 'language', 'ru');
    await settings.write('user', '1', 'language', 'kk');
    await settings.write('user', '1', 'language', 'en');
    await settings.write('user', '2', 'language', 'ru');
    await settings.write('channel', '1', 'other', 'x');
    expect(await settings.read('language', { server: '1', channel: '1', user: '1' })).toEqual({
      server: 'ru',
      user: 'en',
    });
    await settings.write('user', '1', 'language', null);
    expect(await settings.read('language', { user: '1' })).toEqual({});
    expect(await settings.read('language', {})).toEqual({});
  });

  test('what was written is there when the store is opened again', async () => {
    const where = await fresh();
    const first = await open(where);
    await first.settings.write('server', '1', 'language', 'қазақша "\' \u{1F5FB} \\');
    const schedule = await first.schedules.add(daily);
    await first.close();
    const second = await open(where);
    expect(await second.settings.read('language', { server: '1' })).toEqual({
      server: 'қазақша "\' \u{1F5FB} \\',
    });
    expect(await second.schedules.get(schedule.id)).toEqual(schedule);
  });

  test('a schedule falls due, and advances once', async () => {
    const { schedules } = await open();
    const { id } = await schedules.add(daily);
    const later = await schedules.add({ ...daily, nextAt: 3000 });
    expect(await schedules.due(999)).toEqual([]);
    expect((await schedules.due(1000)).map((one) => one.id)).toEqual([id]);
    expect(await schedules.nextAt()).toBe(1000);
    const to = { nextAt: 5000, cursor: { done: ['a'] }, lastRun: '2001-02-03' };
    const advanced = await Promise.all([1, 2, 3].map(() => schedules.advance(id, 1000, to)));
    expect(advanced.filter(Boolean)).toHaveLength(1);
    expect(await schedules.get(id)).toMatchObject(to);
    expect(await schedules.nextAt()).toBe(3000);
    expect((await schedules.due(9000)).map((one) => one.id)).toEqual([later.id, id]);
  });

  test('a schedule is paused, taken up and ended', async () => {
    const { schedules } = await open();
    const { id } = await schedules.add(daily);
    expect(await schedules.unpause(id, 1)).toBe(false);
    expect(await schedules.pause(id)).toBe(true);
    expect(await schedules.pause(id)).toBe(false);
    expect(await schedules.due(9000)).toEqual([]);
    expect(await schedules.advance(id, 1000, { nextAt: 2000, cursor: null, lastRun: null })).toBe(false);
    expect((await schedules.list('g')).map(({ state }) => state)).toEqual(['paused']);
    expect(await schedules.unpause(id, 7000)).toBe(true);
    expect(await schedules.nextAt()).toBe(7000);
    expect(await schedules.end(id)).toBe(true);
    expect(await schedules.end(id)).toBe(false);
    expect(await schedules.list('g')).toEqual([]);
    expect(await schedules.nextAt()).toBeUndefined();
  });

  test('instants keep their milliseconds and are numbers', async () => {
    const { schedules } = await open();
    const nextAt = Date.UTC(2199, 0, 1) + 1;
    const { id } = await schedules.add({ ...daily, nextAt });
    expect((await schedules.get(id))?.nextAt).toBe(nextAt);
  });

  test('audit, newest first', async () => {
    const { audit } = await open();
    for (const action of ['posted', 'updated', 'removed'])
      await audit.record({ guildId: 'g', userId: 'u', action, subject: 't', details: { messages: 3 } });
    await audit.record({ guildId: 'g', userId: null, action: 'posted', subject: 'other', details: null });
    await audit.record({ guildId: 'elsewhere', userId: 'u', action: 'posted', subject: 't', details: null });
    expect((await audit.list('g', 2, 't')).map(({ action }) => action)).toEqual(['removed', 'updated']);
    const [latest] = await audit.list('g', 10);
    expect(latest).toEqual({
      guildId: 'g',
      userId: null,
      action: 'posted',
      subject: 'other',
      details: null,
      at: expect.any(Number),
    });
  });
});

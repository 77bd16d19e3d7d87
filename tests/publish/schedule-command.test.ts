import { afterEach, expect, it } from 'vitest';
import { type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { texts, use } from './stage.ts';

let running: Running;
afterEach(() => running?.close());

it('replays at once, lists, pauses, goes on and ends, and the list of timelines shows who did that', async () => {
  running = await runApp();
  const channel = running.discord.channel('timelines');
  const options = { what: 'replay', channel, every: 60, kind: 'lighting' };
  expect(textOf(shownBy(await use(running, 'schedule', options)))).toContain('4 events');
  await running.discord.until(() => running.moderator.view(channel)[0], 40_000);
  expect(texts(running, channel)[0]).toContain('1858');
  const list = textOf(shownBy(await use(running, 'schedules')));
  expect(list).toContain('replay, an event every 60 min');
  const id = /`(\w+)`/.exec(list)?.[1] ?? '';
  const does = async (what: string) => textOf(shownBy(await use(running, 'schedules', { schedule: id, do: what })));
  expect(await does('pause')).toBe('Paused.');
  expect(await does('pause')).toBe('It was so already.');
  expect(await does('continue')).toContain('It goes on');
  expect(await does('end')).toContain('Ended');
  const acts = await (await use(running, 'list')).until((message) => textOf(message) !== '');
  for (const act of ['scheduled', 'paused', 'ended', 'posted']) expect(textOf(acts)).toContain(act);
}, 60_000);

it('takes hours of a time zone, and refuses what is none', async () => {
  running = await runApp();
  const channel = running.discord.channel('timelines');
  const options = { what: 'on-this-day', channel, hour: 7 };
  const said = textOf(shownBy(await use(running, 'schedule', { ...options, zone: 'Asia/Almaty' })));
  expect(said).toContain('07:00 (Asia/Almaty)');
  expect(shownBy(await use(running, 'schedule', { ...options, zone: 'Mars/Base' })).content).toContain('no time zone');
  const offered = await running.moderator.autocomplete('publish', {
    channelId: running.general,
    subcommand: 'schedule',
    options: { what: 'replay', channel, zone: 'alma' },
    focused: 'zone',
  });
  expect(offered?.map(({ value }) => value)).toContain('Asia/Almaty');
});

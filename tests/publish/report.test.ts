/** How far a timeline is, told in the private reply while Discord lets it change, and then in direct messages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReporter, type Report } from '../../src/discord/publish/reporter.ts';
import { writeOptions } from '../../src/publish/options.ts';
import type { Reporter } from '../../src/publish/worker.ts';
import { openStore } from '../../src/store/open.ts';
import type { Json, Store, Timeline } from '../../src/store/store.ts';
import { type Running, run } from '../local/bot.ts';
import { textOf } from '../support/app.ts';

let running: Running;
let folder: string;
let store: Store;
let reporter: Reporter;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  const log = pino({ level: 'silent' });
  store = await openStore({ dataDir: folder, log });
  running = await run();
  reporter = createReporter(() => running.client, store, log);
});
afterEach(async () => {
  await running.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A timeline that is being posted for the moderator, a quarter of an hour after the reply. */
async function posting(report: Json): Promise<Timeline> {
  const { id } = await store.timelines.draft({
    guildId: running.discord.guild(),
    channelId: running.general,
    requesterId: running.moderator,
    language: 'en',
    options: writeOptions({ selection: {} }),
  });
  await store.timelines.begin(id, [{ records: [], body: {}, hash: 'x' }], 'y');
  await store.timelines.setReport(id, report);
  return latest(id);
}

const latest = async (id: string) => (await store.timelines.get(id)) as Timeline;
const direct = () => running.discord.as(running.moderator).view(running.discord.dm(running.moderator));

it('goes on in one direct message when the token has ended', async () => {
  const timeline = await posting({ token: 'ended', until: Date.now() - 1 });
  await reporter.progress(timeline, { done: 12, total: 41, secondsLeft: 30 });
  await running.discord.until(() => direct()[0]);
  expect(direct().map(textOf)).toEqual([expect.stringContaining('12 of 41, about 30 sec left')]);
  expect(direct()[0]?.content).toContain('It goes on here');
  await expect.poll(async () => ((await latest(timeline.id)).report as Report).direct).toBeDefined();

  await store.timelines.stop(timeline.id, { code: 'asked' });
  await reporter.ended(await latest(timeline.id));
  expect(direct().map(textOf)).toEqual([expect.stringContaining('Stopped')]);
  expect((await latest(timeline.id)).report).toBeNull();
});

it('tells of a scheduled run only if it fails', async () => {
  const timeline = await posting(null);
  await reporter.progress(timeline, { done: 1, total: 2, secondsLeft: null });
  expect(direct()).toEqual([]);
  await store.timelines.stop(timeline.id, { code: 'permissions', missing: ['SendMessages'] });
  await reporter.ended(await latest(timeline.id));
  expect(direct().map(textOf)).toEqual([expect.stringContaining('I lack: Send Messages')]);
});

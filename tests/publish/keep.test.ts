/** Stopping, resuming, listing, updating and removing timelines, over the wire. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Interaction } from '../../src/local/people/person.ts';
import { LIGHTHOUSES, type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { numbers, post, press, texts, use } from './stage.ts';

let running: Running;
let knowledge: string;
let channel: string;
beforeEach(async () => {
  knowledge = await mkdtemp(join(tmpdir(), 'lighthouses-'));
  await cp(LIGHTHOUSES, knowledge, { recursive: true });
  running = await runApp(knowledge);
  channel = running.discord.channel('timelines');
});
afterEach(async () => {
  await running.close();
  await rm(knowledge, { recursive: true, force: true });
});

/** Changes a file of the knowledge, and waits until the bot has taken that up. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(knowledge, 'events', file);
  const before = running.logged.filter(({ msg }) => msg === 'knowledge reloaded').length;
  await writeFile(path, change(await readFile(path, 'utf8').catch(() => '')));
  await expect
    .poll(() => running.logged.filter(({ msg }) => msg === 'knowledge reloaded').length, { timeout: 5_000 })
    .toBeGreaterThan(before);
}

const done = (asked: Interaction) => asked.until((message) => textOf(message).startsWith('Done'));
const listed = async () => textOf(await (await use(running, 'list')).until((message) => textOf(message) !== ''));

it('stops after the message that is under way, and goes on where it was', async () => {
  const preview = await use(running, 'timeline', { channel });
  const lift = running.discord.faults.rest({ match: /^POST \/channels\/\d+\/messages/, delayMs: 60 });
  await press(running, shownBy(preview), 'Post');
  const posting = await preview.until((message) => textOf(message).startsWith('Posting'));
  await running.discord.until(() => running.moderator.view(channel)[1]);
  await press(running, posting, 'Stop');
  const stopped = await preview.until((message) => textOf(message).startsWith('Stopped'));
  lift();
  expect(running.moderator.view(channel).length).toBeLessThan(7);
  expect(await listed()).toContain('stopped: Somebody asked me to stop.');
  await press(running, stopped, 'Resume');
  await running.discord.until(() => running.moderator.view(channel)[6]);
  expect(numbers(running, channel)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('edits only what changed, adds what is new, deletes what is gone, and says so', async () => {
  const timeline = await post(running, { channel, kind: 'lighting' });
  expect(await listed()).toContain('up to date');
  await edit('1881-08-31-ar-men-lit.yaml', (text) => text.replace('Ar-Men', 'Ar-Men (changed)'));
  await edit('1890-01-01-new-lamp.yaml', () => readNew);
  await edit('1897-10-17-eckmuhl-inaugurated.yaml', (text) => text.replace('kind: lighting', 'kind: storm'));
  expect(await listed()).toMatch(/behind: 1 message to edit, 1 message to add, 1 message to delete/);

  running.discord.requests.clear();
  const update = await use(running, 'update', { timeline });
  await done(update);
  const said = await update.followUp(0);
  expect(textOf(said)).toContain('what is new stands at the end');
  const writes = running.discord.requests.all.filter(({ method, path }) => method !== 'GET' && /messages/.test(path));
  const count = (method: string) =>
    writes.filter((request) => request.method === method && request.path.startsWith(`/channels/${channel}`)).length;
  expect([count('PATCH'), count('POST'), count('DELETE')]).toEqual([2, 1, 1]);
  const all = texts(running, channel);
  expect(all.filter((text) => text.includes('(changed)'))).toHaveLength(1);
  expect(all.at(-1)).toContain('A new lamp');
  expect(all.join()).not.toContain('1897');
  expect(await listed()).toContain('up to date');
  expect(running.discord.requests.refused()).toEqual([]);
});

it('does not post again what was deleted by hand, unless asked', async () => {
  const timeline = await post(running, { channel });
  const [, , third] = running.moderator.view(channel);
  if (third) running.moderator.delete(third);
  const update = await use(running, 'update', { timeline });
  const reply = await update.until((message) => textOf(message).includes('up to date'));
  expect(textOf(reply)).toContain('1 message was deleted by hand');
  expect(numbers(running, channel)).toEqual([1, 2, 4, 5, 6, 7]);
  await done(await use(running, 'update', { timeline, repost: true }));
  expect(running.moderator.view(channel)).toHaveLength(7);
  expect(new Set(texts(running, channel)).size).toBe(7);
});

it('removes what it posted, and nothing else', async () => {
  const other = await running.moderator.send(channel, 'Mine');
  const timeline = await post(running, { channel });
  const between = await running.moderator.send(channel, 'Mine too');
  const removal = await use(running, 'remove', { timeline });
  await removal.until((message) => textOf(message).startsWith('Removed'));
  expect(running.moderator.view(channel).map(({ id }) => id)).toEqual([other.id, between.id]);
  expect(await listed()).toMatch(/removed `\w{10}`/);
});

it('removes a forum post with its thread, unless somebody wrote there', async () => {
  const forum = running.discord.channel('forum');
  const threads = () => [...running.discord.world.channels.values()].filter(({ parentId }) => parentId === forum);
  for (const written of [false, true]) {
    const timeline = await post(running, { channel: forum, messages: 'few' });
    const thread = threads().at(-1)?.id ?? '';
    if (written) await running.member.send(thread, 'Interesting');
    const removal = await use(running, 'remove', { timeline });
    await removal.until((message) => textOf(message).startsWith('Removed'));
    expect(threads().some(({ id }) => id === thread)).toBe(written);
    if (written) expect(texts(running, thread)).toEqual(['Interesting']);
  }
});

it('leaves for later what Discord allows no edit of, and tells', async () => {
  await running.close();
  const quick = { requests: 1000, seconds: 1 };
  const rateLimits = { 'message-create': quick, 'webhook-message': quick, 'old-edit': { requests: 1, seconds: 600 } };
  running = await runApp(knowledge, {}, { rateLimits });
  const timeline = await post(running, { channel });
  await edit('1881-08-31-ar-men-lit.yaml', (text) => text.replace('Ar-Men', 'Ar-Men (changed)'));
  for (const { data } of running.discord.world.channels.get(channel)?.messages.values() ?? [])
    data.timestamp = new Date(Date.now() - 7_200_000).toISOString();
  const update = await use(running, 'update', { timeline });
  expect(textOf(await done(update))).toContain('1 message is as before');
  expect(texts(running, channel).join()).not.toContain('(changed)');
  expect(await listed()).toContain('behind: 1 message to edit');
});

it('tells moderators who asked for it that a timeline is behind', async () => {
  await post(running, { channel, notify: true });
  await edit('1881-08-31-ar-men-lit.yaml', (text) => text.replace('Ar-Men', 'Ar-Men (changed)'));
  const direct = running.discord.dm(running.moderator.id);
  const told = await running.moderator.waitFor(direct, (message) => textOf(message).includes('behind'));
  expect(textOf(told)).toContain('1 message to edit');
});

const readNew = `title: { en: A new lamp, fr: Une lampe neuve }
date: 1890-01-01
kind: lighting
statements:
  - text: { en: A new lamp was lit., fr: Une lampe neuve fut allumée. }
    sources: [light-list-1890]
`;

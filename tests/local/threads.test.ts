import { type ForumChannel, MessageType, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let running: Running;
let general: TextChannel;
let forum: ForumChannel;
beforeEach(async () => {
  running = await run();
  general = (await running.client.channels.fetch(running.general)) as TextChannel;
  forum = (await running.client.channels.fetch(running.discord.channel('forum'))) as ForumChannel;
});
afterEach(() => running.stop());

test('a forum post has a title, tags and a first message with its id', async () => {
  const tag = forum.availableTags.find(({ name }) => name === 'chronology');
  const thread = await forum.threads.create({
    name: 'June',
    message: { content: 'Header' },
    appliedTags: [tag?.id ?? ''],
  });
  expect(thread.appliedTags).toEqual([tag?.id]);
  expect((await thread.fetchStarterMessage())?.content).toBe('Header');
  await thread.send('Entry');
  const member = running.discord.as(running.member);
  expect(member.view(thread.id).map(({ content }) => content)).toEqual(['Header', 'Entry']);
});

test('a forum takes no plain messages, no unknown tags and no empty posts', async () => {
  const { rest } = running.client;
  const post = (body: object) => rest.post(`/channels/${forum.id}/threads`, { body });
  await expect(rest.post(`/channels/${forum.id}/messages`, { body: { content: 'x' } })).rejects.toMatchObject({
    code: 50008,
  });
  const message = { content: 'x' };
  await expect(post({ name: 'x', message, applied_tags: ['900000000000099999'] })).rejects.toMatchObject({
    code: 10087,
  });
  await expect(post({ name: 'x', message: {} })).rejects.toMatchObject({ code: 50006 });
  await expect(post({ name: '', message })).rejects.toMatchObject({ code: 50035 });
  await expect(post({ name: 'x'.repeat(101), message })).rejects.toMatchObject({ code: 50035 });
  await expect(post({ name: 'x', message, auto_archive_duration: 61 })).rejects.toMatchObject({ code: 50035 });
});

test('a forum that demands a tag refuses a post without', async () => {
  const { discord } = running;
  const stored = discord.world.channels.get(forum.id);
  if (stored) stored.tagRequired = true;
  const body = { name: 'x', message: { content: 'x' } };
  await expect(running.client.rest.post(`/channels/${forum.id}/threads`, { body })).rejects.toMatchObject({
    code: 40067,
  });
});

test('a message carries one thread, which the client hears of', async () => {
  const heard = new Promise((resolve) => running.client.once('threadCreate', resolve));
  const message = await general.send('start');
  const thread = await message.startThread({ name: 'Talk' });
  expect(await heard).toBe(thread);
  expect(thread.id).toBe(message.id);
  const seen = running.discord.as(running.member);
  expect(seen.view(thread.id)).toMatchObject([{ type: MessageType.ThreadStarterMessage, content: '' }]);
  expect(seen.view(general.id)).toMatchObject([{ id: message.id, thread: { name: 'Talk' } }]);
  await expect(message.startThread({ name: 'Again' })).rejects.toThrow();
  const path = `/channels/${general.id}/messages/${message.id}/threads` as const;
  await expect(running.client.rest.post(path, { body: { name: 'Again' } })).rejects.toMatchObject({ code: 160004 });
});

test('what is archived can not be edited until somebody reopens it or writes there', async () => {
  const thread = await general.threads.create({ name: 'Talk', type: 11 });
  const message = await thread.send('first');
  await thread.setArchived(true);
  await expect(message.edit('changed')).rejects.toMatchObject({ code: 50083 });
  await expect(message.pin()).rejects.toMatchObject({ code: 50083 });
  await expect(running.discord.as(running.member).command('x', { channelId: thread.id })).rejects.toThrow();
  await thread.send('second');
  await message.edit('changed');
  expect(running.discord.world.channels.get(thread.id)?.thread?.archived).toBe(false);
});

test('a deleted channel takes its threads along', async () => {
  const thread = await forum.threads.create({ name: 'June', message: { content: 'Header' } });
  await thread.delete();
  await expect(running.client.rest.get(`/channels/${thread.id}`)).rejects.toMatchObject({ code: 10003 });
});

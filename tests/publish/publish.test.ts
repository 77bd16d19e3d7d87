/** Posting and keeping timelines, as a moderator does, over the wire. */
import { ChannelType, type TextChannel } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Shown } from '../../src/local/page-api.ts';
import { embedOf, LIGHTHOUSES, type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { numbers, post, press, texts, use } from './stage.ts';

let running: Running;
afterEach(() => running?.close());

const EVENTS = 6;

describe('posting', () => {
  it('shows a preview, posts nothing before it is told to, and then everything once and in order', async () => {
    running = await runApp();
    const channel = running.discord.channel('timelines');
    const preview = await use(running, 'timeline', { channel });
    const shown = shownBy(preview);
    expect(textOf(shown)).toContain(`${EVENTS} events in ${EVENTS + 1} messages`);
    expect(shown.embeds.length).toBeGreaterThan(2);
    expect(running.moderator.view(channel)).toEqual([]);
    await press(running, shown, 'Post');
    const done = await preview.until((message) => textOf(message).startsWith('Done'));
    expect(textOf(done)).toMatch(/7 messages in <#\d+>: https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+/);
    const posted = running.moderator.view(channel);
    expect(posted).toHaveLength(EVENTS + 1);
    expect(embedOf(posted[0] as Shown).title).toContain('Timeline');
    const years = texts(running, channel)
      .slice(1)
      .map((text) => /18\d\d/.exec(text)?.[0] ?? '');
    expect(years).toEqual(years.toSorted());
    expect(new Set(texts(running, channel)).size).toBe(EVENTS + 1);
    for (const text of texts(running, channel).slice(1)) expect(text).toContain('[1]');
    expect(running.discord.requests.refused()).toEqual([]);
  });

  it('forgets a preview that is cancelled', async () => {
    running = await runApp();
    const channel = running.discord.channel('timelines');
    const preview = await use(running, 'timeline', { channel });
    const shown = shownBy(preview);
    await press(running, shown, 'Cancel');
    expect(textOf(shownBy(preview))).toBe('Cancelled. Nothing was posted.');
    expect(running.moderator.view(channel)).toEqual([]);
  });

  it('makes a forum post with title and tag, a thread below a header, and pins', async () => {
    running = await runApp();
    const forum = running.discord.channel('forum');
    await post(running, {
      channel: forum,
      title: 'Lights',
      tag: 'chronology',
      messages: 'few',
      detail: 'headlines',
      pin: true,
    });
    const channels = [...running.discord.world.channels.values()];
    const thread = channels.find(({ parentId }) => parentId === forum);
    expect(thread?.name).toBe('Lights');
    expect(thread?.thread?.appliedTags).toHaveLength(1);
    expect(thread?.pins.size).toBe(1);
    const ordinary = running.moderator.view(thread?.id ?? '').filter(({ type }) => type === 0);
    expect(ordinary).toHaveLength(2);

    const channel = running.discord.channel('timelines');
    await post(running, { channel, thread: 'The lights' });
    const below = [...running.discord.world.channels.values()].find(({ parentId }) => parentId === channel);
    expect(below).toMatchObject({ name: 'The lights', type: ChannelType.PublicThread });
    expect(running.moderator.view(channel)).toHaveLength(1);
    expect(running.moderator.view(below?.id ?? '').filter(({ type }) => type === 0)).toHaveLength(EVENTS);
  });

  it('posts in a thread that is there already, and updates it when it has been archived', async () => {
    running = await runApp();
    const general = (await running.app.client.channels.fetch(running.general)) as TextChannel;
    const thread = await general.threads.create({ name: 'Lights', type: ChannelType.PublicThread });
    const timeline = await post(running, { channel: thread.id, thread: 'not in a thread' });
    expect(numbers(running, thread.id)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    running.discord.change.archive(thread.id, true);
    const removal = await use(running, 'remove', { timeline });
    await removal.until((message) => textOf(message).startsWith('Removed'));
    expect(numbers(running, thread.id)).toEqual([]);
    expect(running.discord.world.channels.has(thread.id)).toBe(true);
  });

  it('offers the timelines of the server and the tags of the forum', async () => {
    running = await runApp();
    const channelId = running.general;
    const forum = running.discord.channel('forum');
    const timeline = await post(running, { channel: forum, title: 'Lights' });
    const offered = async (subcommand: string, options: Record<string, string>, focused: string) =>
      running.moderator.autocomplete('publish', { channelId, subcommand, options, focused });
    expect(await offered('update', { timeline: 'ligh' }, 'timeline')).toEqual([
      { name: `${timeline} · Lights · #Lights`, value: timeline },
    ]);
    const tags = await offered('timeline', { channel: forum, tag: 'chron' }, 'tag');
    expect(tags?.map(({ name }) => name)).toEqual(['chronology']);
  });

  it('keeps to the pace that Discord allows', async () => {
    running = await runApp(LIGHTHOUSES, {}, { rateLimits: { 'message-create': { requests: 3, seconds: 1 } } });
    const channel = running.discord.channel('timelines');
    await post(running, { channel });
    expect(running.discord.requests.refused()).toEqual([]);
  });

  it('posts in announcement channels, and in the language asked for', async () => {
    running = await runApp();
    const channel = running.discord.channel('announcements');
    await post(running, { channel, language: 'en', order: 'newest' });
    expect(texts(running, channel)[1]).toContain('1897');
    expect(numbers(running, channel)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

it('is refused to members by Discord itself', async () => {
  running = await runApp();
  const options = { channel: running.discord.channel('timelines') };
  const asMember = running.member.command('publish', { channelId: running.general, subcommand: 'timeline', options });
  await expect(asMember).rejects.toThrow();
});

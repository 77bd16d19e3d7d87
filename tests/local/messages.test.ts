import { AttachmentBuilder, type Message, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let time = Date.UTC(2026, 0, 1);
let running: Running;
let general: TextChannel;
beforeEach(async () => {
  running = await run({ clock: () => time, seed: { rateLimits: { 'old-edit': { requests: 1, seconds: 0.2 } } } });
  general = (await running.client.channels.fetch(running.general)) as TextChannel;
});
afterEach(() => running.stop());

const hear = () => new Promise<Message>((resolve) => running.client.once('messageCreate', resolve));

describe('what the bot may read without the privileged intent', () => {
  test.each([
    ['an ordinary message', (_bot: string) => 'secret', ''],
    ['a mention', (bot: string) => `<@${bot}> hello`, 'hello'],
  ])('%s', async (_name, content, expected) => {
    const heard = hear();
    await running.discord.as(running.member).send(running.general, content(running.client.user.id));
    expect((await heard).content.replace(/<@\d+> /, '')).toBe(expected);
  });

  test('a reply to its ordinary message, where it pings', async () => {
    const posted = await general.send('question?');
    const member = running.discord.as(running.member);
    const first = hear();
    await member.send(running.general, 'quiet', { replyTo: posted.id, ping: false });
    expect((await first).content).toBe('');
    const second = hear();
    await member.send(running.general, 'loud', { replyTo: posted.id });
    expect((await second).content).toBe('loud');
  });

  test('not a reply to its answer to a command', async () => {
    await running.client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
    running.client.once('interactionCreate', (i) => i.isRepliable() && i.reply('answer'));
    const member = running.discord.as(running.member);
    const { message } = await member.command('ask', { channelId: running.general });
    const heard = new Promise<Message>((resolve) => {
      running.client.on('messageCreate', (m) => !m.author.bot && resolve(m));
    });
    await member.send(running.general, 'and then?', { replyTo: message?.id ?? '' });
    expect((await heard).content).toBe('');
  });

  test('nor by reading the channel', async () => {
    await running.discord.as(running.member).send(running.general, 'secret');
    const read = await general.messages.fetch({ limit: 10 });
    expect(read.map((message) => message.content)).toEqual(['']);
  });
});

describe('posting', () => {
  test('the same nonce posts once, even at the same time, and again some minutes later', async () => {
    const body = { content: 'once', nonce: 'n1', enforceNonce: true };
    const [one, two] = await Promise.all([general.send(body), general.send(body)]);
    expect(two.id).toBe(one.id);
    time += 10 * 60_000;
    expect((await general.send(body)).id).not.toBe(one.id);
  });

  test('files can be fetched from where the message says', async () => {
    const file = new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'table.csv', description: 'A table' });
    const sent = await general.send({ files: [file] });
    const attachment = sent.attachments.first();
    expect(attachment).toMatchObject({ name: 'table.csv', size: 8, description: 'A table' });
    const response = await fetch(attachment?.url ?? '');
    expect(await response.text()).toBe('a,b\n1,2\n');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('nothing is pinged where parse is empty; people and roles are where nothing is said', async () => {
    const content = `<@${running.member}> @everyone`;
    const quiet = await general.send({ content, allowedMentions: { parse: [] } });
    expect([quiet.mentions.users.size, quiet.mentions.everyone]).toEqual([0, false]);
    const loud = await general.send({ content });
    expect([...loud.mentions.users.keys()]).toEqual([running.member]);
  });

  test('messages are listed before, after and around an id', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c', 'd', 'e']) ids.push((await general.send(content)).id);
    const read = async (options: object) => [...(await general.messages.fetch(options)).values()].map((m) => m.content);
    expect(await read({ before: ids[2] })).toEqual(['b', 'a']);
    expect(await read({ after: ids[2] })).toEqual(['e', 'd']);
    expect(await read({ around: ids[2], limit: 3 })).toEqual(['d', 'c', 'b']);
    expect(await read({ limit: 2 })).toEqual(['e', 'd']);
  });
});

describe('later', () => {
  test('pinning announces itself; pins are listed, newest first, and undone', async () => {
    const [first, second] = [await general.send('first'), await general.send('second')];
    await first.pin();
    time += 1_000;
    await second.pin();
    const { items } = await general.messages.fetchPins();
    expect(items.map(({ message }) => message.content)).toEqual(['second', 'first']);
    await second.unpin();
    expect((await general.messages.fetchPins()).items).toHaveLength(1);
    const system = running.discord
      .as(running.member)
      .view(running.general)
      .filter((message) => message.type === 6);
    expect(system).toHaveLength(2);
  });

  test('edits of messages older than an hour have a limit of their own', async () => {
    const message = await general.send('old');
    await message.edit('older');
    time += 61 * 60_000;
    await message.edit('oldest');
    await message.edit('again');
    const codes = running.discord.requests.matching(/^PATCH/).map(({ status, code }) => code ?? status);
    expect(codes).toEqual([200, 200, 30046, 200]);
  });

  test('own messages can be deleted, and those of others by who manages messages', async () => {
    const gone = new Promise((resolve) => running.client.once('messageDelete', resolve));
    const message = await general.send('away with it');
    await message.delete();
    await gone;
    const said = await running.discord.as(running.member).send(running.general, 'this too');
    await general.messages.delete(said.id);
    expect(running.discord.as(running.member).view(running.general)).toEqual([]);
  });

  test('a message is published once, in an announcement channel', async () => {
    const news = (await running.client.channels.fetch(running.discord.channel('announcements'))) as TextChannel;
    const message = await news.send('news');
    await message.crosspost();
    await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
    await expect((await general.send('no news')).crosspost()).rejects.toMatchObject({ code: 50024 });
  });
});

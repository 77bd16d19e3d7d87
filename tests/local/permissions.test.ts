import { ChannelType, PermissionFlagsBits as P } from 'discord.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelPermissions } from '../../src/local/permissions.ts';
import { botPermissions, defaultGuild, everyonePermissions, seedWorld } from '../../src/local/seed.ts';
import { type Running, run } from './bot.ts';

const closed = (bit: bigint) => [
  { for: '@everyone', deny: bit },
  { for: 'Bot', deny: bit },
];

let running: Running;
beforeAll(async () => {
  const guild = defaultGuild();
  running = await run({
    seed: {
      guilds: [
        {
          ...guild,
          channels: [
            ...(guild.channels ?? []),
            { name: 'hidden', overwrites: closed(P.ViewChannel) },
            { name: 'mute', overwrites: closed(P.SendMessages) },
            { name: 'plain', overwrites: closed(P.EmbedLinks) },
            { name: 'no-files', overwrites: closed(P.AttachFiles) },
            { name: 'no-history', overwrites: closed(P.ReadMessageHistory) },
            { name: 'no-pins', overwrites: closed(P.PinMessages) },
            { name: 'no-threads', overwrites: closed(P.CreatePublicThreads | P.SendMessagesInThreads) },
            { name: 'no-delete', overwrites: closed(P.ManageMessages) },
            { name: 'closed-forum', type: ChannelType.GuildForum, overwrites: closed(P.SendMessages) },
          ],
        },
        { name: 'Elsewhere', members: ['moderator'], channels: [{ name: 'far' }] },
      ],
    },
  });
});
afterAll(() => running.stop());

describe('what the bot may not do is refused, and nothing is sent', () => {
  const say = { content: 'x' };
  test.each<[string, string, (id: string) => Promise<unknown>, number]>([
    ['see', 'hidden', (id) => running.client.rest.get(`/channels/${id}`), 50001],
    ['write where it sees nothing', 'hidden', (id) => post(id, say), 50001],
    ['write', 'mute', (id) => post(id, say), 50013],
    ['type', 'mute', (id) => running.client.rest.post(`/channels/${id}/typing`), 50013],
    ['embed', 'plain', (id) => post(id, { embeds: [{ title: 't' }] }), 50013],
    ['attach', 'no-files', (id) => attach(id), 50013],
    ['reply', 'no-history', (id) => reply(id), 160002],
    ['pin', 'no-pins', (id) => pin(id), 50013],
    ['start a thread', 'no-threads', (id) => startThread(id), 50013],
    ['delete what others wrote', 'no-delete', (id) => deleteSaid(id), 50013],
    ['post in a forum', 'closed-forum', (id) => forumPost(id), 50013],
  ])('%s', async (_name, channel, act, code) => {
    await expect(act(running.discord.channel(channel))).rejects.toMatchObject({ code });
  });

  const post = (id: string, body: object) => running.client.rest.post(`/channels/${id}/messages`, { body });
  const attach = (id: string) =>
    running.client.rest.post(`/channels/${id}/messages`, {
      body: {},
      files: [{ name: 'a.txt', data: Buffer.from('a') }],
    });
  const said = (id: string) => running.discord.as(running.moderator).send(id, 'hello');
  const reply = async (id: string) => post(id, { ...say, message_reference: { message_id: (await said(id)).id } });
  const pin = async (id: string) => running.client.rest.put(`/channels/${id}/messages/pins/${(await said(id)).id}`);
  const startThread = (id: string) =>
    running.client.rest.post(`/channels/${id}/threads`, { body: { name: 't', type: 11 } });
  const deleteSaid = async (id: string) =>
    running.client.rest.delete(`/channels/${id}/messages/${(await said(id)).id}`);
  const forumPost = (id: string) =>
    running.client.rest.post(`/channels/${id}/threads`, { body: { name: 't', message: say } });
});

test('without the right to read history the channel looks empty', async () => {
  const id = running.discord.channel('no-history');
  await expect(running.client.rest.get(`/channels/${id}/messages`)).resolves.toEqual([]);
});

test('people are held to their permissions as well', async () => {
  const { discord, member, moderator } = running;
  await expect(discord.as(member).send(discord.channel('hidden'), 'x')).rejects.toMatchObject({ code: 50001 });
  await expect(discord.as(member).send(discord.channel('announcements'), 'x')).rejects.toMatchObject({ code: 50013 });
  await expect(discord.as(member).send(discord.channel('far'), 'x')).rejects.toMatchObject({ code: 50001 });
  const said = await discord.as(moderator).send(discord.channel('announcements'), 'x');
  expect(() => discord.as(member).delete(said)).toThrow('Missing Permissions');
  await expect(discord.as(member).send(discord.dm(moderator), 'x')).rejects.toMatchObject({ code: 50001 });
});

test('several servers are all there', () => {
  expect(running.client.guilds.cache.map(({ name }) => name)).toEqual(['Local server', 'Elsewhere']);
});

test('the same permissions are found as discord.js computes from the same roles and overwrites', async () => {
  const all = Object.values(P);
  const bits = fc.subarray(all).map((some) => some.reduce((sum, bit) => sum | bit, 0n) & ~P.Administrator);
  const channels = fc.record({
    denyAll: bits,
    allowRole: bits,
    denyRole: bits,
    allowBot: bits,
    denyBot: bits,
  });
  const { client } = running;
  const guild = client.guilds.cache.first();
  const me = await guild?.members.fetchMe();
  fc.assert(
    fc.property(channels, ({ denyAll, allowRole, denyRole, allowBot, denyBot }) => {
      const world = seedWorld(Date.now, {
        guilds: [
          {
            ...defaultGuild(),
            channels: [
              {
                name: 'general',
                overwrites: [
                  { for: '@everyone', deny: denyAll },
                  { for: 'Bot', allow: allowRole, deny: denyRole },
                  { for: 'bot', allow: allowBot, deny: denyBot },
                ],
              },
            ],
          },
        ],
      });
      const channel = [...world.channels.values()].find(({ name }) => name === 'general');
      if (!channel) throw new Error('no channel');
      const expected =
        ((((everyonePermissions | botPermissions) & ~denyAll & ~denyRole) | allowRole) & ~denyBot) | allowBot;
      const has = channelPermissions(world, channel, world.botId);
      if (!(expected & P.ViewChannel)) expect(has).toBe(0n);
      else if (expected & P.SendMessages) expect(has).toBe(expected);
      else expect(has & P.EmbedLinks).toBe(0n);
    }),
  );
  // What the client works out from the roles and overwrites it was sent is what the server goes by.
  for (const channel of guild?.channels.cache.values() ?? []) {
    const stored = running.discord.world.channels.get(channel.id);
    if (!stored || !me) throw new Error('missing');
    const own = channelPermissions(running.discord.world, stored, client.user.id);
    if (own & P.SendMessages) expect(channel.permissionsFor(me).bitfield).toBe(own);
  }
});

test('what changes on the server is felt at once, by the bot and by what it may do', async () => {
  const { discord, client } = running;
  const id = discord.channel('questions');
  const post = () => client.rest.post(`/channels/${id}/messages`, { body: { content: 'x' } });
  await post();
  const updated = new Promise((resolve) => client.once('channelUpdate', resolve));
  discord.change.overwrite(id, discord.person('bot'), { deny: P.SendMessages });
  await updated;
  await expect(post()).rejects.toMatchObject({ code: 50013 });
  discord.change.overwrite(id, discord.person('bot'), { deny: P.ViewChannel });
  await expect(post()).rejects.toMatchObject({ code: 50001 });
  const deleted = new Promise((resolve) => client.once('channelDelete', resolve));
  discord.change.deleteChannel(id);
  await deleted;
  await expect(post()).rejects.toMatchObject({ code: 10003 });
  const lost = new Promise((resolve) => client.once('guildDelete', resolve));
  discord.change.expel(discord.guild('Elsewhere'));
  await lost;
});

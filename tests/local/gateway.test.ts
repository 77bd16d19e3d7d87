import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalDiscord, startLocalDiscord } from '../../src/local/server.ts';
import { plainIntents } from './bot.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord({ port: 0 });
});
afterAll(() => discord.close());

const intents = plainIntents.reduce<number>((sum, bit) => sum | bit, 0);
const identify = (more: object = {}) => ({ op: 2, d: { token: discord.token, intents, properties: {}, ...more } });

interface Heard {
  op: number;
  t: string | null;
  s: number | null;
  d: Record<string, unknown>;
}

/** A bare socket, as no client library would use it. */
function open(query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${discord.url.replace('http', 'ws')}/gateway?${query}`);
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const opened = new Promise((resolve) => socket.on('open', resolve));
  const send = async (payload: unknown) => {
    await opened;
    socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  };
  const event = (name: string) => expect.poll(() => heard.find(({ t }) => t === name)).toBeDefined();
  return { socket, heard, closed, send, event };
}

describe('a connection is closed with', () => {
  test.each<[number, string, unknown]>([
    [4001, 'an unknown opcode', { op: 99, d: null }],
    [4002, 'something that is not JSON', '{'],
    [4002, 'more than 4,096 bytes', { op: 2, d: { token: 'x'.repeat(4_096), intents } }],
    [4003, 'a request before the login', { op: 8, d: {} }],
    [4004, 'a wrong token', { op: 2, d: { token: 'x', intents } }],
    [4010, 'a shard that can not be', { op: 2, d: { token: '', intents, shard: [2, 2] } }],
    [4013, 'intents that do not exist', { op: 2, d: { token: '', intents: 1 << 30 } }],
    [4014, 'privileged intents', { op: 2, d: { token: '', intents: 1 << 15 } }],
  ])('%i on %s', async (code, _name, payload) => {
    const { closed, send } = open();
    const filled = JSON.parse(JSON.stringify(payload)) as { d?: { token?: string } };
    if (filled.d?.token === '') filled.d.token = discord.token;
    await send(typeof payload === 'string' ? payload : filled);
    expect(await closed).toBe(code);
  });

  test('4012 where another version is asked for', async () => {
    expect(await open('v=9').closed).toBe(4012);
  });

  test('4005 on a second login, 4008 on the 121st payload in a minute', async () => {
    const twice = open();
    await twice.send(identify());
    await twice.send(identify());
    expect(await twice.closed).toBe(4005);
    const busy = open();
    for (let index = 0; index <= 120; index += 1) await busy.send({ op: 1, d: null });
    expect(await busy.closed).toBe(4008);
  });
});

test('what is no gateway connection is dropped, and leaves the server standing', async () => {
  const port = Number(new URL(discord.url).port);
  for (const path of ['//', '/elsewhere', '/gateway/x']) {
    const raw = connect(port, '127.0.0.1');
    raw.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    await new Promise((resolve) => raw.on('close', resolve));
  }
  expect((await fetch(`${discord.url}/local/state`)).status).toBe(200);
});

test('heartbeats are acknowledged', async () => {
  const { heard, send, socket } = open();
  await send({ op: 1, d: null });
  await expect.poll(() => heard.map(({ op }) => op)).toEqual([10, 11]);
  socket.terminate();
});

test('a resume brings what was missed, numbered on; one from nowhere is refused', async () => {
  const first = open();
  await first.send(identify());
  await first.event('GUILD_CREATE');
  const session = first.heard.find(({ t }) => t === 'READY')?.d.session_id;
  const seq = Math.max(...first.heard.map(({ s }) => s ?? 0));
  first.socket.terminate();
  await first.closed;
  const member = discord.as(discord.person('member'));
  await member.send(discord.channel('general'), 'one');
  await member.send(discord.channel('general'), 'two');
  const second = open();
  await second.send({ op: 6, d: { token: discord.token, session_id: session, seq } });
  await second.event('RESUMED');
  expect(second.heard.slice(1).map(({ t, s }) => [t, s])).toEqual([
    ['MESSAGE_CREATE', seq + 1],
    ['MESSAGE_CREATE', seq + 2],
    ['RESUMED', seq + 3],
  ]);
  const third = open();
  await third.send({ op: 6, d: { token: discord.token, session_id: 'gone', seq } });
  await expect.poll(() => third.heard.at(-1)).toMatchObject({ op: 9, d: false });
  second.socket.terminate();
  third.socket.terminate();
});

test('a shard hears only of its own servers; direct messages go to the first', async () => {
  const guild = BigInt(discord.guild());
  const count = 2;
  const own = Number((guild >> 22n) % BigInt(count));
  const shards = [open(), open()];
  for (const [index, shard] of shards.entries()) await shard.send(identify({ shard: [index, count] }));
  await Promise.all(shards.map((shard) => shard.event('READY')));
  const member = discord.person('member');
  await discord.as(member).send(discord.channel('general'), 'x');
  await discord.as(member).send(discord.dm(member), 'y');
  const counts = () => shards.map(({ heard }) => heard.filter(({ t }) => t === 'MESSAGE_CREATE').length);
  await expect.poll(counts).toEqual(own === 0 ? [2, 0] : [1, 1]);
  for (const { socket } of shards) socket.terminate();
});

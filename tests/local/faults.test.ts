import type { TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Running, run } from './bot.ts';

let running: Running;
let general: TextChannel;
beforeEach(async () => {
  running = await run({ seed: { rateLimits: { 'message-create': { requests: 3, seconds: 0.3 } } } });
  general = (await running.client.channels.fetch(running.general)) as TextChannel;
});
afterEach(() => running.stop());

const texts = () =>
  running.discord
    .as(running.member)
    .view(running.general)
    .map(({ content }) => content);
const statuses = () => running.discord.requests.matching(/^POST .*\/messages$/).map(({ status }) => status);

describe('requests', () => {
  test('a 429 is waited out, and the message posted once', async () => {
    running.discord.faults.rest({ match: /^POST .*\/messages$/, status: 429, retryAfterSeconds: 0.05, times: 1 });
    await general.send('patient');
    expect(statuses()).toEqual([429, 200]);
    expect(texts()).toEqual(['patient']);
    expect(running.discord.requests.refused()).toEqual([]);
  });

  test('a client that goes by the headers is never refused', async () => {
    const started = performance.now();
    await Promise.all(Array.from({ length: 7 }, (_, index) => general.send(`${index}`)));
    expect(performance.now() - started).toBeGreaterThan(500);
    expect(statuses()).toEqual(Array(7).fill(200));
  });

  test('one that does not gets 429 with Retry-After', async () => {
    const post = () =>
      fetch(`${running.discord.apiUrl}/v10/channels/${running.general}/messages`, {
        method: 'POST',
        headers: { Authorization: `Bot ${running.discord.token}`, 'Content-Type': 'application/json' },
        body: '{"content":"x"}',
      });
    const answers = [await post(), await post(), await post(), await post()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[2]?.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[3]?.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
  });

  test('a 500 after the message was posted makes a retrying client post twice, unless it enforces its nonce', async () => {
    const fault = { match: /^POST .*\/messages$/, status: 500, after: true, times: 1 };
    running.discord.faults.rest(fault);
    await general.send('naive');
    expect(texts()).toEqual(['naive', 'naive']);
    running.discord.faults.rest(fault);
    await general.send({ content: 'careful', nonce: '1', enforceNonce: true });
    expect(texts()).toEqual(['naive', 'naive', 'careful']);
  });

  test('a 500 instead of the work leaves nothing behind', async () => {
    const lift = running.discord.faults.rest({ match: /^POST .*\/messages$/, status: 503 });
    await expect(general.send('never')).rejects.toMatchObject({ status: 503 });
    expect(texts()).toEqual([]);
    lift();
    await general.send('at last');
    expect(texts()).toEqual(['at last']);
  });

  test('the same seed strikes the same requests', async () => {
    const struck = async () => {
      running.discord.faults.clear();
      running.discord.requests.clear();
      running.discord.faults.rest({ match: /typing/, status: 500, chance: 0.5 });
      for (let index = 0; index < 20; index += 1) {
        await fetch(`${running.discord.apiUrl}/v10/channels/${running.general}/typing`, { method: 'POST' });
      }
      return running.discord.requests.all.map(({ status }) => status).join();
    };
    const first = await struck();
    await running.stop();
    running = await run();
    expect(await struck()).toBe(first);
    expect(first).toMatch(/500/);
    expect(first).toMatch(/401/);
  });
});

describe('the gateway', () => {
  const heard = (content: string) =>
    new Promise<void>((resolve) => {
      running.client.on('messageCreate', (message) => {
        if (message.content.endsWith(content)) resolve();
      });
    });
  const mention = (content: string) => `<@${running.client.user.id}> ${content}`;
  const speak = (content: string) => running.discord.as(running.member).send(running.general, mention(content));

  test.each([
    ['a dropped socket', () => running.discord.faults.dropSockets()],
    ['a request to reconnect', () => running.discord.faults.reconnect()],
  ])('after %s the client resumes and misses nothing', async (_name, strike) => {
    const resumed = new Promise((resolve) => running.client.once('shardResume', resolve));
    const missed = heard('meanwhile');
    strike();
    await speak('meanwhile');
    await missed;
    await resumed;
    const later = heard('later');
    await speak('later');
    await later;
  });

  test('after an invalid session it starts a new one', async () => {
    const ready = new Promise((resolve) => running.client.once('shardReady', resolve));
    running.discord.faults.invalidSession(false);
    await ready;
    const later = heard('later');
    await speak('later');
    await later;
  });

  test('events come twice where that is asked for', async () => {
    let count = 0;
    running.client.on('interactionCreate', async (i) => {
      count += 1;
      if (i.isRepliable()) await i.reply('x').catch(() => undefined);
    });
    await running.client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
    running.discord.faults.event({ event: 'INTERACTION_CREATE', duplicate: true, times: 1 });
    await running.discord.as(running.member).command('ask', { channelId: running.general });
    await expect.poll(() => count).toBe(2);
    await expect.poll(() => running.discord.requests.refused()).toMatchObject([{ code: 40060 }]);
  });
});

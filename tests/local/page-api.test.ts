import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Event, Shown, Started, State } from '../../src/local/page-api.ts';
import { type Running, run } from './bot.ts';

let running: Running;
beforeEach(async () => {
  running = await run();
  await running.client.application.commands.set([
    { name: 'ask', description: 'Asks' },
    { name: 'tidy', description: 'Tidies', defaultMemberPermissions: 'ManageMessages' },
  ]);
  running.client.on('interactionCreate', async (i) => {
    if (i.isChatInputCommand()) {
      const button = { type: 2, style: 1, label: 'More', custom_id: 'more' } as const;
      await i.reply({
        content: 'answer',
        flags: MessageFlags.Ephemeral,
        components: [{ type: 1, components: [button] }],
      });
    } else if (i.isButton()) await i.update({ content: 'more', components: [] });
  });
});
afterEach(() => running.stop());

const get = async <T>(path: string): Promise<T> => (await fetch(running.discord.url + path)).json() as Promise<T>;
const act = async <T>(name: string, body: object): Promise<T> => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(`${running.discord.url}/local/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return response.json() as Promise<T>;
};

/** Reads the events of a user; `next` waits for one that fits. */
async function events(user: string) {
  const abort = new AbortController();
  const response = await fetch(`${running.discord.url}/local/events?user=${user}`, { signal: abort.signal });
  const heard: Event[] = [];
  (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) heard.push(JSON.parse(part.replace(/^data: /, '')));
    }
  })().catch(() => undefined);
  return { heard, close: () => abort.abort() };
}

test('the state names channels, people and only those commands that the person may use', async () => {
  const { member, moderator, client } = running;
  const state = await get<State>(`/local/state?user=${member}`);
  expect(state.actors).toEqual([member, moderator]);
  expect(state.channels.map(({ channel, maySend }) => [channel.name, maySend])).toEqual([
    ['general', true],
    ['questions', true],
    ['announcements', false],
    ['timelines', true],
    ['forum', false],
  ]);
  expect(state.dm.maySend).toBe(true);
  expect(state.bot).toEqual({ id: client.user.id, applicationId: client.application.id, online: true });
  const places = (one: State) => one.commands.map(({ name, contexts }) => [name, contexts]);
  expect(places(state)).toEqual([
    ['ask', [0, 1]],
    ['tidy', [1]],
  ]);
  expect(places(await get<State>(`/local/state?user=${moderator}`))).toEqual([
    ['ask', [0, 1]],
    ['tidy', [0, 1]],
  ]);
});

test('a command is asked, its button pressed, its private answer dismissed', async () => {
  const { member, moderator, general: channel } = running;
  const [mine, theirs] = [await events(member), await events(moderator)];
  const started = await act<Started>('command', { user: member, channel, command: 'ask', options: [] });
  expect(started).toMatchObject({ outcome: 'message', message: { content: 'answer', ephemeral: true } });
  const message = started.message?.id ?? '';
  const pressed = await act<Started>('component', { user: member, channel, message, customId: 'more' });
  expect(pressed).toMatchObject({ outcome: 'updated', message: { id: message, content: 'more' } });
  await act('delete', { user: member, channel, message });
  const deleted = { type: 'message-deleted', channel, message };
  await expect.poll(() => mine.heard).toContainEqual(deleted);
  expect(mine.heard[0]).toEqual({ type: 'ready' });
  expect(mine.heard.filter(({ type }) => type === 'message')).toHaveLength(2);
  expect(theirs.heard).not.toContainEqual(deleted);
  expect(await get<Shown[]>(`/local/messages?user=${member}&channel=${channel}`)).toEqual([]);
  mine.close();
  theirs.close();
});

test('what is written is seen by others, as it happens and afterwards', async () => {
  const { member, moderator, general: channel } = running;
  const theirs = await events(moderator);
  const sent = await act<Shown>('send', { user: member, channel, content: 'hello' });
  await expect.poll(() => theirs.heard).toContainEqual({ type: 'message', message: sent });
  const listed = await get<Shown[]>(`/local/messages?user=${moderator}&channel=${channel}`);
  expect(listed.map(({ content }) => content)).toEqual(['hello']);
  theirs.close();
});

test('refusals say why; forms of other sites and other host names get nowhere', async () => {
  const { member, discord } = running;
  const channel = discord.channel('announcements');
  expect(await act('send', { user: member, channel, content: 'x' })).toEqual({
    code: 50013,
    message: 'Missing Permissions',
  });
  expect(await act('send', { user: 'nobody', channel, content: 'x' })).toMatchObject({ message: expect.any(String) });
  for (const request of [{}, { user: member }, { user: member, channel, content: 5 }, []]) {
    expect(await act('send', request)).toMatchObject({ code: 0, message: expect.any(String) });
  }
  const body = JSON.stringify({ user: member, channel: running.general, content: 'x' });
  const forged = await fetch(`${discord.url}/local/send`, { method: 'POST', body });
  expect(forged.status).toBe(400);
  expect(discord.as(member).view(running.general)).toEqual([]);
});

/** For each permission that the bot or the moderator lacks: the refusal names it, and nothing was sent. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedOf, type Running, runApp, shownBy, textOf } from '../support/app.ts';
import { type Options, press, use } from './stage.ts';

let running: Running;
beforeAll(async () => {
  running = await runApp();
});
afterAll(() => running.close());

const CASES: [name: string, bit: bigint, channel: string, options: Options, alsoWho: 'both' | 'bot' | 'moderator'][] = [
  ['View Channel', P.ViewChannel, 'timelines', {}, 'bot'],
  ['Send Messages', P.SendMessages, 'timelines', {}, 'both'],
  ['Embed Links', P.EmbedLinks, 'timelines', {}, 'bot'],
  ['Read Message History', P.ReadMessageHistory, 'timelines', {}, 'bot'],
  ['Create Public Threads', P.CreatePublicThreads, 'timelines', { thread: 'x' }, 'both'],
  ['Send Messages in Threads', P.SendMessagesInThreads, 'timelines', { thread: 'x' }, 'both'],
  ['Pin Messages', P.PinMessages, 'timelines', { pin: true }, 'both'],
  ['Manage Messages', P.ManageMessages, 'timelines', {}, 'moderator'],
  ['Send Messages', P.SendMessages, 'announcements', {}, 'both'],
  ['Send Messages', P.SendMessages, 'forum', {}, 'both'],
  ['Send Messages in Threads', P.SendMessagesInThreads, 'forum', {}, 'both'],
];
const TABLE = CASES.flatMap(([name, bit, channel, options, who]) =>
  (who === 'both' ? (['bot', 'moderator'] as const) : [who]).map((lacking) => ({
    lacking,
    name,
    bit,
    channel,
    options,
  })),
);

const sent = () => running.discord.requests.matching(/^POST \/channels\//);

/** Takes the permission from one of them in the channel, and gives back what was. */
function deny(channel: string, lacking: string, bit: bigint): () => void {
  const user = lacking === 'bot' ? running.discord.world.botId : running.moderator.id;
  running.discord.change.overwrite(channel, user, { deny: bit });
  return () => running.discord.change.overwrite(channel, user, {});
}

describe.each(TABLE)('$lacking without $name in $channel', ({ lacking, name, bit, channel, options }) => {
  it('is told so before a preview, and nothing is sent', async () => {
    const id = running.discord.channel(channel);
    const restore = deny(id, lacking, bit);
    const refused = shownBy(await use(running, 'timeline', { channel: id, ...options }));
    restore();
    expect(refused.content).toContain(lacking === 'bot' ? 'I lack' : 'You lack');
    expect(refused.content).toContain(name);
    expect(refused.components ?? []).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('is told so when Post is pressed, if it was taken away since the preview', async () => {
    const id = running.discord.channel(channel);
    const preview = shownBy(await use(running, 'timeline', { channel: id, ...options }));
    const restore = deny(id, lacking, bit);
    const pressed = await press(running, preview, 'Post');
    const [told] = pressed.message ? [pressed.message] : [shownBy(pressed)];
    restore();
    expect(told?.content).toContain(name);
    expect(sent()).toEqual([]);
  });
});

it('stops where a permission is lost while it posts, says which, and goes on when it is back', async () => {
  const channel = running.discord.channel('timelines');
  const preview = await use(running, 'timeline', { channel });
  const slow = running.discord.faults.rest({ match: /^POST \/channels\/\d+\/messages/, delayMs: 40 });
  await press(running, shownBy(preview), 'Post');
  await running.discord.until(() => running.moderator.view(channel)[1]);
  const restore = deny(channel, 'bot', P.SendMessages);
  const stopped = await preview.until((message) => textOf(message).startsWith('Stopped'));
  expect(textOf(stopped)).toContain('Send Messages');
  restore();
  await press(running, stopped, 'Resume');
  const resumed = await running.discord.until(() => {
    const now = preview.current();
    return now && textOf(now).startsWith('Done') ? now : undefined;
  });
  slow();
  expect(textOf(resumed)).toContain('7 messages');
  const marks = running.moderator.view(channel).map((message) => embedOf(message).footer?.text);
  expect(new Set(marks).size).toBe(7);
  expect(marks).toHaveLength(7);
});

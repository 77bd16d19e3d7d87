/** One step of a timeline: a message sent, edited or deleted, or found to have been. */
import type { Logger } from 'pino';
import type { Item, Step, Store, Timeline } from '../store/store.ts';
import { DeliveryError, type DiscordPort, type Outgoing } from './discord-port.ts';
import { readOptions } from './options.ts';
import type { Body } from './plan.ts';

export interface StepParts {
  readonly store: Store;
  readonly discord: DiscordPort;
  readonly log: Logger;
}

/** Clocks differ: messages are looked for from this long before they can have been sent. */
const CLOCK_MARGIN = 10 * 60_000;
/** 2015-01-01, from which ids count: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000;

/** Takes a step and records it. @throws DeliveryError */
export async function perform(step: Step, timeline: Timeline, parts: StepParts): Promise<void> {
  const { store, discord } = parts;
  const { item } = step;
  if (step.does === 'send') return send(step, timeline, parts);
  const channel = await channelOf(item, timeline, discord);
  if (step.does === 'edit') {
    const messageId = item.messageId as string;
    try {
      await reopening(channel, discord, () => discord.edit(channel, messageId, outgoing(item)));
      await store.timelines.recordEdited(item.id, item.hash);
    } catch (error) {
      if (isCode(error, 'message-gone')) return store.timelines.recordGone(item.id);
      if (isCode(error, 'too-old')) return store.timelines.recordStale(item.id);
      throw error;
    }
    return;
  }
  const messageId = item.messageId ?? (await lookFor(item, timeline, parts));
  try {
    if (messageId) await reopening(channel, discord, () => discord.delete(channel, messageId));
  } catch (error) {
    if (!isCode(error, 'message-gone')) throw error;
  }
  await store.timelines.recordRemoved(item.id);
}

async function send({ item, repeated }: Step, timeline: Timeline, parts: StepParts): Promise<void> {
  const { store, discord } = parts;
  const options = readOptions(timeline.options);
  const forum = await discord.isForum(timeline.channelId);
  if (forum && !timeline.threadId) {
    const found = repeated ? await discord.findPost(timeline.guildId, timeline.channelId, markOf(item)) : undefined;
    if (repeated && !found) await store.timelines.recordAttempt(item.id);
    const title = options.title ?? (item.body as unknown as Body).title ?? markOf(item);
    const post = found ?? (await discord.createPost(timeline.channelId, title, options.tags, outgoing(item)));
    await store.timelines.recordThread(timeline.id, post);
    await store.timelines.recordPosted(item.id, post);
    return;
  }
  const threadId = forum ? timeline.threadId : await threadFor(item, timeline, parts);
  const channel = threadId ?? timeline.channelId;
  const found = repeated ? await lookFor(item, { ...timeline, threadId }, parts) : undefined;
  if (repeated && !found) await store.timelines.recordAttempt(item.id);
  await store.timelines.recordPosted(item.id, found ?? (await discord.send(channel, outgoing(item), item.id)));
}

/** The thread below the first message, made before the second is sent; null where none is wanted. */
async function threadFor(item: Item, timeline: Timeline, { store, discord }: StepParts): Promise<string | null> {
  const { thread } = readOptions(timeline.options);
  if (timeline.threadId || !thread) return timeline.threadId;
  const [first] = await store.timelines.items(timeline.id);
  if (!first?.messageId || first.id === item.id) return null;
  const threadId = await discord.startThread(timeline.channelId, first.messageId, thread);
  await store.timelines.recordThread(timeline.id, threadId);
  return threadId;
}

/** A message of which nobody knows whether it was sent: its id, if it was. */
async function lookFor(item: Item, timeline: Timeline, { store, discord }: StepParts): Promise<string | undefined> {
  const forum = await discord.isForum(timeline.channelId);
  const channel = timeline.threadId ?? timeline.channelId;
  if (forum && !timeline.threadId) return discord.findPost(timeline.guildId, timeline.channelId, markOf(item));
  const earlier = (await store.timelines.items(timeline.id)).filter((one) => one.position < item.position);
  const since = (item.attemptedAt ?? timeline.createdAt) - CLOCK_MARGIN;
  const from = forum && earlier.length === 0 ? timeline.createdAt - CLOCK_MARGIN : since;
  return discord.find(channel, markOf(item), snowflakeAt(from));
}

/** What is left when all messages are there or gone. */
export async function conclude(timeline: Timeline, { store, discord, log }: StepParts): Promise<void> {
  try {
    if (timeline.state === 'removing') {
      if (timeline.threadId) await discord.deleteIfEmpty(timeline.threadId);
      return;
    }
    const [first] = await store.timelines.items(timeline.id);
    if (!readOptions(timeline.options).pin || first?.state !== 'posted' || !first.messageId) return;
    await discord.pin(await channelOf(first, timeline, discord), first.messageId);
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    log.warn({ timeline: timeline.id, code: error.code }, 'not pinned, or an empty thread left');
  }
}

/** Where a message of a timeline stands: a thread's first message is not in it, a forum post's is. */
export async function channelOf(item: Item, timeline: Timeline, discord: DiscordPort): Promise<string> {
  const { channelId, threadId } = timeline;
  if (!threadId) return channelId;
  return item.messageId === threadId && !(await discord.isForum(channelId)) ? channelId : threadId;
}

async function reopening(channel: string, discord: DiscordPort, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!isCode(error, 'archived')) throw error;
    await discord.reopen(channel);
    await task();
  }
}

/** What stands small below a message: id of the timeline, by which moderators name it, and number of the message. */
export const markOf = ({ timelineId, position }: Pick<Item, 'timelineId' | 'position'>): string =>
  `${timelineId} · ${position + 1}`;

const outgoing = (item: Item): Outgoing => ({ body: item.body as unknown as Body, mark: markOf(item) });

const isCode = (error: unknown, code: string): boolean => error instanceof DeliveryError && error.code === code;

/** The smallest id that Discord can give at an instant (milliseconds since 1970). */
export const snowflakeAt = (at: number): string => String(BigInt(Math.max(0, at - DISCORD_EPOCH)) << 22n);

/**
 * Posts, updates and removes timelines, a step at a time. Each step is on disk before it is done; after a kill, or an
 * answer that doesn't tell, the channel is looked at before anything is sent again.
 */
import type { Logger } from 'pino';
import type { Item, Step, Store, Timeline } from '../store/store.ts';
import { DeliveryError, type DiscordPort, type Outgoing } from './discord-port.ts';
import { readOptions } from './options.ts';
import type { Body } from './plan.ts';

/** How it stands with a timeline at work, for people. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Null before anything can be said. */
  readonly secondsLeft: number | null;
}

/** Tells whoever asked. Never rejects. */
export interface Reporter {
  /** Called after every step; says only as much as can be read. */
  progress(timeline: Timeline, progress: Progress): Promise<void>;
  /** When it is done, stopped or failed. Whoever was told is not told again: its `report` is null then. */
  ended(timeline: Timeline): Promise<void>;
}

export interface WorkerParts {
  readonly store: Store;
  readonly discord: DiscordPort;
  readonly reporter: Reporter;
  readonly log: Logger;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Failures in a row after which it stops and says so: with the pauses between them, some four minutes. */
const MOST_FAILURES = 8;
const LONGEST_PAUSE = 60_000;
/** How long a step may take to end when the work is cut short, milliseconds. */
const GRACE = 2_000;
/** Clocks differ: messages are looked for from this long before they can have been sent. */
const CLOCK_MARGIN = 10 * 60_000;
const DISCORD_EPOCH = 1_420_070_400_000;

/** Works on a timeline until nothing is left to do, it is stopped, or the signal aborts. */
export async function workOn(id: string, parts: WorkerParts, signal: AbortSignal): Promise<void> {
  const { store, log, reporter } = parts;
  const turn = await store.timelines.takeOver(id);
  const begun = Date.now();
  let steps = 0;
  let failures = 0;
  if (!(await mayWork(id, parts))) return;
  while (!signal.aborted) {
    const step = await store.timelines.claimNext(id, turn);
    const timeline = await store.timelines.get(id);
    if (!timeline) return;
    if (!step) {
      if (timeline.state === 'posting' || timeline.state === 'removing') await conclude(timeline, parts);
      const finished = await store.timelines.finish(id, turn);
      const now = (await store.timelines.get(id)) ?? timeline;
      if (finished || now.state === 'stopped' || now.state === 'failed') {
        log.info({ timeline: id, state: now.state, by: now.requesterId }, 'timeline worked on');
        await reporter.ended(now);
      }
      return;
    }
    try {
      if (!(await endsInTime(perform(step, timeline, parts), signal))) return;
      failures = 0;
      steps += 1;
      await reporter.progress(
        timeline,
        progressOf(await store.timelines.items(id), timeline, Date.now() - begun, steps),
      );
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      failures += 1;
      log.warn({ timeline: id, step: step.does, code: error.code, err: error.cause }, 'a step failed');
      if (error.code === 'uncertain' && failures < MOST_FAILURES)
        await parts.pause(Math.min(250 * 2 ** failures, LONGEST_PAUSE), signal);
      else await giveUp(timeline, error, parts);
    }
  }
}

/**
 * Waits for a step; when the signal aborts, for a little longer only: discord.js may be waiting for its turn, for a
 * minute. What is left so is uncertain, and looked for when the work goes on. @returns whether it ended
 */
async function endsInTime(step: Promise<void>, signal: AbortSignal): Promise<boolean> {
  const { promise: aborted, resolve } = Promise.withResolvers<boolean>();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(resolve, GRACE, false);
  };
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([step.then(() => true), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
    // Nobody may be waiting for it any more.
    step.catch(() => undefined);
  }
}

/** False where a permission is missing: it is stopped then, before anything is sent. */
async function mayWork(id: string, parts: WorkerParts): Promise<boolean> {
  const timeline = await parts.store.timelines.get(id);
  if (!timeline) return false;
  if (!['posting', 'updating', 'removing'].includes(timeline.state)) {
    // Killed after the last step, before that was told.
    if (timeline.report !== null) await parts.reporter.ended(timeline);
    return false;
  }
  try {
    const missing = await parts.discord.missing(timeline);
    if (missing.length === 0) return true;
    await parts.store.timelines.stop(id, { code: 'permissions', missing });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    await giveUp(timeline, error, parts);
  }
  await parts.reporter.ended((await parts.store.timelines.get(id)) ?? timeline);
  return false;
}

/** Stops, so that it can be resumed, or ends it where there is nowhere to go on. */
async function giveUp(timeline: Timeline, error: DeliveryError, { store, discord }: WorkerParts): Promise<void> {
  const { id } = timeline;
  if (error.code === 'channel-gone') {
    await store.timelines.fail(id, { code: 'channel-gone' });
    return;
  }
  if (error.code !== 'forbidden') {
    await store.timelines.stop(id, { code: error.code });
    return;
  }
  const missing = await discord.missing(timeline).catch(() => []);
  // A thread that the bot was thrown out of lacks nothing that could be named otherwise.
  await store.timelines.stop(id, { code: 'permissions', missing: missing.length > 0 ? missing : ['ViewChannel'] });
}

async function perform(step: Step, timeline: Timeline, parts: WorkerParts): Promise<void> {
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

async function send({ item, repeated }: Step, timeline: Timeline, parts: WorkerParts): Promise<void> {
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
async function threadFor(item: Item, timeline: Timeline, { store, discord }: WorkerParts): Promise<string | null> {
  const { thread } = readOptions(timeline.options);
  if (timeline.threadId || !thread) return timeline.threadId;
  const [first] = await store.timelines.items(timeline.id);
  if (!first?.messageId || first.id === item.id) return null;
  const threadId = await discord.startThread(timeline.channelId, first.messageId, thread);
  await store.timelines.recordThread(timeline.id, threadId);
  return threadId;
}

/** A message of which nobody knows whether it was sent: its id, if it was. */
async function lookFor(item: Item, timeline: Timeline, { store, discord }: WorkerParts): Promise<string | undefined> {
  const forum = await discord.isForum(timeline.channelId);
  const channel = timeline.threadId ?? timeline.channelId;
  if (forum && !timeline.threadId) return discord.findPost(timeline.guildId, timeline.channelId, markOf(item));
  const earlier = (await store.timelines.items(timeline.id)).filter((one) => one.position < item.position);
  const since = (item.attemptedAt ?? timeline.createdAt) - CLOCK_MARGIN;
  const from = forum && earlier.length === 0 ? timeline.createdAt - CLOCK_MARGIN : since;
  return discord.find(channel, markOf(item), snowflakeAt(from));
}

/** What is left when all messages are there or gone. */
async function conclude(timeline: Timeline, { store, discord, log }: WorkerParts): Promise<void> {
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

/** Counted over messages that are to be there, or in a removal, that were. */
export function progressOf(items: readonly Item[], timeline: Timeline, elapsed: number, steps: number): Progress {
  const removing = timeline.state === 'removing';
  const counted = items.filter(({ state }) => state !== 'deleted-by-hand' && (removing || state !== 'removed'));
  const isDone = ({ state, sentHash, hash }: Item): boolean =>
    removing ? state === 'removed' : state === 'stale' || (state === 'posted' && sentHash === hash);
  const done = counted.filter(isDone).length;
  const secondsLeft = steps > 2 ? Math.ceil(((counted.length - done) * elapsed) / steps / 1000) : null;
  return { done, total: counted.length, secondsLeft };
}

/**
 * Posts, updates and removes timelines, a step at a time. Each step is on disk before it is done; after a kill, or an
 * answer that doesn't tell, the channel is looked at before anything is sent again.
 */
import type { Timeline } from '../store/store.ts';
import { DeliveryError } from './discord-port.ts';
import { type Progress, progressOf } from './progress.ts';
import { conclude, perform, type StepParts } from './steps.ts';

/** Tells whoever asked. Never rejects. */
export interface Reporter {
  /** Called after every step; says only as much as can be read. */
  progress(timeline: Timeline, progress: Progress): Promise<void>;
  /** When it is done, stopped or failed. Whoever was told is not told again: its `report` is null then. */
  ended(timeline: Timeline): Promise<void>;
}

export interface WorkerParts extends StepParts {
  readonly reporter: Reporter;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Failures in a row after which it stops and says so: with the pauses between them, some five minutes. */
const MOST_FAILURES = 12;
const LONGEST_PAUSE = 60_000;
/** How long a step may take to end when the work is cut short, milliseconds. */
const GRACE = 2_000;

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

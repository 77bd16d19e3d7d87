/**
 * Runs schedules when they are due. A run is a timeline with a key of schedule and day (or event): whoever is killed in
 * the middle, or shares the database with others, finds the timeline of that key there and goes on with it.
 */
import type { Logger } from 'pino';
import type { Knowledge, LoadedEvent } from '../../knowledge/model.ts';
import { titleOf } from '../../knowledge/texts.ts';
import type { Json, NewSchedule, Schedule, Store } from '../../store/store.ts';
import { DeliveryError, type DiscordPort } from '../discord-port.ts';
import { SelectionError, writeOptions } from '../options.ts';
import type { Publisher } from '../publisher.ts';
import { readScheduleOptions } from './options.ts';
import { cursorAfter, nextEvents } from './replay.ts';
import { runAfter, runUntil, stepAfter } from './times.ts';

/** Later than this, milliseconds, a run was missed: the bot was down. */
const LATE = 10 * 60_000;
/** Another process may have added a schedule: looked for this often at least. */
const LONGEST_SLEEP = 30_000;

export interface SchedulerParts {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly discord: DiscordPort;
  readonly knowledge: () => Knowledge;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Scheduler = ReturnType<typeof createScheduler>;

export function createScheduler({ store, publisher, discord, knowledge, log, now }: SchedulerParts) {
  const { schedules, audit } = store;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<void> | undefined;
  let stopped = false;

  const note = (schedule: Schedule, userId: string | null, action: string): Promise<void> => {
    log.info({ schedule: schedule.id, guild: schedule.guildId, by: userId, action }, 'schedule');
    return audit.record({ guildId: schedule.guildId, userId, action, subject: schedule.id, details: {} });
  };

  /** Posts these events for a schedule, once for each key. */
  async function postOnce(schedule: Schedule, key: string, options: Json): Promise<void> {
    const { guildId, channelId, requesterId, language } = schedule;
    const timeline = await store.timelines.draft({ guildId, channelId, requesterId, language, options, key });
    if (timeline.state !== 'draft') return publisher.wake(timeline);
    // Throws where there is nowhere to post; a permission that is missing stops the timeline, and its moderator is told.
    await discord.missing(timeline);
    await publisher.post(timeline, null, null);
  }

  async function runDaily(schedule: Schedule, hour: number): Promise<void> {
    const { timeZone, catchUp, lastRun, nextAt } = schedule;
    const run = runUntil(now(), hour, timeZone);
    const isMissed = now() - run.at > LATE && catchUp === 'skip';
    if (!isMissed && run.at >= nextAt && (lastRun === null || run.day > lastRun)) {
      const { publish } = readScheduleOptions(schedule.options);
      const options = writeOptions({ ...publish, selection: { day: run.day.slice(5) } });
      if (publisher.preview({ options, language: schedule.language }).events > 0)
        await postOnce(schedule, `${schedule.id}:${run.day}`, options);
    }
    const next = runAfter(now(), hour, timeZone).at;
    await schedules.advance(schedule.id, nextAt, { nextAt: next, cursor: null, lastRun: run.day });
  }

  async function runReplay(schedule: Schedule): Promise<void> {
    const { id, hour, timeZone, everyMinutes, nextAt, catchUp, cursor, language } = schedule;
    const next = everyMinutes ? stepAfter(nextAt, everyMinutes, now()) : runAfter(now(), hour ?? 0, timeZone).at;
    if (now() - nextAt > LATE && catchUp === 'skip') {
      await schedules.advance(id, nextAt, { nextAt: next, cursor, lastRun: schedule.lastRun });
      return;
    }
    const options = readScheduleOptions(schedule.options);
    const events = nextEvents(knowledge(), options, cursor);
    const [first] = events;
    if (first) {
      const shown = { ...options.publish, header: 'none' as const, order: 'oldest' as const };
      const ids = events.map((event: LoadedEvent) => event.id);
      const posted = { ...shown, title: options.publish.title ?? titleOf(first, language), selection: { events: ids } };
      await postOnce(schedule, `${id}:${first.id}`, writeOptions(posted));
    }
    const after = first ? cursorAfter(events) : cursor;
    await schedules.advance(id, nextAt, { nextAt: next, cursor: after, lastRun: schedule.lastRun });
    if (nextEvents(knowledge(), options, after).length === 0 && (await schedules.end(id)))
      await note(schedule, null, 'ended');
  }

  async function run(schedule: Schedule): Promise<void> {
    try {
      if (schedule.kind === 'replay') await runReplay(schedule);
      else await runDaily(schedule, schedule.hour ?? 0);
    } catch (error) {
      const isOver =
        error instanceof SelectionError || (error instanceof DeliveryError && error.code === 'channel-gone');
      if (!isOver) throw error;
      log.warn({ schedule: schedule.id, err: error }, 'a schedule has nowhere to post, or nothing to choose by');
      if (await schedules.end(schedule.id)) await note(schedule, null, 'ended');
    }
  }

  /** Runs what is due, each once. Never rejects. @returns whether all went well */
  async function tick(): Promise<boolean> {
    let wasWell = true;
    try {
      for (const schedule of await schedules.due(now()))
        await run(schedule).catch((error: unknown) => {
          wasWell = false;
          log.error({ schedule: schedule.id, err: error }, 'a schedule could not be run');
        });
    } catch (error) {
      wasWell = false;
      log.error({ err: error }, 'schedules could not be looked for');
    }
    return wasWell;
  }

  async function loop(): Promise<void> {
    const wasWell = await tick();
    const next = await schedules.nextAt().catch(() => undefined);
    if (stopped) return;
    const until = wasWell ? (next ?? Number.POSITIVE_INFINITY) - now() : LONGEST_SLEEP;
    sleep(Math.min(Math.max(until, 0), LONGEST_SLEEP));
  }

  function sleep(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      ticking = loop();
    }, ms);
  }

  /** What was just added may be due before the loop would look again. */
  function wake(): void {
    if (ticking && !stopped) sleep(0);
  }

  return {
    tick,

    start(): void {
      ticking = loop();
    },

    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await ticking;
      clearTimeout(timer);
    },

    /** The first run is the next that its hour or interval gives: a replay by interval begins at once. */
    async add(schedule: Omit<NewSchedule, 'nextAt'>): Promise<Schedule> {
      const { hour, timeZone, everyMinutes } = schedule;
      const nextAt = everyMinutes ? now() : runAfter(now(), hour ?? 0, timeZone).at;
      const added = await schedules.add({ ...schedule, nextAt });
      await note(added, schedule.requesterId, 'scheduled');
      wake();
      return added;
    },

    async pause(schedule: Schedule, userId: string): Promise<boolean> {
      const did = await schedules.pause(schedule.id);
      if (did) await note(schedule, userId, 'paused');
      return did;
    },

    /** @returns when it runs next; undefined where it was not paused */
    async unpause(schedule: Schedule, userId: string): Promise<number | undefined> {
      const { hour, timeZone, everyMinutes } = schedule;
      const nextAt = everyMinutes ? now() : runAfter(now(), hour ?? 0, timeZone).at;
      if (!(await schedules.unpause(schedule.id, nextAt))) return undefined;
      await note(schedule, userId, 'continued');
      wake();
      return nextAt;
    },

    async end(schedule: Schedule, userId: string): Promise<boolean> {
      const did = await schedules.end(schedule.id);
      if (did) await note(schedule, userId, 'ended');
      return did;
    },
  };
}

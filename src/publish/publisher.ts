/** What moderators do with timelines. Nothing here waits for Discord's pace: the work itself is the queue's. */
import type { Logger } from 'pino';
import type { Knowledge } from '../knowledge/model.ts';
import type { Item, Json, NewTimeline, PlannedItem, Store, Timeline } from '../store/store.ts';
import type { DiscordPort } from './discord-port.ts';
import { readOptions, SelectionError } from './options.ts';
import { planMessages, type Setting } from './plan.ts';
import { type Changes, findChanges, isBehind } from './revise.ts';
import { channelOf } from './steps.ts';
import { versionOf } from './version.ts';
import { type WorkerParts, workOn } from './worker.ts';

/** Name of the queue's jobs; the data is the timeline's id, and the key too. */
const JOB = 'timeline';
/** Drafts that nobody posted are forgotten after a day. */
const DRAFT_LIFE = 24 * 3_600_000;

export interface Preview {
  readonly items: readonly PlannedItem[];
  readonly events: number;
  /** Roughly: Discord lets about one message a second into a channel, and says so only as it goes. */
  readonly seconds: number;
}

/** How a timeline stands against the knowledge. `unknown`: what it was chosen by is no longer there. */
export type Standing = { readonly kind: 'up-to-date' | 'unknown' } | { readonly kind: 'behind'; changes: Changes };

export interface PublisherParts extends WorkerParts {
  readonly knowledge: () => Knowledge;
  readonly discord: DiscordPort;
  readonly log: Logger;
  readonly store: Store;
}

export type Publisher = ReturnType<typeof createPublisher>;

export function createPublisher(parts: PublisherParts) {
  const { store, log, knowledge, discord } = parts;
  const { timelines, queue } = store;

  const settingOf = (timeline: Pick<NewTimeline, 'options' | 'language'>): Setting => ({
    knowledge: knowledge(),
    options: readOptions(timeline.options),
    language: timeline.language,
    asOf: Date.now(),
  });
  const send = (id: string): Promise<void> => queue.send(JOB, { id }, { key: id });

  /** Timelines of which the moderator was told that they are behind. */
  const told = new Set<string>();

  /** Written down for whoever asks who did what. */
  async function note(timeline: Timeline, userId: string | null, action: string, details: Json = {}): Promise<void> {
    const { guildId, id, channelId } = timeline;
    await store.audit.record({ guildId, userId, action, subject: id, details });
    log.info({ timeline: id, guild: guildId, channel: channelId, by: userId, action, details }, 'timeline');
  }

  /** If `change` did what it was asked for: writes that down, and gets the work done. */
  async function start(
    timeline: Timeline,
    userId: string | null,
    action: string,
    report: Json,
    change: () => Promise<boolean>,
    details: Json = {},
  ): Promise<boolean> {
    if (!(await change())) return false;
    // Not before: what is left of an earlier job would take this for its own, and say that all is done.
    await timelines.setReport(timeline.id, report);
    await note(timeline, userId, action, details);
    await send(timeline.id);
    return true;
  }

  const standing = async (timeline: Timeline): Promise<Standing> => {
    if (timeline.knowledge === versionOf(knowledge()) && timeline.state === 'done') {
      const items = await timelines.items(timeline.id);
      if (!items.some(({ state }) => state === 'stale')) return { kind: 'up-to-date' };
    }
    try {
      const changes = findChanges(settingOf(timeline), await timelines.items(timeline.id));
      return isBehind(changes) || changes.edited > 0 ? { kind: 'behind', changes } : { kind: 'up-to-date' };
    } catch (error) {
      if (error instanceof SelectionError) return { kind: 'unknown' };
      throw error;
    }
  };

  /** Looks which messages somebody deleted, and remembers it. @throws DeliveryError */
  async function sweep(timeline: Timeline): Promise<void> {
    // Without the right to read the history, Discord shows an empty channel.
    if ((await discord.missing(timeline)).length > 0) return;
    const byChannel = new Map<string, { item: Item; messageId: string }[]>();
    for (const item of await timelines.items(timeline.id)) {
      const { messageId, state } = item;
      if (!messageId || (state !== 'posted' && state !== 'stale')) continue;
      const channel = await channelOf(item, timeline, discord);
      byChannel.set(channel, [...(byChannel.get(channel) ?? []), { item, messageId }]);
    }
    for (const [channel, there] of byChannel) {
      const ids = there.map(({ messageId }) => messageId).sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
      const seen = await discord.ours(channel, ids[0] as string, ids.at(-1) as string);
      for (const { item, messageId } of there) if (!seen.has(messageId)) await timelines.recordGone(item.id);
    }
  }

  return {
    standing,
    sweep,

    /** What a timeline would post. @throws SelectionError */
    preview(timeline: Pick<NewTimeline, 'options' | 'language'>): Preview {
      const items = planMessages(settingOf(timeline));
      const events = new Set(items.flatMap(({ records }) => records)).size;
      return { items, events, seconds: items.length };
    },

    async draft(timeline: NewTimeline): Promise<Timeline> {
      await timelines.discardDrafts(Date.now() - DRAFT_LIFE);
      return timelines.draft(timeline);
    },

    /** Begins to post a draft. @returns whether it was one. @throws SelectionError */
    post(timeline: Timeline, userId: string | null, report: Json): Promise<boolean> {
      const items = planMessages(settingOf(timeline));
      return start(timeline, userId, 'posted', report, () =>
        timelines.begin(timeline.id, items, versionOf(knowledge())),
      );
    },

    cancel: (id: string): Promise<boolean> => timelines.cancel(id),

    async stop(timeline: Timeline, userId: string): Promise<boolean> {
      if (!(await timelines.stop(timeline.id, { code: 'asked', by: userId }))) return false;
      await note(timeline, userId, 'stopped');
      return true;
    },

    resume: (timeline: Timeline, userId: string, report: Json): Promise<boolean> =>
      start(timeline, userId, 'resumed', report, () => timelines.resume(timeline.id)),

    /**
     * Brings what is posted up to date. What was deleted by hand stays so, unless `repost`.
     * @returns what is being changed; null where the timeline is at work, or nothing is to be done
     * @throws SelectionError, DeliveryError
     */
    async update(timeline: Timeline, userId: string, report: Json, repost: boolean): Promise<Changes | null> {
      await sweep(timeline);
      const changes = findChanges(settingOf(timeline), await timelines.items(timeline.id), repost);
      const revision = { ...changes, knowledge: versionOf(knowledge()) };
      const { edited, inserted, dropped } = changes;
      if (!isBehind(changes) && edited === 0 && timeline.state === 'done') return null;
      const begun = await start(timeline, userId, 'updated', report, () => timelines.revise(timeline.id, revision), {
        edited,
        inserted,
        dropped,
      });
      return begun ? changes : null;
    },

    remove: (timeline: Timeline, userId: string, report: Json): Promise<boolean> =>
      start(timeline, userId, 'removed', report, () => timelines.withdraw(timeline.id)),

    /** Sees to it that somebody works on a timeline that has been begun, also where whoever began it was killed. */
    async wake({ id, state }: Timeline): Promise<void> {
      if (state === 'posting' || state === 'updating' || state === 'removing') await send(id);
    },

    /** Takes up work, and what was left of it by a process that was killed. */
    async work(): Promise<void> {
      await queue.work(JOB, async (data, signal) => {
        const { id } = data as { id: string };
        await workOn(id, parts, signal);
      });
      for (const { id } of await timelines.inState('posting', 'updating', 'removing')) await send(id);
    },

    /**
     * Timelines that the knowledge has left behind, of those whose moderators want to be told. Each is given once, until
     * it has been up to date again.
     */
    async behind(): Promise<{ timeline: Timeline; changes: Changes }[]> {
      const found: { timeline: Timeline; changes: Changes }[] = [];
      for (const timeline of await timelines.inState('done')) {
        if (!readOptions(timeline.options).notify) continue;
        const how = await standing(timeline);
        if (how.kind !== 'behind') told.delete(timeline.id);
        else if (!told.has(timeline.id)) found.push({ timeline, changes: how.changes });
        if (how.kind === 'behind') told.add(timeline.id);
      }
      return found;
    },
  };
}

/**
 * Tells a moderator how far their timeline is: in the private reply as long as Discord lets that change, then in a
 * direct message.
 */

import { type Client, DiscordAPIError, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { say } from '../../language/wording.ts';
import { type Progress, progressOf } from '../../publish/progress.ts';
import type { Reporter } from '../../publish/worker.ts';
import type { Json, Store, Timeline } from '../../store/store.ts';
import type { MessageBody } from '../limits.ts';
import { endedMessage, progressMessage } from './looks/progress.ts';

/** A token lives for 15 minutes; a minute is kept for the last words. */
const TOKEN_LIFE = 14 * 60_000;
/** Between two reports, milliseconds: as often as can be read, and far from any limit. */
const PACE = 2_500;

/** Where progress is shown. */
export interface Report {
  readonly token?: string;
  /** When the token ends, milliseconds since 1970. */
  readonly until?: number;
  /** The direct message that took the place of the reply. */
  readonly direct?: { readonly channelId: string; readonly messageId: string };
  /** The moderator takes no direct messages. */
  readonly silent?: true;
}

/** The report of a reply to an interaction of now. */
export const reportOf = ({ token, createdTimestamp }: { token: string; createdTimestamp: number }): Json => ({
  token,
  until: createdTimestamp + TOKEN_LIFE,
});

/** Whether it was told in a direct message: which only telling itself begins. */
const isDirect = (report: Json): boolean =>
  report !== null && ('direct' in (report as Report) || 'silent' in (report as Report));

export function createReporter(client: () => Client<true>, store: Store, log: Logger): Reporter {
  const latest = new Map<string, number>();
  /** What is to be said when it is time. */
  const waiting = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();

  async function tell(timeline: Timeline, body: MessageBody): Promise<void> {
    // Telling the last time may have moved it.
    const { report } = (await store.timelines.get(timeline.id)) ?? timeline;
    const { token, until = 0, direct, silent } = (report ?? {}) as Report;
    const { rest, application, users } = client();
    if (token && Date.now() < until) {
      const route = Routes.webhookMessage(application.id, token, '@original');
      try {
        await rest.patch(route, { body: { content: '', ...body }, auth: false });
      } catch (error) {
        // Dismissed, or the token has ended early: what is told next goes another way.
        if (error instanceof DiscordAPIError && error.status < 500) await store.timelines.setReport(timeline.id, {});
        throw error;
      }
    } else if (direct) {
      await rest.patch(Routes.channelMessage(direct.channelId, direct.messageId), { body });
    } else if (!silent) {
      let moved: Json = { silent: true };
      try {
        // A run of a schedule had no reply in which it could have been told.
        const content = report === null ? {} : { content: say('publish.goes-on', timeline.language) };
        const { channelId, id: messageId } = await users.send(timeline.requesterId, { ...content, ...body });
        moved = { direct: { channelId, messageId } };
      } finally {
        await store.timelines.setReport(timeline.id, moved);
      }
    }
  }

  /** One at a time for each timeline, so that the last word is the last. */
  async function inTurn(timeline: Timeline, body: MessageBody): Promise<void> {
    const before = underWay.get(timeline.id) ?? Promise.resolve();
    const told = before
      .then(() => tell(timeline, body))
      .catch((error: unknown) => {
        log.warn({ timeline: timeline.id, err: error }, 'progress could not be shown');
      });
    underWay.set(timeline.id, told);
    await told;
    if (underWay.get(timeline.id) === told) underWay.delete(timeline.id);
  }

  return {
    async progress(timeline: Timeline, progress: Progress): Promise<void> {
      const { id, report } = timeline;
      // What nobody asked for just now, as a schedule's run, is told of only if it fails.
      if (report === null) return;
      const said = latest.get(id) ?? 0;
      clearTimeout(waiting.get(id));
      const tellNow = (): void => {
        latest.set(id, Date.now());
        void inTurn(timeline, progressMessage(timeline, progress));
      };
      // Discord lets a few messages through and then has one wait: what is said last must not be old by then.
      waiting.set(id, setTimeout(tellNow, Math.max(0, said + PACE - Date.now())).unref());
    },

    async ended(timeline: Timeline): Promise<void> {
      latest.delete(timeline.id);
      clearTimeout(waiting.get(timeline.id));
      waiting.delete(timeline.id);
      if (timeline.report === null && (timeline.state === 'done' || timeline.state === 'removed')) return;
      const items = await store.timelines.items(timeline.id);
      // What was told meanwhile may have moved the report.
      await underWay.get(timeline.id);
      const now = (await store.timelines.get(timeline.id)) ?? timeline;
      await inTurn(now, endedMessage(now, items, progressOf(items, now, 0, 0)));
      // Unless something new has been asked for meanwhile, whose report this is then.
      const { report } = (await store.timelines.get(timeline.id)) ?? now;
      if (JSON.stringify(report) === JSON.stringify(now.report) || isDirect(report))
        await store.timelines.setReport(timeline.id, null);
    },
  };
}

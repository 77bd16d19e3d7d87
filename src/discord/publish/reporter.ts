/**
 * Tells a moderator how far their timeline is: in the private reply as long as Discord lets that change, then in a
 * direct message.
 */

import { type Client, DiscordAPIError, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Progress, Reporter } from '../../publish/worker.ts';
import { progressOf } from '../../publish/worker.ts';
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
  const underWay = new Map<string, Promise<void>>();

  async function tell(timeline: Timeline, body: MessageBody): Promise<void> {
    const { token, until = 0, direct, silent } = (timeline.report ?? {}) as Report;
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
      let report: Json = { silent: true };
      try {
        const { channelId, id: messageId } = await users.send(timeline.requesterId, body);
        report = { direct: { channelId, messageId } };
      } finally {
        await store.timelines.setReport(timeline.id, report);
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
      const now = Date.now();
      // What nobody asked for just now, as a schedule's run, is told of only if it fails.
      if (timeline.report === null || now - (latest.get(timeline.id) ?? 0) < PACE || underWay.has(timeline.id)) return;
      latest.set(timeline.id, now);
      void inTurn(timeline, progressMessage(timeline, progress));
    },

    async ended(timeline: Timeline): Promise<void> {
      latest.delete(timeline.id);
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

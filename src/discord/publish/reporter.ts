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

export function createReporter(client: () => Client<true>, store: Store, log: Logger): Reporter {
  const latest = new Map<string, number>();
  /** What is to be said when it is time. */
  const waiting = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();

  /** Shows the body where this timeline is reported. `isLast`: it must be seen, if need be in a direct message. */
  async function tell(timeline: Timeline, body: MessageBody, isLast: boolean): Promise<void> {
    const { id, requesterId, language } = timeline;
    // Telling the last time may have moved it.
    const { report } = (await store.timelines.get(id)) ?? timeline;
    if (report === null && !isLast) return;
    const { token, until = 0, direct, silent } = (report ?? {}) as Report;
    const { rest, application, users } = client();
    if (token && Date.now() < until) {
      try {
        const route = Routes.webhookMessage(application.id, token, '@original');
        await rest.patch(route, { body: { content: '', ...body }, auth: false });
      } catch (error) {
        if (!(error instanceof DiscordAPIError) || error.status >= 500) throw error;
        // Dismissed, or the token has ended early.
        await store.timelines.setReport(id, {});
        if (isLast) await tell(timeline, body, isLast);
      }
    } else if (direct) {
      await rest.patch(Routes.channelMessage(direct.channelId, direct.messageId), { body });
    } else if (!silent) {
      let moved: Json = { silent: true };
      try {
        // A run of a schedule had no reply in which it could have been told.
        const content = report === null ? {} : { content: say('publish.goes-on', language) };
        const { channelId, id: messageId } = await users.send(requesterId, { ...content, ...body });
        moved = { direct: { channelId, messageId } };
      } finally {
        await store.timelines.setReport(id, moved);
      }
    }
  }

  /** One at a time for each timeline, so that the last word is the last. Never rejects. */
  async function inTurn(id: string, task: () => Promise<void>): Promise<void> {
    const before = underWay.get(id) ?? Promise.resolve();
    const told = before.then(task).catch((error: unknown) => {
      log.warn({ timeline: id, err: error }, 'progress could not be shown');
    });
    underWay.set(id, told);
    await told;
    if (underWay.get(id) === told) underWay.delete(id);
  }

  async function tellEnd(timeline: Timeline): Promise<void> {
    const { id } = timeline;
    const now = (await store.timelines.get(id)) ?? timeline;
    // Somebody else has told it, or the work goes on.
    if (now.state !== timeline.state || (now.report === null && timeline.report !== null)) return;
    const items = await store.timelines.items(id);
    await tell(now, endedMessage(now, items, progressOf(items, now, 0, 0)), true).finally(async () => {
      // Unless something new has been asked for meanwhile: then it is that one's report.
      const after = await store.timelines.get(id);
      if (after?.state === now.state) await store.timelines.setReport(id, null);
    });
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
        void inTurn(id, () => tell(timeline, progressMessage(timeline, progress), false));
      };
      // Discord lets a few messages through and then has one wait: what is said last must not be old by then.
      waiting.set(id, setTimeout(tellNow, Math.max(0, said + PACE - Date.now())).unref());
    },

    async ended(timeline: Timeline): Promise<void> {
      const { id, state, report } = timeline;
      latest.delete(id);
      clearTimeout(waiting.get(id));
      waiting.delete(id);
      if (report === null && (state === 'done' || state === 'removed')) return;
      await inTurn(id, () => tellEnd(timeline));
    },
  };
}

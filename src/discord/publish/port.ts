/** The publisher's requests to Discord, by discord.js's REST client, which keeps to the limits that headers tell. */

import {
  ChannelType,
  type Client,
  DiscordAPIError,
  type RateLimitData,
  RateLimitError,
  REST,
  Routes,
} from 'discord.js';
import type {
  APIMessage,
  APIThreadChannel,
  RESTGetAPIGuildThreadsResult,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { type DeliveryCode, DeliveryError, type DiscordPort, type Outgoing } from '../../publish/discord-port.ts';
import { LIMITS, shorten } from '../limits.ts';
import { botLacks, type Place } from './permissions.ts';

/** Discord's error codes that say what became of a request. */
const CODES: Readonly<Record<number, DeliveryCode>> = {
  10003: 'channel-gone',
  10008: 'message-gone',
  30046: 'too-old',
  50001: 'forbidden',
  50013: 'forbidden',
  50083: 'archived',
  160005: 'locked',
};
const HAS_THREAD = 160004;
const MOST_LISTED = 100;

/** Longest that an edit waits for its turn, milliseconds. */
const LONGEST_WAIT = 60_000;

/**
 * Discord limits edits of messages older than an hour (30046), for how long only it knows. discord.js would wait in
 * silence; the edit is given up instead, and the moderator told.
 */
export const isLongWaitToEdit = ({ method, route, retryAfter, timeToReset }: RateLimitData): boolean =>
  method === 'PATCH' && route === '/channels/:id/messages/:id' && Math.max(retryAfter, timeToReset) > LONGEST_WAIT;

/** @param client the one logged in now */
export function createDiscordPort(client: () => Client<true>): DiscordPort {
  const rest = (): REST => client().rest;
  /** A forum post has no nonce, so a 500 must not be tried again unseen. */
  const once = (): REST =>
    new REST({ ...rest().options, retries: 0, hashSweepInterval: 0, handlerSweepInterval: 0 }).setToken(client().token);

  async function channelOf(id: string): Promise<Place> {
    const channel = await attempt(() => client().channels.fetch(id));
    if (!channel || channel.isDMBased()) throw new DeliveryError('channel-gone');
    return channel;
  }

  /** Our messages after an id, oldest first, page by page. */
  async function* messagesAfter(channelId: string, after: string): AsyncGenerator<APIMessage> {
    for (let last = after; ; ) {
      const query = new URLSearchParams({ after: last, limit: String(MOST_LISTED) });
      const page = (await attempt(() => rest().get(Routes.channelMessages(channelId), { query }))) as APIMessage[];
      const sorted = page.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
      yield* sorted.filter(({ author }) => author.id === client().user.id);
      if (page.length < MOST_LISTED) return;
      last = sorted.at(-1)?.id ?? last;
    }
  }

  return {
    async missing({ channelId, threadId, options }) {
      const { thread, pin } = options as { thread?: string; pin?: boolean };
      if (threadId) await channelOf(threadId);
      return botLacks(await channelOf(channelId), { thread: Boolean(thread), pin: Boolean(pin) });
    },

    isForum: async (channelId) => (await channelOf(channelId)).type === ChannelType.GuildForum,

    async send(channelId, message, nonce) {
      const body = { ...bodyOf(message), nonce, enforce_nonce: true };
      const { id } = (await attempt(() => rest().post(Routes.channelMessages(channelId), { body }))) as APIMessage;
      return id;
    },

    async find(channelId, mark, after) {
      let found: string | undefined;
      for await (const message of messagesAfter(channelId, after)) if (bears(message, mark)) found = message.id;
      return found;
    },

    async ours(channelId, first, last) {
      const ids = new Set<string>();
      for await (const { id } of messagesAfter(channelId, String(BigInt(first) - 1n))) {
        if (BigInt(id) > BigInt(last)) break;
        ids.add(id);
      }
      return ids;
    },

    async edit(channelId, messageId, message) {
      await attempt(() => rest().patch(Routes.channelMessage(channelId, messageId), { body: bodyOf(message) }));
    },

    async delete(channelId, messageId) {
      await attempt(() => rest().delete(Routes.channelMessage(channelId, messageId)));
    },

    async pin(channelId, messageId) {
      await attempt(() => rest().put(Routes.channelMessagesPin(channelId, messageId)));
    },

    async createPost(forumId, title, tags, message) {
      const body = { name: shorten(title, LIMITS.threadName), applied_tags: tags, message: bodyOf(message) };
      const { id } = (await attempt(() => once().post(Routes.threads(forumId), { body }))) as { id: string };
      return id;
    },

    async findPost(guildId, forumId, mark) {
      const listed = await attempt(() => rest().get(Routes.guildActiveThreads(guildId)));
      const { threads } = listed as RESTGetAPIGuildThreadsResult;
      const own = (threads as APIThreadChannel[]).filter(
        (thread) => thread.parent_id === forumId && thread.owner_id === client().user.id,
      );
      for (const { id } of own.toSorted((one, other) => (BigInt(one.id) > BigInt(other.id) ? -1 : 1))) {
        const starter = await attempt(() => rest().get(Routes.channelMessage(id, id))).catch((error: unknown) => {
          if (error instanceof DeliveryError && error.code === 'message-gone') return undefined;
          throw error;
        });
        if (starter && bears(starter as APIMessage, mark)) return id;
      }
      return undefined;
    },

    async startThread(channelId, messageId, title) {
      const body = { name: shorten(title, LIMITS.threadName) };
      try {
        const route = Routes.threads(channelId, messageId);
        const { id } = (await attempt(() => rest().post(route, { body }))) as { id: string };
        return id;
      } catch (error) {
        const cause = error instanceof DeliveryError ? error.cause : undefined;
        if (cause instanceof DiscordAPIError && cause.code === HAS_THREAD) return messageId;
        throw error;
      }
    },

    async reopen(threadId) {
      await attempt(() => rest().patch(Routes.channel(threadId), { body: { archived: false } }));
    },

    async deleteIfEmpty(threadId) {
      const query = new URLSearchParams({ limit: '1' });
      try {
        const left = await attempt(() => rest().get(Routes.channelMessages(threadId), { query }));
        const ordinary = (left as APIMessage[]).filter(({ type }) => type === 0 || type === 19);
        if (ordinary.length === 0) await attempt(() => rest().delete(Routes.channel(threadId)));
      } catch (error) {
        if (!(error instanceof DeliveryError && error.code === 'channel-gone')) throw error;
      }
    },
  };
}

/** The message as Discord takes it: pings nobody, and says in its footer which it is. */
export function bodyOf({ body, mark }: Outgoing): RESTPostAPIChannelMessageJSONBody {
  const { title, description, footer, timestamp, color } = body;
  const text = [mark, footer].filter(Boolean).join(' · ');
  return {
    embeds: [
      { ...(title ? { title } : {}), description, color, footer: { text }, ...(timestamp ? { timestamp } : {}) },
    ],
    allowed_mentions: { parse: [] },
  };
}

function bears({ embeds }: APIMessage, mark: string): boolean {
  const text = embeds[0]?.footer?.text;
  return text === mark || (text?.startsWith(`${mark} ·`) ?? false);
}

/** A request; what it fails with says what became of it. */
async function attempt<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    if (error instanceof RateLimitError) throw new DeliveryError('too-old', error);
    if (!(error instanceof DiscordAPIError)) throw new DeliveryError('uncertain', error);
    const { code, status } = error;
    const known = typeof code === 'number' ? CODES[code] : undefined;
    // 401: discord.js is being given its token back. 408, 429: asked too much, although it waits.
    if (!known && (status >= 500 || [401, 408, 429].includes(status))) throw new DeliveryError('uncertain', error);
    throw new DeliveryError(known ?? 'refused', error);
  }
}

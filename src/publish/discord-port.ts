/** What the publisher asks of Discord. Each call is one request, or a look; all of them throw {@link DeliveryError}. */
import type { Timeline } from '../store/store.ts';
import type { Body } from './plan.ts';

/** A message as it goes out; its mark, shown in the footer, tells it from every other. */
export interface Outgoing {
  readonly body: Body;
  readonly mark: string;
}

export interface DiscordPort {
  /** Names of permissions (`SendMessages`) that the bot lacks for this timeline. @throws DeliveryError `channel-gone` */
  missing(timeline: Timeline): Promise<string[]>;
  isForum(channelId: string): Promise<boolean>;
  /** Sends a message once, however often it is called within minutes. @returns its id */
  send(channelId: string, message: Outgoing, nonce: string): Promise<string>;
  /** The latest of our messages that bears the mark, sent after `after` (an id). */
  find(channelId: string, mark: string, after: string): Promise<string | undefined>;
  /** Ids of all of our messages from one id to another, both included. */
  ours(channelId: string, first: string, last: string): Promise<Set<string>>;
  edit(channelId: string, messageId: string, message: Outgoing): Promise<void>;
  delete(channelId: string, messageId: string): Promise<void>;
  pin(channelId: string, messageId: string): Promise<void>;
  /** Makes a forum post; it may have been made where this fails. @returns id of post and first message */
  createPost(forumId: string, title: string, tags: readonly string[], message: Outgoing): Promise<string>;
  /** The open post in a forum whose first message bears the mark. */
  findPost(guildId: string, forumId: string, mark: string): Promise<string | undefined>;
  /** The thread of a message, made if there is none. @returns its id, which is that of the message */
  startThread(channelId: string, messageId: string, title: string): Promise<string>;
  /** Opens a thread that was archived. */
  reopen(threadId: string): Promise<void>;
  /** Deletes a thread, if nobody has anything in it any more. */
  deleteIfEmpty(threadId: string): Promise<void>;
}

/**
 * `uncertain`: it may have been done (a 5xx, no answer). `forbidden`: a permission is missing. `too-old`: no more edits
 * of old messages for now. `refused`: anything else that Discord won't do however often it is asked.
 */
export type DeliveryCode =
  | 'uncertain'
  | 'message-gone'
  | 'channel-gone'
  | 'forbidden'
  | 'archived'
  | 'locked'
  | 'too-old'
  | 'refused';

export class DeliveryError extends Error {
  readonly code: DeliveryCode;
  constructor(code: DeliveryCode, cause?: unknown) {
    super(`delivery: ${code}`, { cause });
    this.name = 'DeliveryError';
    this.code = code;
  }
}

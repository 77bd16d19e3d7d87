import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Context } from 'hono';
import { refusal } from '../errors.ts';
import type { Uploads } from '../files.ts';
import type { MessageBody } from '../limits/messages.ts';
import { channelPermissions } from '../permissions.ts';
import { canSee } from '../present.ts';
import { type Channel, isThread, type StoredMessage, type World } from '../world.ts';

/** What the middleware read before a handler runs. */
export interface Env {
  Variables: { body: unknown; files: Uploads };
}

/** A parameter of the path; every route that asks for one has it. */
export const param = (c: Context, name: string): string => c.req.param(name) ?? '';

/**
 * The channel a path names, where the bot can see it.
 * @throws ApiError 10003, 50001
 */
export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw refusal(10003);
  if (!canSee(world, channel, world.botId)) throw refusal(50001);
  return channel;
}

/**
 * The message a path names. What only one person sees does not exist for the bot's ordinary routes.
 * @throws ApiError 10008
 */
export function messageOf(channel: Channel, id: string): StoredMessage {
  const message = channel.messages.get(id);
  if (!message || message.visibleTo) throw refusal(10008);
  return message;
}

/**
 * What the archive forbids.
 * @throws ApiError 50083
 */
export function demandOpen(channel: Channel): void {
  if (isThread(channel) && channel.thread.archived) throw refusal(50083);
}

/**
 * What posting a message needs besides the right to write.
 * @throws ApiError 50013
 */
export function demandParts(world: World, channel: Channel, body: MessageBody, files: number): void {
  const has = channelPermissions(world, channel, world.botId);
  if (body.embeds?.length && !(has & P.EmbedLinks)) throw refusal(50013);
  if (files > 0 && !(has & P.AttachFiles)) throw refusal(50013);
}

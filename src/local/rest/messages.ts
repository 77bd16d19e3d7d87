import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { ChannelType, MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { Buckets } from '../buckets.ts';
import { refusal } from '../errors.ts';
import { Form, parse } from '../limits/form.ts';
import { checkMessage, demandSubstance, type MessageBody } from '../limits/messages.ts';
import { edit, post, remove } from '../messages.ts';
import { demand, may, sendingBit } from '../permissions.ts';
import { forBot } from '../present.ts';
import { byAge } from '../snowflake.ts';
import { type Channel, isThread, type StoredMessage, type World } from '../world.ts';
import { channelOf, demandOpen, demandParts, type Env, messageOf, param } from './context.ts';
import { isV2 } from './respond.ts';
import { afterEdit } from './webhooks.ts';

/** How long a nonce is remembered. Discord says "the past few minutes". */
const nonceLife = 5 * 60_000;
const hour = 60 * 60_000;

/** Messages in channels: post, read, edit, delete, publish, react. */
export function messageRoutes(world: World, buckets: Buckets): Hono<Env> {
  const app = new Hono<Env>();
  const nonces = new Map<string, { at: number; message: Promise<StoredMessage> }>();
  const base = '/channels/:channel/messages';

  app.post(base, async (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const body = parse<MessageBody>(MessageCreateRequestSchema, c.get('body'));
    const files = c.get('files');
    demandWriting(world, channel);
    demandParts(world, channel, body, files.size);
    checkMessage(body, [], isV2(body));
    demandSubstance(body, files.size);
    const nonce = body.enforce_nonce && body.nonce ? String(body.nonce) : undefined;
    const earlier = nonce === undefined ? undefined : nonces.get(nonce);
    if (earlier && world.clock() - earlier.at < nonceLife) return c.json((await earlier.message).data);
    const replied = repliedTo(world, channel, body);
    const message = post(world, { channel, authorId: world.botId, body, files, ...(replied ? { replied } : {}) });
    if (nonce !== undefined) nonces.set(nonce, { at: world.clock(), message });
    return c.json((await message).data);
  });

  app.get(base, (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    if (!isWritable(channel)) throw refusal(50008);
    if (!may(world, channel, world.botId, P.ReadMessageHistory)) return c.json([]);
    return c.json(listed(channel, c.req.query()).map((message) => forBot(world, channel, message)));
  });

  app.get(`${base}/:message`, (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    demand(world, channel, world.botId, P.ReadMessageHistory);
    return c.json(forBot(world, channel, messageOf(channel, param(c, 'message'))));
  });

  app.patch(`${base}/:message`, async (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const message = messageOf(channel, param(c, 'message'));
    if (message.data.author.id !== world.botId) throw refusal(50005);
    const body = parse<MessageBody>(MessageEditRequestPartialSchema, c.get('body'));
    demandOpen(channel);
    checkMessage(body, [], isV2(body, message));
    demandSubstance(afterEdit(message, body), c.get('files').size);
    if (world.clock() - Date.parse(message.data.timestamp) > hour) demandOldEdit(buckets, channel);
    await edit(world, channel, message, body, c.get('files'));
    return c.json(message.data);
  });

  app.delete(`${base}/:message`, (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const message = messageOf(channel, param(c, 'message'));
    if (message.data.author.id !== world.botId) demand(world, channel, world.botId, P.ManageMessages);
    demandOpen(channel);
    remove(world, channel, message);
    return c.body(null, 204);
  });

  app.post(`${base}/:message/crosspost`, (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const message = messageOf(channel, param(c, 'message'));
    if (channel.type !== ChannelType.GuildAnnouncement) throw refusal(50024);
    demand(world, channel, world.botId, message.data.author.id === world.botId ? P.SendMessages : P.ManageMessages);
    if ((message.data.flags ?? 0) & MessageFlags.Crossposted) throw refusal(40033);
    message.data = { ...message.data, flags: (message.data.flags ?? 0) | MessageFlags.Crossposted };
    world.emit({ type: 'message-update', channel, message });
    return c.json(message.data);
  });

  app.on(['PUT', 'DELETE'], `${base}/:message/reactions/:emoji/@me`, (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    const message = messageOf(channel, param(c, 'message'));
    demand(world, channel, world.botId, P.ReadMessageHistory | P.AddReactions);
    demandOpen(channel);
    const added = c.req.method === 'PUT';
    const emoji = decodeURIComponent(param(c, 'emoji'));
    world.emit({ type: 'reaction', added, channel, message, userId: world.botId, emoji });
    return c.body(null, 204);
  });
  return app;
}

export const isWritable = (channel: Channel): boolean => channel.type !== ChannelType.GuildForum;

function demandWriting(world: World, channel: Channel): void {
  if (!isWritable(channel)) throw refusal(50008);
  demand(world, channel, world.botId, sendingBit(channel));
  if (isThread(channel) && channel.thread.locked) demandUnlocked(world, channel);
}

function demandUnlocked(world: World, channel: Channel): void {
  if (!may(world, channel, world.botId, P.ManageThreads)) throw refusal(160005);
}

function repliedTo(world: World, channel: Channel, body: MessageBody): StoredMessage | undefined {
  const id = body.message_reference?.message_id;
  if (!id) return undefined;
  if (!may(world, channel, world.botId, P.ReadMessageHistory)) throw refusal(160002);
  const message = channel.messages.get(id);
  if ((!message || message.visibleTo) && body.message_reference?.fail_if_not_exists !== false) {
    const form = new Form();
    form.add(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
    form.check();
  }
  return message;
}

/** Newest first, as Discord lists them. */
function listed(channel: Channel, query: Record<string, string>): StoredMessage[] {
  const limit = Number(query.limit ?? 50);
  const form = new Form();
  if (!(limit >= 1 && limit <= 100)) {
    form.add(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  }
  form.check();
  const all = [...channel.messages.values()].filter((message) => !message.visibleTo);
  const older = (id: string) => all.filter(({ data }) => byAge(data.id, id) < 0);
  const newer = (id: string) => all.filter(({ data }) => byAge(data.id, id) > 0);
  let chosen = all.slice(-limit);
  if (query.around) {
    const half = Math.floor(limit / 2);
    const middle = all.filter(({ data }) => data.id === query.around);
    chosen = [...older(query.around).slice(-half), ...middle, ...newer(query.around).slice(0, half)];
  } else if (query.before) chosen = older(query.before).slice(-limit);
  else if (query.after) chosen = newer(query.after).slice(0, limit);
  return chosen.toReversed();
}

function demandOldEdit(buckets: Buckets, channel: Channel): void {
  const use = buckets.take('old-edit', `old-edit ${channel.id}`);
  if (!use.allowed) throw refusal(30046, { retry_after: use.resetAfter, global: false });
}

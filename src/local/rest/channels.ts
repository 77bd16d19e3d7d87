import { UpdateGuildChannelRequestPartialSchema, UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refusal } from '../errors.ts';
import { parse } from '../limits/form.ts';
import { demand, may, sendingBit } from '../permissions.ts';
import { apiChannel } from '../present.ts';
import { type Channel, isThread, now, type Thread, type World } from '../world.ts';
import { channelOf, type Env, param } from './context.ts';

interface ThreadPatch {
  name?: string | null;
  archived?: boolean | null;
  locked?: boolean | null;
  auto_archive_duration?: number | null;
  rate_limit_per_user?: number | null;
  applied_tags?: string[] | null;
}

/** One channel or thread: read, change, delete; and the typing mark. */
export function channelRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.get('/channels/:channel', (c) => c.json(apiChannel(world, channelOf(world, param(c, 'channel')))));
  app.patch('/channels/:channel', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    if (isThread(channel)) patchThread(world, channel, parse(UpdateThreadRequestPartialSchema, c.get('body')));
    else patchChannel(world, channel, parse(UpdateGuildChannelRequestPartialSchema, c.get('body')));
    world.emit({ type: 'channel-update', channel });
    return c.json(apiChannel(world, channel));
  });
  app.delete('/channels/:channel', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    if (!channel.guildId) throw refusal(50003);
    demand(world, channel, world.botId, isThread(channel) ? P.ManageThreads : P.ManageChannels);
    const gone = apiChannel(world, channel);
    removeChannel(world, channel);
    return c.json(gone);
  });
  app.post('/channels/:channel/typing', (c) => {
    const channel = channelOf(world, param(c, 'channel'));
    demand(world, channel, world.botId, sendingBit(channel));
    world.emit({ type: 'typing', channel, userId: world.botId });
    return c.body(null, 204);
  });
  return app;
}

/** Removes a channel with its threads. */
export function removeChannel(world: World, channel: Channel): void {
  for (const thread of [...world.channels.values()]) {
    if (thread.parentId === channel.id) removeChannel(world, thread);
  }
  world.emit({ type: 'channel-delete', channel });
  world.channels.delete(channel.id);
}

/** Owners may rename, archive and reopen their thread; the rest takes MANAGE_THREADS. */
function patchThread(world: World, channel: Channel & { thread: Thread }, patch: ThreadPatch): void {
  const { thread } = channel;
  const manages = may(world, channel, world.botId, P.ManageThreads);
  const owns = thread.ownerId === world.botId;
  if (!manages && !owns) throw refusal(50013);
  if (!manages && (thread.locked || patch.locked !== undefined)) throw refusal(thread.locked ? 160005 : 50013);
  const reopened = patch.archived === false;
  if (thread.archived && !reopened) throw refusal(50083);
  const parent = world.channels.get(channel.parentId ?? '');
  if (patch.applied_tags?.some((tag) => !parent?.tags.some(({ id }) => id === tag))) throw refusal(10087);
  if (typeof patch.archived === 'boolean' && patch.archived !== thread.archived) {
    thread.archived = patch.archived;
    thread.archiveTimestamp = now(world);
  }
  channel.name = patch.name ?? channel.name;
  channel.slowmodeSeconds = patch.rate_limit_per_user ?? channel.slowmodeSeconds;
  thread.locked = patch.locked ?? thread.locked;
  thread.autoArchiveMinutes = patch.auto_archive_duration ?? thread.autoArchiveMinutes;
  thread.appliedTags = patch.applied_tags ?? thread.appliedTags;
}

function patchChannel(world: World, channel: Channel, patch: { name?: string | null; topic?: string | null }): void {
  if (!channel.guildId) throw refusal(50003);
  demand(world, channel, world.botId, P.ManageChannels);
  channel.name = patch.name ?? channel.name;
  channel.topic = patch.topic === undefined ? channel.topic : patch.topic;
}

import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import {
  type APIMessage,
  ChannelType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { Hono } from 'hono';
import { refusal } from '../errors.ts';
import { parse } from '../limits/form.ts';
import { checkMessage, demandSubstance, type MessageBody } from '../limits/messages.ts';
import { post } from '../messages.ts';
import { demand } from '../permissions.ts';
import { apiChannel } from '../present.ts';
import { emptyChannel } from '../seed.ts';
import { type Channel, now, type StoredMessage, type World } from '../world.ts';
import { channelOf, demandParts, type Env, messageOf, param } from './context.ts';
import { isV2 } from './respond.ts';

interface ThreadBody {
  name: string;
  auto_archive_duration?: number | null;
  rate_limit_per_user?: number | null;
  type?: ChannelType | null;
  applied_tags?: string[] | null;
  message?: MessageBody;
}

/** Threads from a message, on their own, and as posts of a forum. */
export function threadRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/channels/:channel/messages/:message/threads', async (c) => {
    const parent = threadParent(world, param(c, 'channel'));
    const message = messageOf(parent, param(c, 'message'));
    const body = parse<ThreadBody>(CreateTextThreadWithMessageRequestSchema, c.get('body'));
    demand(world, parent, world.botId, P.CreatePublicThreads);
    if (world.channels.has(message.data.id)) throw refusal(160004);
    const thread = addThread(world, parent, message.data.id, body);
    message.data = {
      ...message.data,
      flags: (message.data.flags ?? 0) | MessageFlags.HasThread,
      thread: apiChannel(world, thread) as never,
    };
    world.emit({ type: 'message-update', channel: parent, message });
    await announce(thread, MessageType.ThreadStarterMessage, parent, { message, content: '' });
    return c.json(apiChannel(world, thread), 201);
  });
  app.post('/channels/:channel/threads', async (c) => {
    const parent = channelOf(world, param(c, 'channel'));
    if (parent.type === ChannelType.GuildForum)
      return c.json(await addPost(parent, c.get('body'), c.get('files')), 201);
    threadParent(world, parent.id);
    const body = parse<ThreadBody>(CreateTextThreadWithoutMessageRequestSchema, c.get('body'));
    const closed = (body.type ?? ChannelType.PrivateThread) === ChannelType.PrivateThread;
    demand(world, parent, world.botId, closed ? P.CreatePrivateThreads : P.CreatePublicThreads);
    const type = body.type ?? ChannelType.PrivateThread;
    const thread = addThread(world, parent, world.nextId(), { ...body, type });
    if (!closed) await announce(parent, MessageType.ThreadCreated, thread, { content: body.name });
    return c.json(apiChannel(world, thread), 201);
  });

  /** The system message by which Discord links a thread with its channel, in `at`, pointing to `to`. */
  function announce(at: Channel, type: MessageType, to: Channel, about: { content: string; message?: StoredMessage }) {
    const { content, message } = about;
    const message_reference = {
      type: MessageReferenceType.Default,
      channel_id: to.id,
      ...(to.guildId ? { guild_id: to.guildId } : {}),
      ...(message ? { message_id: message.data.id } : {}),
    };
    const more = { type, message_reference, ...(message ? { referenced_message: message.data } : {}) };
    return post(world, { channel: at, authorId: world.botId, body: { content }, more: more as Partial<APIMessage> });
  }

  /** A forum post: a thread and, with the same id, its first message. */
  async function addPost(forum: Channel, raw: unknown, files: Env['Variables']['files']) {
    const body = parse<ThreadBody>(CreateForumThreadRequestSchema, raw);
    const first = body.message ?? {};
    demand(world, forum, world.botId, P.SendMessages);
    demandParts(world, forum, first, files.size);
    checkMessage(first, ['message'], isV2(first));
    demandSubstance(first, files.size);
    const tags = body.applied_tags ?? [];
    if (tags.some((tag) => !forum.tags.some(({ id }) => id === tag))) throw refusal(10087);
    if (forum.tagRequired && tags.length === 0) throw refusal(40067);
    const thread = addThread(world, forum, world.nextId(), body);
    const message = await post(world, { channel: thread, authorId: world.botId, body: first, files, id: thread.id });
    return { ...apiChannel(world, thread), message: message.data };
  }
  return app;
}

function threadParent(world: World, id: string): Channel {
  const parent = channelOf(world, id);
  if (parent.type !== ChannelType.GuildText && parent.type !== ChannelType.GuildAnnouncement) throw refusal(50024);
  return parent;
}

function addThread(world: World, parent: Channel, id: string, body: ThreadBody): Channel {
  const announcements = parent.type === ChannelType.GuildAnnouncement;
  const type = announcements ? ChannelType.AnnouncementThread : (body.type ?? ChannelType.PublicThread);
  const thread: Channel = {
    ...emptyChannel(id, type, body.name),
    ...(parent.guildId ? { guildId: parent.guildId } : {}),
    parentId: parent.id,
    slowmodeSeconds: body.rate_limit_per_user ?? 0,
    thread: {
      ownerId: world.botId,
      archived: false,
      locked: false,
      autoArchiveMinutes: body.auto_archive_duration ?? 4_320,
      archiveTimestamp: now(world),
      createdAt: now(world),
      appliedTags: body.applied_tags ?? [],
    },
  };
  world.channels.set(id, thread);
  world.emit({ type: 'channel-create', channel: thread });
  return thread;
}

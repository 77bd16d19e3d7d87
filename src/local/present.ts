/** Discord's API objects for what the world holds. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { channelPermissions } from './permissions.ts';
import { type Channel, type Guild, isThread, type Member, type StoredMessage, type World } from './world.ts';

/** A channel or thread as the bot gets it. */
export function apiChannel(world: World, channel: Channel): APIChannel {
  const base = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: channel.tagRequired ? 1 << 4 : 0,
  };
  if (channel.recipientId) {
    return { ...base, recipients: [world.users.get(channel.recipientId)] } as APIChannel;
  }
  const inGuild = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: channel.slowmodeSeconds,
    nsfw: false,
  };
  if (isThread(channel)) {
    const { thread } = channel;
    const count = [...channel.messages.values()].filter((message) => !message.visibleTo).length;
    return {
      ...inGuild,
      owner_id: thread.ownerId,
      thread_metadata: {
        archived: thread.archived,
        locked: thread.locked,
        auto_archive_duration: thread.autoArchiveMinutes,
        archive_timestamp: thread.archiveTimestamp,
        create_timestamp: thread.createdAt,
      },
      applied_tags: thread.appliedTags,
      message_count: count,
      total_message_sent: count,
      member_count: 1,
      ...(thread.ownerId === world.botId ? { member: threadMember(world, channel) } : {}),
    } as APIChannel;
  }
  const forum =
    channel.type === ChannelType.GuildForum
      ? {
          available_tags: channel.tags,
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {};
  return {
    ...inGuild,
    topic: channel.topic,
    position: channel.position,
    permission_overwrites: channel.overwrites,
    ...forum,
  } as APIChannel;
}

const threadMember = (world: World, channel: Channel) => ({
  id: channel.id,
  user_id: world.botId,
  join_timestamp: channel.thread?.createdAt,
  flags: 0,
});

/** A member, with the user unless the message around it already names them. */
export function apiMember(world: World, member: Member, withUser = true): APIGuildMember {
  return {
    ...(withUser ? { user: world.users.get(member.userId) } : {}),
    nick: member.nick,
    roles: member.roles,
    joined_at: member.joinedAt,
    premium_since: null,
    avatar: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  } as unknown as APIGuildMember;
}

/** The server as `GET /guilds/:id` gives it. */
export function apiGuild(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    region: 'local',
    features: ['COMMUNITY', 'NEWS'],
    roles: [...guild.roles.values()],
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_members: 500_000,
  };
}

/** The server as GUILD_CREATE brings it: every channel, and the active threads that the bot can see. */
export function guildCreate(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  return {
    ...apiGuild(guild),
    joined_at: guild.members.get(world.botId)?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].map((member) => apiMember(world, member)),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => apiChannel(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && !channel.thread.archived && canSee(world, channel, world.botId))
      .map((channel) => apiChannel(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } as unknown as GatewayGuildCreateDispatchData;
}

export const canSee = (world: World, channel: Channel, userId: string): boolean =>
  (channelPermissions(world, channel, userId) & PermissionFlagsBits.ViewChannel) !== 0n;

/**
 * A message as the bot may read it. Without the privileged intent, what people write stays hidden except in direct
 * messages and where the bot is mentioned: https://discord.com/developers/docs/events/gateway#message-content-intent
 */
export function forBot(world: World, channel: Channel, message: StoredMessage): APIMessage {
  const { data } = message;
  const open =
    (world.privilegedIntents & messageContent) !== 0 ||
    data.author.id === world.botId ||
    channel.recipientId !== undefined ||
    data.mentions.some((user) => user.id === world.botId);
  if (open) return data;
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}

/** The privileged intent MESSAGE_CONTENT. */
export const messageContent = 1 << 15;

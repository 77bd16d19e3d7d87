import { type APIInteraction, GatewayIntentBits as I } from 'discord-api-types/v10';
import { apiChannel, apiGuild, apiMember, canSee, forBot, guildCreate } from '../present.ts';
import { type Channel, isThread, type World, type WorldEvent } from '../world.ts';

/** One gateway event for the bot: who gets it (by intents and guild) and what stands in it. */
export interface BotEvent {
  event: string;
  data: unknown;
  /** Every session gets it where 0. */
  intents: number;
  guildId: string | undefined;
}

/** What the bot is told of `event`; nothing of what it can't see. */
export function toBotEvents(world: World, event: WorldEvent): BotEvent[] {
  if (event.type === 'interaction') {
    const { guild_id } = event.payload as APIInteraction;
    return [{ event: 'INTERACTION_CREATE', data: event.payload, intents: 0, guildId: guild_id }];
  }
  if (event.type === 'guild-create' || event.type === 'guild-update' || event.type === 'guild-delete') {
    return [guildEvent(world, event)];
  }
  if (event.type === 'member-update') {
    const data = { ...apiMember(world, event.member), guild_id: event.guild.id };
    // Without the privileged intent only what happens to the bot itself is told.
    const intents = event.member.userId === world.botId ? 0 : I.GuildMembers;
    return [{ event: 'GUILD_MEMBER_UPDATE', data, intents, guildId: event.guild.id }];
  }
  if (event.type === 'role-update') {
    const data = { guild_id: event.guild.id, role: event.role };
    return [{ event: 'GUILD_ROLE_UPDATE', data, intents: I.Guilds, guildId: event.guild.id }];
  }
  if (!('channel' in event)) return [];
  // Bots hear of channels that they can't see, but of nothing inside them.
  const ofChannel = event.type.startsWith('channel-') && !isThread(event.channel);
  return ofChannel || canSee(world, event.channel, world.botId) ? channelEvents(world, event) : [];
}

type ChannelEvent = Extract<WorldEvent, { channel: Channel }>;

function channelEvents(world: World, event: ChannelEvent): BotEvent[] {
  const { channel } = event;
  const guildId = channel.guildId;
  const guild = guildId ? { guild_id: guildId } : {};
  const one = (name: string, data: unknown, inGuild: number, inDm: number): BotEvent[] => [
    { event: name, data: { ...(data as object), ...guild }, intents: guildId ? inGuild : inDm, guildId },
  ];
  switch (event.type) {
    case 'message-create':
    case 'message-update': {
      if (event.message.visibleTo) return [];
      const name = event.type === 'message-create' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
      const author = world.guilds.get(guildId ?? '')?.members.get(event.message.data.author.id);
      const member = author ? { member: apiMember(world, author, false) } : {};
      const data = { ...forBot(world, channel, event.message), ...member, channel_type: channel.type };
      return one(name, data, I.GuildMessages, I.DirectMessages);
    }
    case 'message-delete':
      if (event.message.visibleTo) return [];
      return one(
        'MESSAGE_DELETE',
        { id: event.message.data.id, channel_id: channel.id },
        I.GuildMessages,
        I.DirectMessages,
      );
    case 'channel-create':
    case 'channel-update':
    case 'channel-delete':
      return one(channelEventName(event), apiChannelEvent(world, event), I.Guilds, I.Guilds);
    case 'pins': {
      const last_pin_timestamp = [...channel.pins.values()].at(-1) ?? null;
      return one('CHANNEL_PINS_UPDATE', { channel_id: channel.id, last_pin_timestamp }, I.Guilds, I.DirectMessages);
    }
    case 'reaction':
      return one(
        event.added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE',
        {
          user_id: event.userId,
          channel_id: channel.id,
          message_id: event.message.data.id,
          message_author_id: event.message.data.author.id,
          emoji: { id: null, name: event.emoji },
          burst: false,
          type: 0,
        },
        I.GuildMessageReactions,
        I.DirectMessageReactions,
      );
    case 'typing':
      return one(
        'TYPING_START',
        { channel_id: channel.id, user_id: event.userId, timestamp: Math.floor(world.clock() / 1_000) },
        I.GuildMessageTyping,
        I.DirectMessageTyping,
      );
  }
}

const channelEventName = (event: ChannelEvent): string =>
  `${isThread(event.channel) ? 'THREAD' : 'CHANNEL'}_${event.type.split('-')[1]?.toUpperCase()}`;

function apiChannelEvent(world: World, event: ChannelEvent): unknown {
  const { channel } = event;
  if (isThread(channel) && event.type === 'channel-delete') {
    return { id: channel.id, parent_id: channel.parentId, type: channel.type };
  }
  const created = event.type === 'channel-create' && isThread(channel) ? { newly_created: true } : {};
  return { ...apiChannel(world, channel), ...created };
}

function guildEvent(world: World, event: Extract<WorldEvent, { type: `guild-${string}` }>): BotEvent {
  const { guild } = event;
  const data =
    event.type === 'guild-create'
      ? guildCreate(world, guild)
      : event.type === 'guild-update'
        ? apiGuild(guild)
        : { id: guild.id };
  return { event: event.type.toUpperCase().replace('-', '_'), data, intents: I.Guilds, guildId: guild.id };
}

/** Whether events of this guild (none: direct messages) belong to the shard. */
export const onShard = ([index, count]: [number, number], guildId: string | undefined): boolean =>
  guildId === undefined ? index === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;

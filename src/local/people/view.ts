/** What one person sees. */
import {
  type APIApplicationCommand,
  type ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { notFound, refusal } from '../errors.ts';
import type { Person, Shown, ShownChannel, State } from '../page-api.ts';
import { channelPermissions, guildPermissions, may, sendingBit } from '../permissions.ts';
import { apiChannel, canSee } from '../present.ts';
import { byAge } from '../snowflake.ts';
import { type Channel, type Guild, isThread, type StoredMessage, type World } from '../world.ts';

/** Whether the person sees this message: what is ephemeral, only the one who asked. */
export const sees = (world: World, channel: Channel, message: StoredMessage, userId: string): boolean =>
  message.visibleTo ? message.visibleTo === userId : canSee(world, channel, userId);

/** A message with the marks that a client shows. */
export function shown(message: StoredMessage): Shown {
  return {
    ...message.data,
    ...(message.visibleTo ? { ephemeral: true as const } : {}),
    ...((message.data.flags ?? 0) & MessageFlags.Loading ? { loading: true as const } : {}),
  };
}

/** Messages of a channel, newest last, at most `limit` of those older than `before`. */
export function messagesFor(world: World, userId: string, channelId: string, before?: string, limit = 50): Shown[] {
  const channel = visibleChannel(world, userId, channelId);
  return [...channel.messages.values()]
    .filter((message) => sees(world, channel, message, userId))
    .filter(({ data }) => !before || byAge(data.id, before) < 0)
    .slice(-Math.min(Math.max(limit, 1), 100))
    .map(shown);
}

/**
 * A channel, if the person can see it.
 * @throws ApiError 10003, 50001
 */
export function visibleChannel(world: World, userId: string, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (!channel) throw refusal(10003);
  if (!canSee(world, channel, userId)) throw refusal(50001);
  return channel;
}

export function shownChannel(world: World, channel: Channel, userId: string): ShownChannel {
  const locked = isThread(channel) && channel.thread.locked && !may(world, channel, userId, P.ManageThreads);
  return {
    channel: apiChannel(world, channel),
    permissions: String(channelPermissions(world, channel, userId)),
    maySend: channel.type !== ChannelType.GuildForum && !locked && may(world, channel, userId, sendingBit(channel)),
  };
}

/**
 * Commands that this person may use, channel overwrites aside. `contexts` says where: the server (0), direct messages
 * with the bot (1).
 */
export function commandsFor(world: World, userId: string): APIApplicationCommand[] {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(userId));
  const own = guilds.flatMap((guild) => [...(world.commands.get(guild.id)?.values() ?? [])]);
  return [...(world.commands.get('global')?.values() ?? []), ...own].flatMap((command) => {
    const held = guilds.some(
      (guild) => fitsContext(command, guild.id) && holds(command, guildPermissions(guild, userId)),
    );
    const contexts = [
      ...(held ? [InteractionContextType.Guild] : []),
      ...(fitsContext(command, undefined) ? [InteractionContextType.BotDM] : []),
    ];
    return contexts.length > 0 ? [{ ...command, contexts }] : [];
  });
}

/** Whether a command is offered there at all: on a server, or in direct messages with the bot. */
export function fitsContext(command: APIApplicationCommand, guildId: string | undefined): boolean {
  if (command.guild_id) return command.guild_id === guildId;
  const context = guildId ? InteractionContextType.Guild : InteractionContextType.BotDM;
  if (command.contexts) return command.contexts.includes(context);
  return guildId !== undefined || command.dm_permission !== false;
}

/** Whether these permissions are what the command asks of its users by default. */
export function holds(command: APIApplicationCommand, permissions: bigint): boolean {
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  if (needed === '0') return (permissions & P.Administrator) !== 0n;
  return (permissions & BigInt(needed)) === BigInt(needed);
}

/** A command by the name under which it is registered, on the channel's server or everywhere. */
export function commandNamed(
  world: World,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand | undefined {
  const places = [channel.guildId ?? '', 'global'].map((place) => world.commands.get(place));
  return places
    .flatMap((place) => [...(place?.values() ?? [])])
    .find((command) => command.name === name && command.type === type);
}

/**
 * Everything the page needs to start, as this person.
 * @throws ApiError 404 where nobody has this id
 */
export function stateFor(world: World, userId: string, online: boolean): State {
  const guild = [...world.guilds.values()].find(({ members }) => members.has(userId));
  const dm = [...world.channels.values()].find(({ recipientId }) => recipientId === userId);
  if (!guild || !dm) throw notFound();
  return {
    user: userId,
    guild: { id: guild.id, name: guild.name, roles: [...guild.roles.values()] },
    channels: inOrder(world, guild)
      .filter((channel) => canSee(world, channel, userId))
      .map((channel) => shownChannel(world, channel, userId)),
    dm: shownChannel(world, dm, userId),
    people: [...guild.members.keys()].flatMap((id) => person(world, guild, id)),
    actors: world.actors,
    bot: { id: world.botId, applicationId: world.applicationId, online },
    commands: commandsFor(world, userId),
    starters: world.starters,
  };
}

/** Channels by position, each followed by its threads, oldest first. */
function inOrder(world: World, guild: Guild): Channel[] {
  const all = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const top = all.filter((channel) => !isThread(channel)).toSorted((a, b) => a.position - b.position);
  return top.flatMap((channel) => [channel, ...all.filter(({ parentId }) => parentId === channel.id)]);
}

function person(world: World, guild: Guild, id: string): Person[] {
  const user = world.users.get(id);
  const member = guild.members.get(id);
  if (!user || !member) return [];
  const name = member.nick ?? user.global_name ?? user.username;
  const moderator = (guildPermissions(guild, id) & P.ManageMessages) !== 0n;
  return [{ user, name, roles: member.roles, moderator }];
}

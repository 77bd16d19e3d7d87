/** What the owner of a server does to it while the bot is there. Each change is told to the bot and to the page. */
import { OverwriteType } from 'discord-api-types/v10';
import { refusal } from './errors.ts';
import { removeChannel } from './rest/channels.ts';
import type { Channel, Guild, World } from './world.ts';

export interface Change {
  /** Allows and denies, in a channel, what a role or person may do there; replaces what was set for them before. */
  overwrite(channelId: string, forId: string, bits: { allow?: bigint; deny?: bigint }): void;
  /** Gives a role other permissions on the whole server. `roleId` is the server's id for @everyone. */
  role(guildId: string, roleId: string, permissions: bigint): void;
  /** Sets which roles a member holds besides @everyone. */
  roles(guildId: string, userId: string, roleIds: string[]): void;
  deleteChannel(channelId: string): void;
  archive(threadId: string, archived: boolean, locked?: boolean): void;
  /** Throws the bot out of a server. */
  expel(guildId: string): void;
}

/** Each function throws an ApiError (10003, 10004, 10007) where there is no such thing. */
export function createChange(world: World): Change {
  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (!channel) throw refusal(10003);
    return channel;
  };
  const guildOf = (id: string): Guild => {
    const guild = world.guilds.get(id);
    if (!guild) throw refusal(10004);
    return guild;
  };
  return {
    overwrite(channelId, forId, { allow = 0n, deny = 0n }) {
      const channel = channelOf(channelId);
      const type = world.users.has(forId) ? OverwriteType.Member : OverwriteType.Role;
      const others = channel.overwrites.filter(({ id }) => id !== forId);
      channel.overwrites = [...others, { id: forId, type, allow: String(allow), deny: String(deny) }];
      world.emit({ type: 'channel-update', channel });
    },
    role(guildId, roleId, permissions) {
      const guild = guildOf(guildId);
      const old = guild.roles.get(roleId);
      if (!old) throw refusal(10007);
      const role = { ...old, permissions: String(permissions) };
      guild.roles.set(roleId, role);
      world.emit({ type: 'role-update', guild, role });
    },
    roles(guildId, userId, roleIds) {
      const guild = guildOf(guildId);
      const member = guild.members.get(userId);
      if (!member) throw refusal(10007);
      member.roles = roleIds;
      world.emit({ type: 'member-update', guild, member });
    },
    deleteChannel: (channelId) => removeChannel(world, channelOf(channelId)),
    archive(threadId, archived, locked = false) {
      const channel = channelOf(threadId);
      if (!channel.thread) throw refusal(50024);
      channel.thread = { ...channel.thread, archived, locked };
      world.emit({ type: 'channel-update', channel });
    },
    expel(guildId) {
      const guild = guildOf(guildId);
      guild.members.delete(world.botId);
      world.emit({ type: 'guild-delete', guild });
    },
  };
}

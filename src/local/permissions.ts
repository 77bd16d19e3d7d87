import { OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refusal } from './errors.ts';
import { type Channel, type Guild, isThread, type World } from './world.ts';

export const allPermissions: bigint = Object.values(P).reduce((sum, bit) => sum | bit, 0n);

/** What anyone may do in a direct message. */
const inDirectMessages =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands;

/** What goes with SEND_MESSAGES where that is missing. */
const needSending = P.MentionEveryone | P.EmbedLinks | P.AttachFiles | P.SendTTSMessages;

/** The member's permissions on the whole server, as bits. 0 where they are not a member. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return allPermissions;
  let bits = 0n;
  for (const id of [guild.id, ...member.roles]) bits |= BigInt(guild.roles.get(id)?.permissions ?? 0);
  return bits & P.Administrator ? allPermissions : bits;
}

/**
 * The user's permissions in a channel, as bits; a thread takes its parent's.
 * https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (!channel.guildId) return channel.recipientId === userId || userId === world.botId ? inDirectMessages : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (!guild) return 0n;
  let bits = guildPermissions(guild, userId);
  if (bits === allPermissions) return bits;
  const at = isThread(channel) ? (world.channels.get(channel.parentId ?? '') ?? channel) : channel;
  const roles = guild.members.get(userId)?.roles ?? [];
  const apply = (allow: bigint, deny: bigint) => {
    bits = (bits & ~deny) | allow;
  };
  const everyone = at.overwrites.find((overwrite) => overwrite.id === guild.id);
  if (everyone) apply(BigInt(everyone.allow), BigInt(everyone.deny));
  let [allow, deny] = [0n, 0n];
  for (const overwrite of at.overwrites) {
    if (overwrite.type !== OverwriteType.Role || !roles.includes(overwrite.id)) continue;
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  apply(allow, deny);
  const own = at.overwrites.find((overwrite) => overwrite.type === OverwriteType.Member && overwrite.id === userId);
  if (own) apply(BigInt(own.allow), BigInt(own.deny));
  if (!(bits & P.ViewChannel)) return 0n;
  if (!(bits & sendingBit(channel))) bits &= ~needSending;
  return bits;
}

/** The permission that writing here takes. */
export const sendingBit = (channel: Channel): bigint => (isThread(channel) ? P.SendMessagesInThreads : P.SendMessages);

export const may = (world: World, channel: Channel, userId: string, bit: bigint): boolean =>
  (channelPermissions(world, channel, userId) & bit) === bit;

/**
 * Refuses what the user may not do in the channel.
 * @throws ApiError 50001 where they can't see it, 50013 where they see it but lack the permission
 */
export function demand(world: World, channel: Channel, userId: string, bits: bigint): void {
  const has = channelPermissions(world, channel, userId);
  if (!(has & P.ViewChannel)) throw refusal(50001);
  if ((has & bits) !== bits) throw refusal(50013);
}

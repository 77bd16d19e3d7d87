/** Who may post a timeline where: the bot, and the moderator who asks for it. */
import {
  ChannelType,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits as P,
  type PermissionsString,
} from 'discord.js';

/** A channel of a server, or a thread in one. */
export type Place = GuildBasedChannel;

/** What is wanted besides messages. */
export interface Wanted {
  readonly thread: boolean;
  readonly pin: boolean;
}

/** Where a timeline can be posted. */
export const PLACES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
] as const;

/** Permissions that anyone needs to post it by hand. */
function toPost(channel: Place, { thread, pin }: Wanted): PermissionsString[] {
  const forum = channel.type === ChannelType.GuildForum;
  return [
    'ViewChannel',
    ...(channel.isThread() ? [] : (['SendMessages'] as const)),
    ...(thread && !forum ? (['CreatePublicThreads'] as const) : []),
    ...(thread || forum || channel.isThread() ? (['SendMessagesInThreads'] as const) : []),
    ...(pin ? (['PinMessages'] as const) : []),
  ];
}

/** Names of the permissions that the bot lacks in the channel. */
export function botLacks(channel: Place, wanted: Wanted): PermissionsString[] {
  const { me } = channel.guild.members;
  return lacks(channel, me, [...toPost(channel, wanted), 'EmbedLinks', 'ReadMessageHistory']);
}

/** Names of the permissions that the moderator lacks in the channel: nobody posts through the bot where they can't. */
export function memberLacks(channel: Place, member: GuildMember, wanted: Wanted): PermissionsString[] {
  return lacks(channel, member, ['ManageMessages', ...toPost(channel, wanted)]);
}

function lacks(channel: Place, member: GuildMember | null, needed: readonly PermissionsString[]): PermissionsString[] {
  const has = member && channel.permissionsFor(member);
  // Whoever can't see a channel can do nothing in it: one thing to say is enough.
  if (has && !has.has(P.ViewChannel)) return ['ViewChannel'];
  return needed.filter((permission) => !has?.has(P[permission]));
}

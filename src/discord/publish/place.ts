/** Where a moderator wants something posted, and whether they and the bot may. */
import { ChannelFlags, ChannelType, type Client, type GuildMember } from 'discord.js';
import { say } from '../../language/wording.ts';
import { Told } from '../bot.ts';
import { permissionNames } from './looks/permissions.ts';
import { botLacks, memberLacks, type Place, type Wanted } from './permissions.ts';

/** The channel of an id; `name` is how it is called if the bot can't see it. @throws Told where it can't */
export async function placeOf(client: Client<true>, id: string, name: string, language: string): Promise<Place> {
  const channel = await client.channels.fetch(id).catch(() => null);
  if (!channel || channel.isDMBased()) {
    const permissions = say('permission.ViewChannel', language);
    throw new Told('publish.lacks.bot', { channel: `#${name}`, permissions }, language);
  }
  return channel;
}

/** @throws Told with the names of all permissions that the moderator, or else the bot, lacks */
export function demandPosting(place: Place, member: GuildMember, wanted: Wanted, language: string): void {
  const refuse = (who: 'member' | 'bot', permissions: readonly string[]): void => {
    if (permissions.length === 0) return;
    const names = permissionNames(permissions, language);
    throw new Told(`publish.lacks.${who}`, { channel: `#${place.name}`, permissions: names }, language);
  };
  refuse('member', memberLacks(place, member, wanted));
  refuse('bot', botLacks(place, wanted));
}

/** @throws Told where the forum takes no posts without a tag and there is none */
export function demandTag(place: Place, tags: readonly string[], language: string): void {
  if (place.type === ChannelType.GuildForum && place.flags.has(ChannelFlags.RequireTag) && tags.length === 0)
    throw new Told('publish.needs-tag', { channel: `#${place.name}` }, language);
}

/** The member of a server, also where they act from their direct messages. @throws Told where they are none */
export async function memberOf(client: Client<true>, guildId: string, userId: string): Promise<GuildMember> {
  const guild = client.guilds.cache.get(guildId);
  const member = await guild?.members.fetch({ user: userId, force: true }).catch(() => undefined);
  if (!member) throw new Told('publish.not-here');
  return member;
}

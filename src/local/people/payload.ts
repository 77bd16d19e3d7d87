import { InteractionContextType } from 'discord-api-types/v10';
import { channelPermissions } from '../permissions.ts';
import { apiChannel, apiMember } from '../present.ts';
import type { Channel, World } from '../world.ts';

/** What every interaction says of its surroundings: who, where, in which language, with what permissions. */
export function around(world: World, channel: Channel, userId: string, locale: string): Record<string, unknown> {
  const guild = world.guilds.get(channel.guildId ?? '');
  const member = guild?.members.get(userId);
  const permissions = String(channelPermissions(world, channel, userId));
  const common = {
    channel_id: channel.id,
    channel: { ...apiChannel(world, channel), permissions },
    app_permissions: String(channelPermissions(world, channel, world.botId)),
    locale,
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
  };
  if (!guild || !member) return { ...common, user: world.users.get(userId), context: InteractionContextType.BotDM };
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...apiMember(world, member), permissions },
    context: InteractionContextType.Guild,
  };
}

import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIUser,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { may } from './permissions.ts';
import type { Channel, StoredMessage, World } from './world.ts';

export interface Mentions {
  mentions: APIUser[];
  mention_roles: string[];
  mention_everyone: boolean;
}

/**
 * Whom a message pings: what its text names, as far as `allowed` lets it, and the author of the message it answers.
 * Answers to interactions have no author to ping. Without `allowed` everything named is pinged:
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
export function mentionsIn(
  world: World,
  channel: Channel,
  authorId: string,
  content: string,
  allowed: APIAllowedMentions | null | undefined,
  replied?: StoredMessage,
): Mentions {
  const ids = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
  const permits = (kind: AllowedMentionsTypes, id: string) =>
    !allowed ||
    allowed.parse?.includes(kind) ||
    (kind !== AllowedMentionsTypes.Everyone && Boolean(allowed[kind]?.includes(id)));
  const guild = world.guilds.get(channel.guildId ?? '');
  const users = ids(/<@!?(\d{17,20})>/g).filter((id) => permits(AllowedMentionsTypes.User, id));
  const author = replied?.data.author.id;
  const pingsAuthor = !allowed || (allowed.replied_user ?? allowed.parse?.includes(AllowedMentionsTypes.User) ?? false);
  if (author && !replied.data.interaction_metadata && pingsAuthor && !users.includes(author)) users.push(author);
  return {
    mentions: users.flatMap((id) => world.users.get(id) ?? []),
    mention_roles: ids(/<@&(\d{17,20})>/g).filter(
      (id) => guild?.roles.has(id) && permits(AllowedMentionsTypes.Role, id),
    ),
    mention_everyone:
      /@(everyone|here)\b/.test(content) &&
      Boolean(permits(AllowedMentionsTypes.Everyone, '')) &&
      may(world, channel, authorId, P.MentionEveryone),
  };
}

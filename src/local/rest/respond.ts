import { InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import type { Uploads } from '../files.ts';
import type { Pending } from '../interactions.ts';
import type { MessageBody } from '../limits/messages.ts';
import { post } from '../messages.ts';
import type { StoredMessage, World } from '../world.ts';

/** Whether a message is made of components only: by the flag it comes with, or by the one it has for good. */
export const isV2 = (body: MessageBody, existing?: StoredMessage): boolean =>
  (((body.flags ?? 0) | (existing?.data.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;

/** Posts an answer or a follow-up to an interaction. The bot needs no permission in the channel for that. */
export async function respond(
  world: World,
  pending: Pending,
  body: MessageBody,
  files: Uploads,
  flags: number,
  followUp = false,
): Promise<StoredMessage> {
  const channel = world.channels.get(pending.channelId);
  if (!channel) throw refusal(10003);
  const answers = followUp ? pending.original : pending.source;
  const command = pending.type === InteractionType.ApplicationCommand;
  const user = world.users.get(pending.userId);
  return post(world, {
    channel,
    authorId: world.botId,
    body,
    files,
    flags,
    ...(flags & MessageFlags.Ephemeral ? { visibleTo: pending.userId } : {}),
    ...(answers ? { replied: answers } : {}),
    more: {
      ...(command && !followUp ? { type: MessageType.ChatInputCommand } : {}),
      webhook_id: world.applicationId,
      application_id: world.applicationId,
      interaction_metadata: {
        id: pending.id,
        type: pending.type,
        user,
        authorizing_integration_owners: { 0: pending.guildId ?? '0' },
      } as never,
      ...(command
        ? { interaction: { id: pending.id, type: pending.type, name: pending.commandName ?? '', user } as never }
        : {}),
    },
  });
}

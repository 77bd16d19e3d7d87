import type { Event } from '../page-api.ts';
import { canSee } from '../present.ts';
import type { World, WorldEvent } from '../world.ts';
import { openModal } from './act.ts';
import { commandsFor, sees, shown, shownChannel } from './view.ts';

/** What one person is told of `event`. */
export function eventsFor(world: World, userId: string, event: WorldEvent): Event[] {
  switch (event.type) {
    case 'message-create':
    case 'message-update':
      if (!sees(world, event.channel, event.message, userId)) return [];
      return [{ type: 'message', message: shown(event.message) }];
    case 'message-delete':
      if (!sees(world, event.channel, event.message, userId)) return [];
      return [{ type: 'message-deleted', channel: event.channel.id, message: event.message.data.id }];
    case 'channel-create':
    case 'channel-update':
      if (!canSee(world, event.channel, userId)) return [{ type: 'channel-deleted', channel: event.channel.id }];
      return [{ type: 'channel', channel: shownChannel(world, event.channel, userId) }];
    case 'channel-delete':
      return [{ type: 'channel-deleted', channel: event.channel.id }];
    case 'typing':
      if (event.userId === userId || !canSee(world, event.channel, userId)) return [];
      return [{ type: 'typing', channel: event.channel.id, user: event.userId }];
    case 'commands':
      return [{ type: 'commands', commands: commandsFor(world, userId) }];
    case 'member-update':
    case 'role-update':
    case 'guild-update':
      return [{ type: 'ready' }];
    case 'online':
      return [{ type: 'bot', online: event.online }];
    case 'answered': {
      const { pending } = event;
      const { answer } = pending;
      if (pending.userId !== userId || !answer) return [];
      if (answer.outcome === 'modal') return [{ type: 'modal', modal: openModal(pending, answer) }];
      if (answer.outcome !== 'failed') return [];
      const { id: interaction, channelId: channel } = pending;
      return [{ type: 'interaction-failed', interaction, channel, reason: answer.reason }];
    }
    default:
      return [];
  }
}

import { MessageReferenceType, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { refusal } from '../errors.ts';
import { post } from '../messages.ts';
import { demand } from '../permissions.ts';
import { forBot } from '../present.ts';
import { now, type World } from '../world.ts';
import { channelOf, demandOpen, type Env, messageOf, param } from './context.ts';

const mostPins = 250;

/** Pinned messages, by the routes of today and by those before 2025. */
export function pinRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  const target = (c: Context) => {
    const channel = channelOf(world, param(c, 'channel'));
    if (channel.guildId) demand(world, channel, world.botId, P.PinMessages);
    const message = messageOf(channel, param(c, 'message'));
    demandOpen(channel);
    return { channel, message };
  };
  const pinned = (c: Context) => {
    const channel = channelOf(world, param(c, 'channel'));
    const newestFirst = [...channel.pins].toReversed();
    return newestFirst.flatMap(([id, pinned_at]) => {
      const message = channel.messages.get(id);
      return message ? [{ pinned_at, message: forBot(world, channel, message) }] : [];
    });
  };
  app.get('/channels/:channel/messages/pins', (c) => c.json({ items: pinned(c), has_more: false }));
  app.get('/channels/:channel/pins', (c) => c.json(pinned(c).map(({ message }) => message)));
  for (const path of ['/channels/:channel/messages/pins/:message', '/channels/:channel/pins/:message']) {
    app.put(path, async (c) => {
      const { channel, message } = target(c);
      if (channel.pins.has(message.data.id)) return c.body(null, 204);
      if (channel.pins.size >= mostPins) throw refusal(30003);
      channel.pins.set(message.data.id, now(world));
      message.data = { ...message.data, pinned: true };
      world.emit({ type: 'message-update', channel, message });
      world.emit({ type: 'pins', channel });
      // Discord announces every pin in the channel, in the name of whoever pinned.
      await post(world, {
        channel,
        authorId: world.botId,
        body: {},
        more: {
          type: MessageType.ChannelPinnedMessage,
          message_reference: {
            type: MessageReferenceType.Default,
            channel_id: channel.id,
            message_id: message.data.id,
            ...(channel.guildId ? { guild_id: channel.guildId } : {}),
          },
        },
      });
      return c.body(null, 204);
    });
    app.delete(path, (c) => {
      const { channel, message } = target(c);
      channel.pins.delete(message.data.id);
      message.data = { ...message.data, pinned: false };
      world.emit({ type: 'message-update', channel, message });
      world.emit({ type: 'pins', channel });
      return c.body(null, 204);
    });
  }
  return app;
}

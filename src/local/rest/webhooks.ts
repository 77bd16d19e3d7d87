import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { refusal } from '../errors.ts';
import { answered, followUpsOf, type Pending } from '../interactions.ts';
import { parse } from '../limits/form.ts';
import { checkMessage, demandSubstance, type MessageBody } from '../limits/messages.ts';
import { edit, remove } from '../messages.ts';
import type { Channel, StoredMessage, World } from '../world.ts';
import { type Env, param } from './context.ts';
import { isV2, respond } from './respond.ts';

/** Follow-ups, and changes to what was answered, for 15 minutes. */
export function webhookRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  const base = '/webhooks/:app/:token';
  app.post(base, async (c) => {
    const pending = interactionOf(world, c);
    const body = parse<MessageBody>(IncomingWebhookInteractionRequestSchema, c.get('body'));
    checkMessage(body, [], isV2(body));
    demandSubstance(body, c.get('files').size);
    const { original } = pending;
    // The first follow-up to a deferred answer takes that answer's place.
    if (original && (original.data.flags ?? 0) & MessageFlags.Loading) {
      await edit(world, channelOf(world, pending), original, body, c.get('files'));
      return c.json(original.data);
    }
    const flags = (body.flags ?? 0) & MessageFlags.Ephemeral;
    const message = await respond(world, pending, body, c.get('files'), flags, true);
    return c.json(message.data);
  });
  app.get(`${base}/messages/:message`, (c) => c.json(target(world, c).message.data));
  app.patch(`${base}/messages/:message`, async (c) => {
    const { channel, message } = target(world, c);
    const body = parse<MessageBody>(IncomingWebhookUpdateRequestPartialSchema, c.get('body'));
    checkMessage(body, [], isV2(body, message));
    demandSubstance(afterEdit(message, body), c.get('files').size);
    await edit(world, channel, message, body, c.get('files'));
    return c.json(message.data);
  });
  app.delete(`${base}/messages/:message`, (c) => {
    const { channel, message } = target(world, c);
    remove(world, channel, message);
    return c.body(null, 204);
  });
  return app;
}

/** What a message would carry after an edit, to see whether anything is left. */
export function afterEdit({ data }: StoredMessage, body: MessageBody): MessageBody {
  const pick = <T>(changed: T | null | undefined, old: T): T | null => (changed === undefined ? old : changed);
  const attachments = body.attachments === undefined ? data.attachments : (body.attachments ?? []);
  return {
    content: pick(body.content, data.content) || (attachments.length > 0 ? 'files' : ''),
    embeds: pick(body.embeds, data.embeds),
    components: pick(body.components, data.components as MessageBody['components']) ?? null,
  };
}

function interactionOf(world: World, c: Context): Pending {
  if (param(c, 'app') !== world.applicationId) throw refusal(10015);
  return answered(world, param(c, 'token'));
}

function channelOf(world: World, pending: Pending): Channel {
  const channel = world.channels.get(pending.channelId);
  if (!channel) throw refusal(10003);
  return channel;
}

function target(world: World, c: Context): { channel: Channel; message: StoredMessage } {
  const pending = interactionOf(world, c);
  const channel = channelOf(world, pending);
  const id = param(c, 'message');
  const message =
    id === '@original'
      ? pending.original
      : [pending.original, ...followUpsOf(world, pending)].find((own) => own?.data.id === id);
  if (!message || !channel.messages.has(message.data.id)) throw refusal(10008);
  return { channel, message };
}

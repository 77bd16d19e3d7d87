import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import {
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  InteractionResponseType as R,
  InteractionType as T,
} from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { ZodMiniType } from 'zod/mini';
import { refusal } from '../errors.ts';
import type { Uploads } from '../files.ts';
import { type Answer, awaiting, type Pending, settle } from '../interactions.ts';
import { checkAutocomplete } from '../limits/commands.ts';
import { type AnyComponent, checkModal } from '../limits/components.ts';
import { Form, parse } from '../limits/form.ts';
import { checkMessage, demandSubstance, type MessageBody } from '../limits/messages.ts';
import { edit } from '../messages.ts';
import type { World } from '../world.ts';
import { type Env, param } from './context.ts';
import { isV2, respond } from './respond.ts';
import { afterEdit } from './webhooks.ts';

interface Callback {
  type: R;
  data?: Record<string, unknown> | null;
}

/** Which answers fit which interactions; modals answer with an update only where they came from a message. */
const fitting: Record<number, readonly R[]> = {
  [T.ApplicationCommand]: [R.ChannelMessageWithSource, R.DeferredChannelMessageWithSource, R.Modal],
  [T.MessageComponent]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
    R.Modal,
  ],
  [T.ApplicationCommandAutocomplete]: [R.ApplicationCommandAutocompleteResult],
  [T.ModalSubmit]: [
    R.ChannelMessageWithSource,
    R.DeferredChannelMessageWithSource,
    R.DeferredMessageUpdate,
    R.UpdateMessage,
  ],
};

const schemas: Partial<Record<R, ZodMiniType>> = {
  [R.ChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [R.DeferredChannelMessageWithSource]: CreateMessageInteractionCallbackRequestSchema,
  [R.DeferredMessageUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [R.UpdateMessage]: UpdateMessageInteractionCallbackRequestSchema,
  [R.ApplicationCommandAutocompleteResult]: ApplicationCommandAutocompleteCallbackRequestSchema,
  [R.Modal]: ModalInteractionCallbackRequestSchema,
};

/** The first answer to an interaction. */
export function callbackRoutes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/interactions/:interaction/:token/callback', async (c) => {
    const pending = awaiting(world, param(c, 'interaction'), param(c, 'token'));
    const type = Object(c.get('body')).type as R;
    const schema = schemas[type];
    const fromMessage =
      type !== R.UpdateMessage && type !== R.DeferredMessageUpdate ? true : pending.source !== undefined;
    if (!schema || !fitting[pending.type]?.includes(type) || !fromMessage) {
      const form = new Form();
      form.add(['type'], 'BASE_TYPE_CHOICES', 'This interaction can not be answered with this type.');
      form.check();
    }
    const callback = parse<Callback>(schema as ZodMiniType, c.get('body'));
    pending.claimed = true;
    try {
      settle(world, pending, await carryOut(world, pending, callback, c.get('files')));
    } finally {
      pending.claimed = false;
    }
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    return c.json(responseTo(pending, type));
  });
  return app;
}

async function carryOut(world: World, pending: Pending, { type, data }: Callback, files: Uploads): Promise<Answer> {
  const body = (data ?? {}) as MessageBody;
  switch (type) {
    case R.ChannelMessageWithSource:
      checkMessage(body, ['data'], isV2(body));
      demandSubstance(body, files.size);
      return { outcome: 'message', message: await respond(world, pending, body, files, (body.flags ?? 0) & 64) };
    case R.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading | ((body.flags ?? 0) & MessageFlags.Ephemeral);
      return { outcome: 'deferred', message: await respond(world, pending, {}, files, flags) };
    }
    case R.UpdateMessage: {
      const { source } = pending;
      const channel = world.channels.get(pending.channelId);
      if (!source || !channel?.messages.has(source.data.id)) throw refusal(10008);
      checkMessage(body, ['data'], isV2(body, source));
      demandSubstance(afterEdit(source, body), files.size);
      await edit(world, channel, source, body, files);
      return { outcome: 'updated', message: source };
    }
    case R.DeferredMessageUpdate:
      return { outcome: 'deferred-update', ...(pending.source ? { message: pending.source } : {}) };
    case R.Modal: {
      const modal = data as unknown as APIModalInteractionResponseCallbackData;
      const form = new Form();
      checkModal(form, ['data', 'components'], modal.components as AnyComponent[]);
      form.check();
      return { outcome: 'modal', modal };
    }
    default: {
      const choices = (data?.choices ?? []) as { name: string; value: string | number }[];
      checkAutocomplete(choices);
      return { outcome: 'choices', choices };
    }
  }
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function responseTo(pending: Pending, type: R) {
  const message = pending.original?.data;
  const shows = type === R.ChannelMessageWithSource || type === R.UpdateMessage;
  return {
    interaction: {
      id: pending.id,
      type: pending.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: ((message.flags ?? 0) & MessageFlags.Loading) !== 0,
            response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
            channel_id: pending.channelId,
            ...(pending.guildId ? { guild_id: pending.guildId } : {}),
          }
        : {}),
    },
    resource: { type, ...(message && (shows || type === R.DeferredChannelMessageWithSource) ? { message } : {}) },
  };
}

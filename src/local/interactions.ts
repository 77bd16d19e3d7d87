import { randomBytes } from 'node:crypto';
import type { APIInteraction, APIModalInteractionResponseCallbackData, InteractionType } from 'discord-api-types/v10';
import { refusal } from './errors.ts';
import type { StoredMessage, World } from './world.ts';

/** Milliseconds within which the first answer must come, and for which the token then lives. */
export const answerWithin = 3_000;
export const tokenLife = 15 * 60_000;

/** What the bot's first answer was; the names are those of `Started` in page-api.ts. */
export type Answer =
  | { outcome: 'message' | 'deferred' | 'updated' | 'deferred-update'; message?: StoredMessage }
  | { outcome: 'modal'; modal: APIModalInteractionResponseCallbackData }
  | { outcome: 'choices'; choices: { name: string; value: string | number }[] }
  | { outcome: 'failed'; reason: string };

/** One interaction, from the click or command to the end of its token. */
export interface Pending {
  id: string;
  token: string;
  type: InteractionType;
  userId: string;
  channelId: string;
  guildId?: string;
  createdAt: number;
  /** Of the command, as a client shows it above the answer. */
  commandName?: string;
  /** The message whose component was used, also behind a modal. */
  source?: StoredMessage;
  answer?: Answer;
  /** An answer is being carried out: a second one comes too late. */
  claimed?: boolean;
  /** `@original`: the message that the first answer made or changed. */
  original?: StoredMessage;
}

/** Registers an interaction and hands it to the bot. `payload` lacks what is the same in all: id, token, version. */
export function startInteraction(
  world: World,
  pending: Omit<Pending, 'id' | 'token' | 'createdAt'>,
  payload: Record<string, unknown>,
): Pending {
  const id = world.nextId();
  const started: Pending = {
    ...pending,
    id,
    token: Buffer.from(`interaction:${id}:${randomBytes(24).toString('hex')}`).toString('base64url'),
    createdAt: world.clock(),
  };
  forgetExpired(world);
  world.interactions.set(started.id, started);
  const full = {
    ...payload,
    id: started.id,
    application_id: world.applicationId,
    type: started.type,
    token: started.token,
    version: 1,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
  world.emit({ type: 'interaction', pending: started, payload: full as unknown as APIInteraction });
  return started;
}

function forgetExpired(world: World): void {
  for (const [id, { createdAt }] of world.interactions) {
    if (world.clock() - createdAt <= tokenLife * 2) return;
    world.interactions.delete(id);
  }
}

/** Messages that followed the first answer, as far as they still exist, oldest first. */
export function followUpsOf(world: World, pending: Pending): StoredMessage[] {
  const all = world.channels.get(pending.channelId)?.messages.values() ?? [];
  return [...all].filter(
    (message) => message.data.interaction_metadata?.id === pending.id && message !== pending.original,
  );
}

/**
 * The interaction that a callback answers.
 * @throws ApiError 10062 where there is none or 3 s have passed, 40060 where it was answered before
 */
export function awaiting(world: World, id: string, token: string): Pending {
  const pending = world.interactions.get(id);
  if (!pending || pending.token !== token) throw refusal(10062);
  if (pending.claimed || (pending.answer && pending.answer.outcome !== 'failed')) throw refusal(40060);
  if (pending.answer || world.clock() - pending.createdAt > answerWithin) {
    settle(world, pending, { outcome: 'failed', reason: 'The application did not respond' });
    throw refusal(10062);
  }
  return pending;
}

/** Records the first answer and tells whoever waits for it. Later ones change nothing. */
export function settle(world: World, pending: Pending, answer: Answer): void {
  if (pending.answer) return;
  pending.answer = answer;
  if ('message' in answer && answer.message) pending.original = answer.message;
  world.emit({ type: 'answered', pending });
}

/**
 * The answered interaction that a webhook token stands for.
 * @throws ApiError 50027 where the token is unknown or older than 15 minutes, 10015 where it was not answered yet
 */
export function answered(world: World, token: string): Pending {
  const id = Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
  const pending = world.interactions.get(id);
  if (pending?.token !== token || world.clock() - pending.createdAt > tokenLife) throw refusal(50027);
  if (!pending.answer || pending.answer.outcome === 'failed') throw refusal(10015);
  return pending;
}

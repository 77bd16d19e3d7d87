/** What goes back to an interaction. Nothing here can ping: `allowed_mentions` is empty on the client as a whole. */
import {
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { say } from '../language/wording.ts';
import { type Bot, languageFor, Told } from './bot.ts';
import { escapeMarkdown } from './escape.ts';
import type { MessageBody } from './limits.ts';
import { decodeState, type State } from './state.ts';

/** Sends a new message in answer. */
export async function respond(
  interaction:
    | ChatInputCommandInteraction
    | MessageContextMenuCommandInteraction
    | MessageComponentInteraction
    | ModalSubmitInteraction,
  body: MessageBody,
  isPrivate: boolean,
): Promise<void> {
  await interaction.reply({ ...body, ...(isPrivate ? { flags: MessageFlags.Ephemeral } : {}) });
}

/**
 * Turns the message whose button was pressed into another. Whoever did not ask gets a private one instead, so that
 * nobody turns a page under somebody else's eyes.
 */
export async function turn(
  interaction: MessageComponentInteraction,
  make: (asker: string | undefined) => MessageBody,
): Promise<void> {
  const asker = askerOf(interaction.message);
  if (asker && asker !== interaction.user.id) await respond(interaction, make(undefined), true);
  else await interaction.update({ content: null, ...make(asker) });
}

/** What the buttons and menus of a message do. */
export function statesOf(message: Message): State[] {
  const states: State[] = [];
  for (const row of message.components)
    for (const component of 'components' in row ? row.components : []) {
      const state = 'customId' in component && component.customId ? decodeState(component.customId) : null;
      if (state) states.push(state);
    }
  return states;
}

/** Who asked for a public message of the bot: the id that its delete button holds. */
export function askerOf(message: Message): string | undefined {
  return statesOf(message).find((state) => state.does === 'delete')?.asker;
}

/** Whether only the person sees the message. */
export const isPrivate = (message: Message): boolean => message.flags.has(MessageFlags.Ephemeral);

const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;

/** Tells the person, in one sentence only they see, and the log, in full, that something did not work. */
export async function apologise(interaction: Interaction, error: unknown, bot: Bot): Promise<void> {
  if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) {
    // A 500 was retried though the first attempt had worked, or Discord sent the interaction twice.
    bot.log.debug({ interaction: interaction.id }, 'answered twice');
    return;
  }
  const told = error instanceof Told ? error : new Told('error.failed');
  if (!(error instanceof Told)) bot.log.error({ interaction: interaction.id, err: error }, 'an interaction failed');
  if (!interaction.isRepliable() || (error instanceof DiscordAPIError && error.code === UNKNOWN_INTERACTION)) return;
  const language = languageFor(bot.serving(), { option: told.language ?? null, locale: interaction.locale });
  const values = Object.fromEntries(Object.entries(told.values).map(([key, value]) => [key, escapeMarkdown(value)]));
  await tell(interaction, say(told.key, language, values)).catch((failure: unknown) =>
    bot.log.warn({ interaction: interaction.id, err: failure }, 'could not say that it failed'),
  );
}

async function tell(interaction: RepliableInteraction, content: string): Promise<void> {
  const message = { content, flags: MessageFlags.Ephemeral } as const;
  if (interaction.replied || interaction.deferred) await interaction.followUp(message);
  else await interaction.reply(message);
}

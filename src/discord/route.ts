/** From an interaction to what answers it. Buttons and menus say in their custom_id what they do. */
import {
  ComponentType,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import { say } from '../language/wording.ts';
import { type Asking, answerTo } from './asking.ts';
import { type Bot, type Serving, Told } from './bot.ts';
import type { Command } from './command.ts';
import { LIMITS, shorten } from './limits.ts';
import { aboutMessage } from './looks/about.ts';
import { answerMessage } from './looks/answer.ts';
import { recordMessage } from './looks/record.ts';
import { sourcesMessage } from './looks/sources.ts';
import { timelineMessage } from './looks/timeline.ts';
import { todayMessage } from './looks/today.ts';
import { pressPublish } from './publish/buttons.ts';
import { askAll, questionsOf } from './question.ts';
import { apologise, isPrivate, respond, statesOf, turn } from './reply.ts';
import { decodeState, encodeState, recordOfKey, type State } from './state.ts';
import { restoreTimelineFilter } from './timeline-options.ts';

/** What the form for a follow-up calls its only field. */
export const QUESTION_FIELD = 'question';

/** Answers interactions of every kind. Never rejects: what fails is told and logged. */
export function createRouter(commands: readonly Command[], bot: Bot): (interaction: Interaction) => Promise<void> {
  const named = new Map(commands.map((command) => [command.name, command]));
  return async (interaction) => {
    try {
      await route(interaction, named, bot);
    } catch (error) {
      await apologise(interaction, error, bot);
    }
  };
}

async function route(interaction: Interaction, commands: ReadonlyMap<string, Command>, bot: Bot): Promise<void> {
  if (interaction.isMessageComponent()) return press(interaction, bot);
  if (interaction.isModalSubmit()) return submit(interaction, bot);
  if (!interaction.isCommand() && !interaction.isAutocomplete()) return;
  const command = commands.get(interaction.commandName);
  if (!command) throw new Told('error.old-button');
  if (interaction.isAutocomplete()) return 'complete' in command ? command.complete?.(interaction, bot) : undefined;
  if (interaction.isChatInputCommand() && !('menu' in command)) return command.run(interaction, bot);
  if (interaction.isMessageContextMenuCommand() && 'menu' in command) return command.run(interaction, bot);
}

async function press(interaction: MessageComponentInteraction, bot: Bot): Promise<void> {
  const state = decodeState(interaction.customId);
  if (!state) throw new Told('error.old-button');
  const serving = bot.serving();
  const { knowledge } = serving;
  switch (state.does) {
    case 'record':
    case 'sources': {
      const record = recordNamed(serving, state.record);
      return turn(interaction, (asker) =>
        state.does === 'record'
          ? recordMessage(knowledge, record, { ...state, asker })
          : sourcesMessage(record, { ...state, asker }),
      );
    }
    case 'answer':
      return turnAnswer(interaction, state, serving);
    case 'about':
      return turn(interaction, (asker) => aboutMessage(knowledge, { ...state, asker }));
    case 'today':
      return turn(interaction, (asker) => todayMessage(knowledge, state.day, { ...state, asker }));
    case 'timeline': {
      const filter = restoreTimelineFilter(knowledge, state);
      return turn(interaction, (asker) => timelineMessage(knowledge, filter, { ...state, asker }));
    }
    case 'open': {
      const key = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
      const record = recordNamed(serving, key ?? '');
      return respond(interaction, recordMessage(knowledge, record, { language: state.language }), true);
    }
    case 'ask': {
      const text = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
      return answerBeside(interaction, { text: text ?? '', language: state.language }, bot);
    }
    case 'follow-up':
      return openForm(interaction, state.language);
    case 'delete':
      return erase(interaction, state.asker);
    case 'publish':
      return pressPublish(interaction, state, bot);
    case 'asked':
      throw new Told('error.old-button');
  }
}

function recordNamed({ knowledge }: Serving, key: string) {
  const record = recordOfKey(knowledge, key);
  if (!record) throw new Told('error.gone');
  return record;
}

async function turnAnswer(
  interaction: MessageComponentInteraction,
  { page, language }: Extract<State, { does: 'answer' | 'about' }>,
  { engine, knowledge }: Serving,
): Promise<void> {
  const questions = questionsOf(interaction.message.embeds[0]);
  if (questions.length === 0) throw new Told('error.old-button');
  const answer = askAll(engine, questions, language);
  const followUp = statesOf(interaction.message).some(({ does }) => does === 'follow-up');
  await turn(interaction, (asker) =>
    answerMessage(answer, questions, knowledge.pack, { language, page, asker, followUp }),
  );
}

async function openForm(interaction: MessageComponentInteraction, language: string): Promise<void> {
  await interaction.showModal({
    custom_id: encodeState({ does: 'asked', language }),
    title: shorten(say('form.title', language), LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: QUESTION_FIELD,
            label: shorten(say('form.label', language), LIMITS.inputLabel),
            style: TextInputStyle.Short,
            required: true,
            max_length: 400,
          },
        ],
      },
    ],
  });
}

async function submit(interaction: ModalSubmitInteraction, bot: Bot): Promise<void> {
  const state = decodeState(interaction.customId);
  if (state?.does !== 'asked' || !interaction.isFromMessage()) throw new Told('error.old-button');
  const text = interaction.fields.getTextInputValue(QUESTION_FIELD);
  await answerBeside(interaction, { text, after: questionsOf(interaction.message.embeds[0]) }, bot);
}

/** Answers a question that was asked on a message, seen by whoever sees that one. */
async function answerBeside(
  interaction: (MessageComponentInteraction | ModalSubmitInteraction) & { readonly message: Message },
  question: Pick<Asking, 'text' | 'after' | 'language'>,
  bot: Bot,
): Promise<void> {
  const alone = isPrivate(interaction.message);
  const { body } = answerTo({ ...question, asker: alone ? undefined : interaction.user.id, followUp: true }, bot);
  await respond(interaction, body, alone);
}

async function erase(interaction: MessageComponentInteraction, asker: string): Promise<void> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== asker && !mayManage) throw new Told('error.not-yours');
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

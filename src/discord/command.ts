/** What a file in commands/ gives: the command's definition, and what it calls. */

import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { languageName } from '../language/wording.ts';
import type { Bot, Serving } from './bot.ts';
import { languageFor, languagesOf } from './bot.ts';
import { type CommandWord, commandWords } from './command-words.ts';
import { LIMITS } from './limits.ts';

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

export interface SlashCommand {
  readonly name: string;
  define(serving: Serving): Definition;
  run(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void>;
  complete?(interaction: AutocompleteInteraction, bot: Bot): Promise<void>;
}

export interface MessageCommand {
  readonly name: string;
  readonly menu: true;
  define(serving: Serving): Definition;
  run(interaction: MessageContextMenuCommandInteraction, bot: Bot): Promise<void>;
}

export type Command = SlashCommand | MessageCommand;

/** Where every command can be used: on servers and as one's own app; there, in the bot's and in other direct messages. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
} satisfies Partial<Definition>;

/** Name and description, localised. */
export function words(word: CommandWord): {
  name: string;
  name_localizations: LocalizationMap;
  description: string;
  description_localizations: LocalizationMap;
} {
  const { en, ru } = commandWords[word];
  return {
    name: en[0],
    name_localizations: { ru: ru[0] },
    description: en[1],
    description_localizations: { ru: ru[1] },
  };
}

/** The definition of a slash command that can be used everywhere. */
export function slash(word: CommandWord, options: readonly APIApplicationCommandOption[]): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    ...words(word),
    ...EVERYWHERE,
    options: [...options],
  };
}

/** A text option. */
export function textOption(
  word: CommandWord,
  more: { required?: boolean; autocomplete?: boolean; max_length?: number } = {},
): APIApplicationCommandStringOption {
  return { type: ApplicationCommandOptionType.String, ...words(word), ...more } as APIApplicationCommandStringOption;
}

/** The options that every command has: only for oneself, and the language. */
export function commonOptions(serving: Serving): APIApplicationCommandBasicOption[] {
  const choices = languagesOf(serving)
    .slice(0, LIMITS.choices)
    .map((tag) => ({ name: capitalised(languageName(tag, tag)), value: tag }));
  return [
    { type: ApplicationCommandOptionType.Boolean, ...words('private') },
    { type: ApplicationCommandOptionType.String, ...words('language'), choices },
  ];
}

/** What those options say: the language of the reply, and who may delete it; `alone` where only the asker sees it. */
export function readCommonOptions(
  { options, locale, user }: ChatInputCommandInteraction,
  serving: Serving,
  aloneByDefault = false,
): { language: string; alone: boolean; asker: string | undefined } {
  const alone = options.getBoolean('private') ?? aloneByDefault;
  return {
    language: languageFor(serving, { option: options.getString('language'), locale }),
    alone,
    asker: alone ? undefined : user.id,
  };
}

const capitalised = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

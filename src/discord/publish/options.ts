/** The options of /publish, defined and read. */

import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type ForumChannel,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandStringOption,
} from 'discord-api-types/v10';
import { fold } from '../../language/fold.ts';
import { MESSAGES, ORDERS, selectionOf, writeOptions } from '../../publish/options.ts';
import type { Json } from '../../store/store.ts';
import { DETAILS } from '../../timeline/entry.ts';
import { type Serving, Told } from '../bot.ts';
import { commonOptions, textOption, words } from '../command.ts';
import type { CommandWord } from '../command-words.ts';
import { plainLine } from '../escape.ts';
import { LIMITS, shorten } from '../limits.ts';
import { readTimelineOptions, timelineOptions } from '../timeline-options.ts';
import { PLACES, type Place } from './permissions.ts';

/** Names of choices: English, Russian. */
const NAMES = {
  oldest: ['Oldest first', 'Сначала старые'],
  newest: ['Newest first', 'Сначала новые'],
  headlines: ['Headlines', 'Заголовки'],
  key: ['Key statements', 'Главное'],
  everything: ['Everything', 'Всё'],
  each: ['One for each event', 'По одному на событие'],
  few: ['As few as fit', 'Как можно меньше'],
  'on-this-day': ['On this day, daily', 'В этот день, ежедневно'],
  replay: ['A replay of a period', 'Повтор периода'],
  entry: ['One event', 'Одно событие'],
  day: ['The events of one day', 'События одного дня'],
  once: ['Catch up once', 'Наверстать один раз'],
  skip: ['Skip it', 'Пропустить'],
  pause: ['Pause', 'Приостановить'],
  continue: ['Let it go on', 'Продолжить'],
  end: ['End', 'Завершить'],
} as const;

function choices(values: readonly (keyof typeof NAMES)[]): APIApplicationCommandOptionChoice<string>[] {
  return values.map((value) => ({ name: NAMES[value][0], name_localizations: { ru: NAMES[value][1] }, value }));
}

/** An option with fixed choices. */
export const choice = (
  word: CommandWord,
  values: readonly (keyof typeof NAMES)[],
): APIApplicationCommandStringOption => ({
  type: Option.String,
  ...words(word),
  choices: choices(values),
});

export const channelOption = (): APIApplicationCommandBasicOption => ({
  type: Option.Channel,
  ...words('channel'),
  channel_types: [...PLACES],
  required: true,
});

/** Language, and how much is said: what schedules have too. */
export function layoutOptions(serving: Serving): APIApplicationCommandBasicOption[] {
  const language = commonOptions(serving).filter(({ name }) => name === 'language');
  return [...language, choice('detail', DETAILS)];
}

/** All options of /publish timeline. */
export function publishOptions(serving: Serving): APIApplicationCommandBasicOption[] {
  return [
    channelOption(),
    ...timelineOptions,
    ...layoutOptions(serving),
    choice('order', ORDERS),
    choice('messages', MESSAGES),
    textOption('title', { max_length: LIMITS.threadName }),
    textOption('thread', { max_length: LIMITS.threadName }),
    textOption('tag', { autocomplete: true }),
    { type: Option.Boolean, ...words('pin') },
    { type: Option.Boolean, ...words('notify') },
  ];
}

/** What the store keeps of the options. @throws Told where one can't be read */
export function readPublishOptions(
  { options }: ChatInputCommandInteraction,
  place: Place,
  serving: Serving,
  language: string,
): Json {
  const text = (name: string): string | undefined => plainLine(options.getString(name) ?? '') || undefined;
  const inThread = place.isThread() || place.type === ChannelType.GuildForum;
  return writeOptions({
    selection: selectionOf(readTimelineOptions(options, serving, language)),
    order: (options.getString('order') ?? undefined) as never,
    detail: (options.getString('detail') ?? undefined) as never,
    messages: (options.getString('messages') ?? undefined) as never,
    title: text('title'),
    // A thread in a thread there is not.
    thread: inThread ? undefined : text('thread'),
    tags: place.type === ChannelType.GuildForum ? tagsOf(place, text('tag')) : [],
    pin: options.getBoolean('pin') ?? false,
    notify: options.getBoolean('notify') ?? false,
  });
}

/** The id of the forum's tag. @throws Told where it has no such one */
export function tagsOf(forum: ForumChannel, typed: string | undefined): string[] {
  if (!typed) return [];
  const tag =
    forum.availableTags.find(({ id }) => id === typed) ??
    forum.availableTags.find(({ name }) => fold(name) === fold(typed));
  if (!tag) throw new Told('publish.no-tag', { words: shorten(typed, 60) });
  return [tag.id];
}

/** Offers the tags of the forum that was chosen. */
export async function offerTags(interaction: AutocompleteInteraction): Promise<void> {
  const chosen = interaction.options.get('channel')?.value;
  const channel = interaction.guild?.channels.cache.get(String(chosen));
  const tags = channel?.type === ChannelType.GuildForum ? channel.availableTags : [];
  const typed = fold(interaction.options.getFocused());
  await interaction.respond(
    tags
      .filter(({ name }) => fold(name).includes(typed))
      .slice(0, LIMITS.choices)
      .map(({ id, name }) => ({ name: shorten(plainLine(name), LIMITS.choiceName), value: id })),
  );
}

/** /publish schedules: what is scheduled on a server; paused, gone on with, ended. */

import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { fold } from '../../language/fold.ts';
import { say } from '../../language/wording.ts';
import { readScheduleOptions } from '../../publish/schedule/options.ts';
import type { Schedule } from '../../store/store.ts';
import { type Bot, languageFor, Told } from '../bot.ts';
import { textOption } from '../command.ts';
import { plainLine } from '../escape.ts';
import { LIMITS, message, shorten } from '../limits.ts';
import { ACCENT } from '../looks/paged.ts';
import { moment } from './looks/list.ts';
import { duration } from './looks/progress.ts';
import { choice } from './options.ts';
import { clockTime } from './schedule.ts';

const DAY_MINUTES = 24 * 60;
/** Schedules shown by the list. */
const SHOWN = 20;

export const schedulesOptions = (): APIApplicationCommandBasicOption[] => [
  textOption('whichSchedule', { autocomplete: true }),
  choice('do', ['pause', 'continue', 'end']),
];

/** Does what is asked with the one chosen, or lists all. */
export async function schedules(interaction: ChatInputCommandInteraction<'cached'>, bot: Bot): Promise<void> {
  const { options, guildId, locale, user } = interaction;
  const { store, scheduler } = bot.publishing;
  const language = languageFor(bot.serving(), { locale });
  const [typed, does] = [options.getString('schedule'), options.getString('do')];
  const reply = async (title: string | undefined, description: string): Promise<void> => {
    const body = message({ ...(title ? { title } : {}), description, color: ACCENT });
    await interaction.reply({ ...body, flags: MessageFlags.Ephemeral });
  };
  if (!typed || !does) {
    const all = await store.schedules.list(guildId);
    const lines = all.slice(-SHOWN).map((one) => lineOf(one, language));
    return reply(say('schedule.list', language), lines.join('\n\n') || say('schedule.list.none', language));
  }
  const chosen = await store.schedules.get(plainLine(typed).split(' ')[0] ?? '');
  if (!chosen || chosen.guildId !== guildId)
    throw new Told('schedule.no-schedule', { words: shorten(plainLine(typed), 60) }, language);
  if (does === 'continue') {
    const next = await scheduler.unpause(chosen, user.id);
    const said = next ? say('schedule.did.continue', language, { when: moment(next) }) : null;
    return reply(undefined, said ?? say('schedule.did.nothing', language));
  }
  const did = does === 'pause' ? await scheduler.pause(chosen, user.id) : await scheduler.end(chosen, user.id);
  const key = did ? (does === 'pause' ? 'schedule.did.pause' : 'schedule.did.end') : 'schedule.did.nothing';
  return reply(undefined, say(key, language));
}

/** Offers the server's schedules. */
export async function offerSchedules(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const language = languageFor(bot.serving(), { locale: interaction.locale });
  const all = interaction.guildId ? await bot.publishing.store.schedules.list(interaction.guildId) : [];
  const typed = fold(interaction.options.getFocused());
  const named = all.map((one) => {
    const channel = interaction.guild?.channels.cache.get(one.channelId);
    return { name: `${one.id} · ${whatOf(one, language)} · #${channel?.name ?? '?'}`, value: one.id };
  });
  await interaction.respond(
    named
      .filter(({ name }) => fold(name).includes(typed))
      .slice(0, LIMITS.choices)
      .map(({ name, value }) => ({ name: shorten(plainLine(name), LIMITS.choiceName), value })),
  );
}

function lineOf(schedule: Schedule, language: string): string {
  const { id, channelId, requesterId, state, nextAt } = schedule;
  const what = whatOf(schedule, language);
  const when =
    state === 'paused' ? say('schedule.paused', language) : say('schedule.next', language, { when: moment(nextAt) });
  const values = { what: `**${what}**`, channel: `<#${channelId}>`, user: `<@${requesterId}>` };
  return `${say('schedule.line', language, values)}\n\`${id}\` · ${when}`;
}

function whatOf({ kind, hour, timeZone, everyMinutes, options }: Schedule, language: string): string {
  if (kind === 'on-this-day') return say('schedule.daily', language, { time: clockTime(hour ?? 0), zone: timeZone });
  const { unit } = readScheduleOptions(options);
  const minutes = everyMinutes ?? DAY_MINUTES;
  const interval = minutes >= 90 ? hours(minutes / 60, language) : duration(minutes * 60, language);
  return say(`schedule.replay.${unit}`, language, { interval });
}

const hours = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'hour', unitDisplay: 'short' }).format(value);

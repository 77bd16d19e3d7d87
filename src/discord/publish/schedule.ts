/** /publish schedule: on this day daily, or a period bit by bit. */

import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildMember,
  MessageFlags,
} from 'discord.js';
import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { say } from '../../language/wording.ts';
import { selectionOf, writeOptions } from '../../publish/options.ts';
import { UNITS, writeScheduleOptions } from '../../publish/schedule/options.ts';
import { isTimeZone } from '../../publish/schedule/times.ts';
import type { Schedule } from '../../store/store.ts';
import { type Bot, languageFor, type Serving, Told } from '../bot.ts';
import { textOption, words } from '../command.ts';
import { plainLine } from '../escape.ts';
import { LIMITS, message, shorten } from '../limits.ts';
import { ACCENT } from '../looks/paged.ts';
import { readTimelineOptions, timelineOptions } from '../timeline-options.ts';
import { moment } from './looks/list.ts';
import { channelOption, choice, layoutOptions, tagsOf } from './options.ts';
import { demandPosting, demandTag, placeOf } from './place.ts';

/** Minutes between two posts of a replay; a day goes by the hour instead, so that clocks may change. */
const INTERVALS = [15, 30, 60, 180, 360, 720] as const;
const HOUR = 9;

export function scheduleOptions(serving: Serving): APIApplicationCommandBasicOption[] {
  return [
    { ...choice('what', ['on-this-day', 'replay']), required: true },
    channelOption(),
    { type: Option.Integer, ...words('hour'), min_value: 0, max_value: 23 },
    textOption('zone', { autocomplete: true, max_length: 60 }),
    {
      type: Option.Integer,
      ...words('every'),
      choices: INTERVALS.map((value) => ({ name: value < 60 ? `${value} min` : `${value / 60} h`, value })),
    },
    choice('unit', UNITS),
    choice('missed', ['once', 'skip']),
    ...layoutOptions(serving),
    textOption('tag', { autocomplete: true }),
    ...timelineOptions,
  ];
}

/** Adds a schedule, and says when it first posts. @throws Told */
export async function schedule(interaction: ChatInputCommandInteraction<'cached'>, bot: Bot): Promise<void> {
  const serving = bot.serving();
  const { options, locale, client, user, guildId } = interaction;
  const language = languageFor(serving, { option: options.getString('language'), locale });
  const { id, name } = options.getChannel('channel', true);
  const place = await placeOf(client as never, id, name, language);
  const tags =
    place.type === ChannelType.GuildForum ? tagsOf(place, plainLine(options.getString('tag') ?? '') || undefined) : [];
  demandPosting(place, interaction.member as GuildMember, { thread: false, pin: false }, language);
  demandTag(place, tags, language);
  const timeZone = zoneOf(options.getString('zone') ?? serving.knowledge.pack.time_zone, language);
  const kind = options.getString('what', true) as Schedule['kind'];
  const selection = kind === 'replay' ? selectionOf(readTimelineOptions(options, serving, language)) : {};
  const detail = (options.getString('detail') ?? undefined) as never;
  const publish = writeOptions({ selection, detail, tags, messages: kind === 'replay' ? 'each' : 'few' });
  const { events } = bot.publishing.publisher.preview({ options: publish, language });
  if (events === 0) throw new Told('timeline.none', {}, language);
  const everyMinutes = kind === 'replay' ? options.getInteger('every') : null;
  const added = await bot.publishing.scheduler.add({
    guildId,
    channelId: id,
    requesterId: user.id,
    kind,
    hour: everyMinutes ? null : (options.getInteger('hour') ?? HOUR),
    timeZone,
    everyMinutes,
    language,
    options: writeScheduleOptions({ unit: (options.getString('unit') ?? undefined) as never, publish }),
    catchUp: (options.getString('missed') ?? 'once') as Schedule['catchUp'],
  });
  const values = {
    channel: `<#${id}>`,
    time: clockTime(added.hour ?? 0),
    zone: timeZone,
    next: moment(added.nextAt),
    events: say('timeline.count', language, { count: events }),
  };
  const key = kind === 'replay' ? 'schedule.added.replay' : 'schedule.added.daily';
  const body = message({ description: say(key, language, values), color: ACCENT });
  await interaction.reply({ ...body, flags: MessageFlags.Ephemeral });
}

/** Offers time zones. */
export async function offerZones(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused().toLowerCase().replaceAll(' ', '_');
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone.toLowerCase().includes(typed));
  await interaction.respond(zones.slice(0, LIMITS.choices).map((zone) => ({ name: zone, value: zone })));
}

function zoneOf(typed: string, language: string): string {
  const zone = plainLine(typed).replaceAll(' ', '_');
  if (!isTimeZone(zone)) throw new Told('schedule.zone', { words: shorten(plainLine(typed), 60) }, language);
  return zone;
}

/** An hour as clocks show it: 09:00. */
export const clockTime = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

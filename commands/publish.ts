import type { ChatInputCommandInteraction } from 'discord.js';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as Option,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Bot, Told } from '../src/discord/bot.ts';
import { type SlashCommand, slash, textOption, words } from '../src/discord/command.ts';
import type { CommandWord } from '../src/discord/command-words.ts';
import { list, offerTimelines, remove, resume, stop, update } from '../src/discord/publish/keep.ts';
import { offerTags, publishOptions } from '../src/discord/publish/options.ts';
import { preview } from '../src/discord/publish/preview.ts';
import { offerZones, schedule, scheduleOptions } from '../src/discord/publish/schedule.ts';
import { offerSchedules, schedules, schedulesOptions } from '../src/discord/publish/schedules.ts';
import { offerTimelineOption } from '../src/discord/timeline-options.ts';

type Run = (interaction: ChatInputCommandInteraction<'cached'>, bot: Bot) => Promise<void>;
const RUNS: Readonly<Record<string, Run>> = {
  timeline: preview,
  list,
  update,
  remove,
  stop,
  resume,
  schedule,
  schedules,
};

/**
 * /publish: timelines that moderators post, keep right and remove. A command of its own, since Discord sets who may use
 * one for a command as a whole.
 */
export const publish: SlashCommand = {
  name: 'publish',
  define: (serving) => ({
    ...slash('publish', [
      subcommand('publishTimeline', publishOptions(serving)),
      subcommand('publishList', []),
      subcommand('publishUpdate', [whichTimeline(), { type: Option.Boolean, ...words('repost') }]),
      subcommand('publishRemove', [whichTimeline()]),
      subcommand('publishStop', [whichTimeline()]),
      subcommand('publishResume', [whichTimeline()]),
      subcommand('publishSchedule', scheduleOptions(serving)),
      subcommand('publishSchedules', schedulesOptions()),
    ]),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageMessages),
  }),
  async complete(interaction, bot) {
    const { name } = interaction.options.getFocused(true);
    if (name === 'timeline') return offerTimelines(interaction, bot);
    if (name === 'schedule') return offerSchedules(interaction, bot);
    if (name === 'zone') return offerZones(interaction);
    if (name === 'tag') return offerTags(interaction);
    return offerTimelineOption(interaction, bot);
  },
  async run(interaction, bot) {
    if (!interaction.inCachedGuild()) throw new Told('publish.not-here');
    await RUNS[interaction.options.getSubcommand()]?.(interaction, bot);
  },
};

const subcommand = (
  word: CommandWord,
  options: readonly APIApplicationCommandBasicOption[],
): APIApplicationCommandOption => ({ type: Option.Subcommand, ...words(word), options: [...options] });

const whichTimeline = () => textOption('whichTimeline', { required: true, autocomplete: true });

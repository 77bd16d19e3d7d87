import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { commonOptions, readCommonOptions, type SlashCommand, slash, words } from '../src/discord/command.ts';
import { sendExport } from '../src/discord/export.ts';
import { timelineMessage } from '../src/discord/looks/timeline.ts';
import { respond } from '../src/discord/reply.ts';
import { offerTimelineOption, readTimelineOptions, timelineOptions } from '../src/discord/timeline-options.ts';
import { FORMATS, type Format } from '../src/timeline/export/formats.ts';

const FORMAT_CHOICES = Object.entries(FORMATS).map(([value, { name }]) => ({ name, value }));

/** /timeline show: events in date order, with buttons that turn the pages. /timeline export: the same as a file. */
export const timeline: SlashCommand = {
  name: 'timeline',
  define: (serving) =>
    slash('timeline', [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...words('show'),
        options: [...timelineOptions, ...commonOptions(serving)],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...words('export'),
        options: [
          { type: ApplicationCommandOptionType.String, ...words('format'), required: true, choices: FORMAT_CHOICES },
          ...timelineOptions,
          ...commonOptions(serving),
        ],
      },
    ]),
  complete: offerTimelineOption,
  async run(interaction, bot) {
    const serving = bot.serving();
    const { alone, ...view } = readCommonOptions(interaction, serving);
    const filter = readTimelineOptions(interaction.options, serving, view.language);
    if (interaction.options.getSubcommand() === 'export') {
      const format = interaction.options.getString('format', true) as Format;
      return sendExport(interaction, serving.knowledge, { filter, format, language: view.language, alone });
    }
    await respond(interaction, timelineMessage(serving.knowledge, filter, view), alone);
  },
};

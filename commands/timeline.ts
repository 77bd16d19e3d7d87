import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { commonOptions, readCommonOptions, type SlashCommand, slash, words } from '../src/discord/command.ts';
import { timelineMessage } from '../src/discord/looks/timeline.ts';
import { respond } from '../src/discord/reply.ts';
import { offerTimelineOption, readTimelineOptions, timelineOptions } from '../src/discord/timeline-options.ts';

/** /timeline show: events in date order, with buttons that turn the pages. */
export const timeline: SlashCommand = {
  name: 'timeline',
  define: (serving) =>
    slash('timeline', [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...words('show'),
        options: [...timelineOptions, ...commonOptions(serving)],
      },
    ]),
  complete: offerTimelineOption,
  async run(interaction, bot) {
    const serving = bot.serving();
    const { alone, ...view } = readCommonOptions(interaction, serving);
    const filter = readTimelineOptions(interaction.options, serving, view.language);
    await respond(interaction, timelineMessage(serving.knowledge, filter, view), alone);
  },
};

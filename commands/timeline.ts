import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { languageFor } from '../src/discord/bot.ts';
import { commonOptions, type SlashCommand, slash, words } from '../src/discord/command.ts';
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
    const { options, locale, user } = interaction;
    const language = languageFor(serving, { option: options.getString('language'), locale });
    const alone = options.getBoolean('private') ?? false;
    const filter = readTimelineOptions(options, serving, language);
    const view = { language, asker: alone ? undefined : user.id };
    await respond(interaction, timelineMessage(serving.knowledge, filter, view), alone);
  },
};

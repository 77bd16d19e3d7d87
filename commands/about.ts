import { languageFor } from '../src/discord/bot.ts';
import { commonOptions, type SlashCommand, slash } from '../src/discord/command.ts';
import { aboutMessage } from '../src/discord/looks/about.ts';
import { respond } from '../src/discord/reply.ts';

/** /about: what this is and holds, its licence, how to correct it. */
export const about: SlashCommand = {
  name: 'about',
  define: (serving) => slash('about', commonOptions(serving)),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { options, locale, user } = interaction;
    const language = languageFor(serving, { option: options.getString('language'), locale });
    const alone = options.getBoolean('private') ?? false;
    await respond(
      interaction,
      aboutMessage(serving.knowledge, { language, asker: alone ? undefined : user.id }),
      alone,
    );
  },
};

import { commonOptions, readCommonOptions, type SlashCommand, slash } from '../src/discord/command.ts';
import { aboutMessage } from '../src/discord/looks/about.ts';
import { respond } from '../src/discord/reply.ts';

/** /about: what this is and holds, its licence, how to correct it. */
export const about: SlashCommand = {
  name: 'about',
  define: (serving) => slash('about', commonOptions(serving)),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { alone, ...view } = readCommonOptions(interaction, serving);
    await respond(interaction, aboutMessage(serving.knowledge, view), alone);
  },
};

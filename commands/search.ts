import { commonOptions, readCommonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
import { SEARCH_WORDS, searchMessage } from '../src/discord/looks/search.ts';
import { respond } from '../src/discord/reply.ts';

/** /search: records by the words of their names and titles. */
export const search: SlashCommand = {
  name: 'search',
  define: (serving) =>
    slash('search', [textOption('words', { required: true, max_length: SEARCH_WORDS }), ...commonOptions(serving)]),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { alone, ...view } = readCommonOptions(interaction, serving);
    const words = interaction.options.getString('words', true);
    await respond(interaction, searchMessage(serving.engine, words, view), alone);
  },
};

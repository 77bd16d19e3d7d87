import { languageFor } from '../src/discord/bot.ts';
import { commonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
import { SEARCH_WORDS, searchMessage } from '../src/discord/looks/search.ts';
import { respond } from '../src/discord/reply.ts';

/** /search: records by the words of their names and titles. */
export const search: SlashCommand = {
  name: 'search',
  define: (serving) =>
    slash('search', [textOption('words', { required: true, max_length: SEARCH_WORDS }), ...commonOptions(serving)]),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { options, locale, user } = interaction;
    const language = languageFor(serving, { option: options.getString('language'), locale });
    const alone = options.getBoolean('private') ?? false;
    const view = { language, asker: alone ? undefined : user.id };
    await respond(interaction, searchMessage(serving.engine, options.getString('words', true), view), alone);
  },
};

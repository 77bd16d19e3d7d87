import { languageFor } from '../src/discord/bot.ts';
import { commonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
import { sourcesMessage } from '../src/discord/looks/sources.ts';
import { namedRecord, offerRecords } from '../src/discord/records.ts';
import { respond } from '../src/discord/reply.ts';

/** /sources: every page behind a record. */
export const sources: SlashCommand = {
  name: 'sources',
  define: (serving) =>
    slash('sources', [textOption('record', { required: true, autocomplete: true }), ...commonOptions(serving)]),
  complete: (interaction, bot) => offerRecords(interaction, bot),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { options, locale, user } = interaction;
    const language = languageFor(serving, { option: options.getString('language'), locale });
    const alone = options.getBoolean('private') ?? false;
    const { record } = namedRecord(serving, options.getString('record', true), language);
    await respond(interaction, sourcesMessage(record, { language, asker: alone ? undefined : user.id }), alone);
  },
};

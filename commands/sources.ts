import { commonOptions, readCommonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
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
    const { alone, ...view } = readCommonOptions(interaction, serving);
    const { record } = namedRecord(serving, interaction.options.getString('record', true), view.language);
    await respond(interaction, sourcesMessage(record, view), alone);
  },
};

/** `/event`, `/person`, `/place`, `/organisation`: the same command over another type of record. */
import type { RecordType } from '../knowledge/model.ts';
import { say } from '../language/wording.ts';
import { commonOptions, readCommonOptions, type SlashCommand, slash, textOption } from './command.ts';
import { plainLine } from './escape.ts';
import { shorten } from './limits.ts';
import { recordMessage } from './looks/record.ts';
import { namedRecord, offerRecords } from './records.ts';
import { respond } from './reply.ts';

/** The command that shows a record of a type by its name, with autocomplete; free text finds the best match. */
export function recordCommand(type: RecordType): SlashCommand {
  return {
    name: type,
    define: (serving) =>
      slash(type, [textOption('name', { required: true, autocomplete: true }), ...commonOptions(serving)]),
    complete: (interaction, bot) => offerRecords(interaction, bot, type),
    async run(interaction, bot) {
      const serving = bot.serving();
      const { alone, ...view } = readCommonOptions(interaction, serving);
      const { language } = view;
      const typed = interaction.options.getString('name', true);
      const { record, sure, others } = namedRecord(serving, typed, language, type);
      const note = sure ? {} : { note: say('card.best', language, { words: shorten(plainLine(typed), 60) }), others };
      await respond(interaction, recordMessage(serving.knowledge, record, { ...view, ...note }), alone);
    },
  };
}

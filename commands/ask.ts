import { answerTo } from '../src/discord/asking.ts';
import { commonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
import { respond } from '../src/discord/reply.ts';

/** /ask: a question in plain words, answered from the records in its own language. */
export const ask: SlashCommand = {
  name: 'ask',
  define: (serving) => slash('ask', [textOption('question', { required: true }), ...commonOptions(serving)]),
  async run(interaction, bot) {
    const { options, user } = interaction;
    const alone = options.getBoolean('private') ?? false;
    const { body } = answerTo(
      {
        text: options.getString('question', true),
        language: options.getString('language') ?? undefined,
        asker: alone ? undefined : user.id,
        followUp: true,
      },
      bot,
    );
    await respond(interaction, body, alone);
  },
};

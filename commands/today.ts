import { Told } from '../src/discord/bot.ts';
import { commonOptions, readCommonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
import { plainLine } from '../src/discord/escape.ts';
import { shorten } from '../src/discord/limits.ts';
import { todayMessage } from '../src/discord/looks/today.ts';
import { respond } from '../src/discord/reply.ts';
import { readMonthDay } from '../src/timeline/typed-date.ts';

/** /today: what is recorded for this day, or another, of any year; only whoever asks sees it unless they say otherwise. */
export const today: SlashCommand = {
  name: 'today',
  define: (serving) => slash('today', [textOption('date', { max_length: 40 }), ...commonOptions(serving)]),
  async run(interaction, bot) {
    const serving = bot.serving();
    const { alone, ...view } = readCommonOptions(interaction, serving, true);
    const typed = interaction.options.getString('date');
    const day = typed
      ? readMonthDay(typed, serving.knowledge)
      : Temporal.Now.plainDateISO(serving.knowledge.pack.time_zone).toString().slice(5);
    if (!day) throw new Told('error.date', { words: shorten(plainLine(typed ?? ''), 60) });
    await respond(interaction, todayMessage(serving.knowledge, day, view), alone);
  },
};

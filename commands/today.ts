import { languageFor, Told } from '../src/discord/bot.ts';
import { commonOptions, type SlashCommand, slash, textOption } from '../src/discord/command.ts';
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
    const { options, locale, user } = interaction;
    const language = languageFor(serving, { option: options.getString('language'), locale });
    const alone = options.getBoolean('private') ?? true;
    const typed = options.getString('date');
    const day = typed
      ? readMonthDay(typed, serving.knowledge)
      : Temporal.Now.plainDateISO(serving.knowledge.pack.time_zone).toString().slice(5);
    if (!day) throw new Told('error.date', { words: shorten(plainLine(typed ?? ''), 60) });
    const view = { language, asker: alone ? undefined : user.id };
    await respond(interaction, todayMessage(serving.knowledge, day, view), alone);
  },
};

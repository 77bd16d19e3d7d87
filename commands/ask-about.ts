import { ApplicationCommandType } from 'discord-api-types/v10';
import { answerTo } from '../src/discord/asking.ts';
import { Told } from '../src/discord/bot.ts';
import { EVERYWHERE, type MessageCommand, words } from '../src/discord/command.ts';
import { plainLine } from '../src/discord/escape.ts';
import { respond } from '../src/discord/reply.ts';

/** "Ask about this" in a message's menu: its text is the question; only whoever asks sees the answer. */
export const askAbout: MessageCommand = {
  name: words('askAbout').name,
  menu: true,
  define() {
    const { name, name_localizations } = words('askAbout');
    return { type: ApplicationCommandType.Message, name, name_localizations, ...EVERYWHERE };
  },
  async run(interaction, bot) {
    const { content, embeds } = interaction.targetMessage;
    const [embed] = embeds;
    const text = plainLine(content || [embed?.title, embed?.description].filter(Boolean).join(' '));
    if (!text) throw new Told('error.no-text');
    await respond(interaction, answerTo({ text, followUp: true }, bot).body, true);
  },
};

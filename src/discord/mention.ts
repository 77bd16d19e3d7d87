/** Messages that address the bot: an @mention, a direct message, a reply to one of its own. */
import { DiscordAPIError, type Message, PermissionFlagsBits } from 'discord.js';
import { answerTo } from './asking.ts';
import type { Bot } from './bot.ts';
import { type Questions, questionsOf } from './question.ts';

/** Answers messages. Never rejects; where the bot may not post it is silent, and the log says so once a channel. */
export function createListener(bot: Bot): (message: Message) => Promise<void> {
  const closed = new Set<string>();
  return async (message) => {
    try {
      await answerMessage(message, bot, closed);
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 403) noteClosed(message.channelId, bot, closed);
      else bot.log.error({ channel: message.channelId, err: error }, 'a message could not be answered');
    }
  };
}

async function answerMessage(message: Message, bot: Bot, closed: Set<string>): Promise<void> {
  const me = message.client.user;
  if (message.author.bot || message.webhookId || message.system) return;
  if (message.inGuild() && !message.mentions.users.has(me.id)) return;
  const mention = new RegExp(`<@!?${me.id}>`, 'g');
  const called = !message.inGuild() || mention.test(message.content);
  if (!mayPost(message)) return noteClosed(message.channelId, bot, closed);
  const { body, reason } = answerTo(
    {
      text: message.content.replace(mention, ' '),
      after: await questionsBefore(message),
      asker: message.author.id,
      followUp: false,
    },
    bot,
  );
  // A reply such as "thanks" was not meant as a question.
  if (!called && reason === 'no-question') return;
  await message.reply({ ...body, failIfNotExists: false });
}

/** What the message of the bot's that this one replies to was about. */
async function questionsBefore(message: Message): Promise<Questions> {
  if (!message.reference?.messageId) return [];
  const before = await message.fetchReference().catch(() => null);
  return before?.author.id === message.client.user.id ? questionsOf(before.embeds[0]) : [];
}

function mayPost(message: Message): boolean {
  if (!message.inGuild()) return true;
  const me = message.guild.members.me;
  const permissions = me && message.channel.permissionsFor(me);
  if (!permissions) return true;
  const send = message.channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return permissions.has([
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits.ReadMessageHistory,
    PermissionFlagsBits.EmbedLinks,
    send,
  ]);
}

function noteClosed(channel: string, bot: Bot, closed: Set<string>): void {
  if (closed.has(channel)) return;
  closed.add(channel);
  bot.log.warn({ channel }, 'called in a channel where the bot may not post');
}

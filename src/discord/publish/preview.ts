/** /publish timeline: a draft, and how it will look. */
import type { ChatInputCommandInteraction, GuildMember } from 'discord.js';
import { readOptions } from '../../publish/options.ts';
import { type Bot, languageFor, Told } from '../bot.ts';
import { respond } from '../reply.ts';
import { previewMessage } from './looks/preview.ts';
import { readPublishOptions } from './options.ts';
import { demandPosting, demandTag, placeOf } from './place.ts';

/** Shows a private preview. @throws Told naming what is missing, wrong or not there */
export async function preview(interaction: ChatInputCommandInteraction<'cached'>, bot: Bot): Promise<void> {
  const serving = bot.serving();
  const { publisher } = bot.publishing;
  const { options, locale, user, guildId, client } = interaction;
  const language = languageFor(serving, { option: options.getString('language'), locale });
  const { id, name } = options.getChannel('channel', true);
  const place = await placeOf(client as never, id, name, language);
  const chosen = readPublishOptions(interaction, place, serving, language);
  const { thread, pin, tags } = readOptions(chosen);
  demandPosting(place, interaction.member as GuildMember, { thread: Boolean(thread), pin }, language);
  demandTag(place, tags, language);
  const made = publisher.preview({ options: chosen, language });
  if (made.events === 0) throw new Told('timeline.none', {}, language);
  const draft = await publisher.draft({ guildId, channelId: id, requesterId: user.id, language, options: chosen });
  await respond(interaction, previewMessage(draft, made), true);
}

/** /publish list, update, remove, stop and resume. */
import { type AutocompleteInteraction, type ChatInputCommandInteraction, type Client, MessageFlags } from 'discord.js';
import { fold } from '../../language/fold.ts';
import { say, type WordingKey } from '../../language/wording.ts';
import { DeliveryError } from '../../publish/discord-port.ts';
import { readOptions, SelectionError } from '../../publish/options.ts';
import { titleOfTimeline } from '../../publish/plan.ts';
import type { Timeline } from '../../store/store.ts';
import { type Bot, languageFor, Told } from '../bot.ts';
import { plainLine } from '../escape.ts';
import { LIMITS, type MessageBody, message, shorten } from '../limits.ts';
import { ACCENT } from '../looks/paged.ts';
import { demandStill } from './buttons.ts';
import { changesIn, listMessage } from './looks/list.ts';
import { channelMention } from './looks/progress.ts';
import { reportOf } from './reporter.ts';

type Use = ChatInputCommandInteraction<'cached'>;

/** Timelines shown by a list, and acts of late. */
const SHOWN = 10;
const ACTS = 8;

/** What is posted on this server, and how it stands. */
export async function list(interaction: Use, bot: Bot): Promise<void> {
  const { store, publisher } = bot.publishing;
  const language = languageOf(interaction, bot);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const all = await store.timelines.list(interaction.guildId);
  const listed = [];
  // What moderators asked for comes before the runs of schedules.
  const own = [...all.filter(({ key }) => key === null), ...all.filter(({ key }) => key !== null)];
  for (const timeline of own.slice(0, SHOWN)) {
    // What can't be looked at now is shown as it was.
    await publisher
      .sweep(timeline)
      .catch((error: unknown) => bot.log.warn({ timeline: timeline.id, err: error }, 'not swept'));
    const [items, standing] = [await store.timelines.items(timeline.id), await publisher.standing(timeline)];
    listed.push({ timeline, items, standing, title: nameOf(timeline, bot) });
  }
  const audit = await store.audit.list(interaction.guildId, ACTS);
  await interaction.editReply(
    listMessage(listed, all.length - listed.length, audit, interaction.client.user.id, language),
  );
}

/** Brings one up to date, and says what changes. */
export async function update(interaction: Use, bot: Bot): Promise<void> {
  const { publisher } = bot.publishing;
  const { user, options, client } = interaction;
  const timeline = await chosen(interaction, bot);
  const { language } = timeline;
  if (timeline.state === 'failed') throw new Told('publish.reason.channel-gone', {}, language);
  if (timeline.state !== 'done' && timeline.state !== 'stopped') throw busy(timeline);
  await demandStill(client as Client<true>, timeline, user.id);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  // A follow-up would take the place of a reply that says nothing yet.
  await interaction.editReply(note([say('publish.looking', language)]));
  const repost = options.getBoolean('repost') ?? false;
  const changes = await told(timeline, () => publisher.update(timeline, user.id, reportOf(interaction), repost));
  const gone = await goneIn(timeline, bot);
  if (!changes) {
    await interaction.editReply(note([say('publish.up-to-date', language), gone]));
    return;
  }
  const said = changesIn(changes, language);
  const lines = [
    said ? say('publish.updating', language, { channel: channelMention(timeline), changes: said }) : null,
    changes.inserted > 0 ? say('publish.at-end', language) : null,
    gone,
  ];
  // The reply itself shows the progress.
  await interaction.followUp({ ...note(lines), flags: MessageFlags.Ephemeral });
}

/** Deletes what was posted for one. */
export async function remove(interaction: Use, bot: Bot): Promise<void> {
  const timeline = await chosen(interaction, bot);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await bot.publishing.publisher.remove(timeline, interaction.user.id, reportOf(interaction))))
    throw busy(timeline);
}

/** Stops the work on one after the message that is under way. */
export async function stop(interaction: Use, bot: Bot): Promise<void> {
  const timeline = await chosen(interaction, bot);
  const { language } = timeline;
  if (!(await bot.publishing.publisher.stop(timeline, interaction.user.id)))
    throw new Told('publish.not-working', {}, language);
  await interaction.reply({ ...note([say('publish.stopping', language)]), flags: MessageFlags.Ephemeral });
}

/** Goes on with one where it was stopped. */
export async function resume(interaction: Use, bot: Bot): Promise<void> {
  const { user, client } = interaction;
  const timeline = await chosen(interaction, bot);
  if (timeline.state !== 'stopped') throw new Told('publish.not-stopped', {}, timeline.language);
  await demandStill(client as Client<true>, timeline, user.id);
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await bot.publishing.publisher.resume(timeline, user.id, reportOf(interaction))))
    throw new Told('publish.not-stopped', {}, timeline.language);
}

/** Offers the server's timelines. */
export async function offerTimelines(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const all = interaction.guildId ? await bot.publishing.store.timelines.list(interaction.guildId) : [];
  const typed = fold(interaction.options.getFocused());
  const named = all.map((timeline) => {
    const channel = interaction.guild?.channels.cache.get(timeline.threadId ?? timeline.channelId);
    const where = channel ? ` · #${channel.name}` : '';
    return { name: `${timeline.id} · ${nameOf(timeline, bot)}${where}`, value: timeline.id };
  });
  await interaction.respond(
    named
      .filter(({ name }) => fold(name).includes(typed))
      .slice(0, LIMITS.choices)
      .map(({ name, value }) => ({ name: shorten(plainLine(name), LIMITS.choiceName), value })),
  );
}

/** Its title, or its id where the records that it was chosen by are gone. */
export function nameOf({ options, language, id }: Timeline, bot: Bot): string {
  try {
    return titleOfTimeline({ knowledge: bot.serving().knowledge, options: readOptions(options), language });
  } catch (error) {
    if (error instanceof SelectionError) return id;
    throw error;
  }
}

async function chosen(interaction: Use, bot: Bot): Promise<Timeline> {
  const typed = plainLine(interaction.options.getString('timeline', true));
  const timeline = await bot.publishing.store.timelines.get(typed.split(' ')[0] ?? '');
  if (!timeline || timeline.guildId !== interaction.guildId || ['draft', 'removed'].includes(timeline.state))
    throw new Told('publish.no-timeline', { words: shorten(typed, 60) }, languageOf(interaction, bot));
  return timeline;
}

const languageOf = ({ locale }: Use, bot: Bot): string => languageFor(bot.serving(), { locale });

function busy({ state, language }: Timeline): Told {
  return new Told('publish.busy', { state: say(`publish.state.${state}` as WordingKey, language) }, language);
}

/** What Discord or the knowledge stands in the way of, as a sentence for the moderator. */
async function told<T>({ language }: Timeline, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof SelectionError) throw new Told('publish.standing.unknown', {}, language);
    if (!(error instanceof DeliveryError)) throw error;
    throw new Told(
      error.code === 'channel-gone' ? 'publish.reason.channel-gone' : 'publish.reason.unreachable',
      {},
      language,
    );
  }
}

async function goneIn({ id, language }: Timeline, { publishing }: Bot): Promise<string | null> {
  const items = await publishing.store.timelines.items(id);
  const count = items.filter(({ state }) => state === 'deleted-by-hand').length;
  return count > 0 ? `${say('publish.gone', language, { count })}.` : null;
}

const note = (lines: readonly (string | null)[]): MessageBody =>
  message({ description: lines.filter(Boolean).join('\n'), color: ACCENT });

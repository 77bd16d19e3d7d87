/** /timeline export: the chosen events as a file. */
import { AttachmentBuilder, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Knowledge } from '../knowledge/model.ts';
import { say } from '../language/wording.ts';
import { chooseEvents, type TimelineFilter } from '../timeline/choose.ts';
import { FORMATS, type Format } from '../timeline/export/formats.ts';
import { Told } from './bot.ts';
import { plainLine } from './escape.ts';
import { describeFilter } from './looks/timeline.ts';

export interface Exporting {
  readonly filter: TimelineFilter;
  readonly format: Format;
  readonly language: string;
  readonly alone: boolean;
}

/** Sends the file. @throws Told where no event matches */
export async function sendExport(
  interaction: ChatInputCommandInteraction,
  knowledge: Knowledge,
  { filter, format, language, alone }: Exporting,
): Promise<void> {
  const events = chooseEvents(knowledge, filter);
  if (events.length === 0) throw new Told('timeline.none', {}, language);
  const title = plainLine(`${say('timeline.title', language)}: ${describeFilter(knowledge, filter, language)}`);
  const { name, ending, make } = FORMATS[format];
  const text = make({ title, events, pack: knowledge.pack, language, asOf: Date.now() });
  const counted = say('timeline.count', language, { count: events.length });
  await interaction.reply({
    content: say('export.done', language, { events: counted, format: name }),
    files: [new AttachmentBuilder(Buffer.from(text), { name: `timeline-${language}.${ending}` })],
    ...(alone ? { flags: MessageFlags.Ephemeral } : {}),
  });
}

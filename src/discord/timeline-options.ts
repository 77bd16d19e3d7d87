/** The options by which a timeline is chosen: shared by what shows one and what posts one. */

import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { APIApplicationCommandStringOption } from 'discord-api-types/v10';
import type { Knowledge, LoadedRecord, RecordType } from '../knowledge/model.ts';
import { inLanguage } from '../knowledge/texts.ts';
import { fold } from '../language/fold.ts';
import type { TimelineFilter } from '../timeline/choose.ts';
import { readTypedDate } from '../timeline/typed-date.ts';
import { type Bot, languageFor, type Serving, Told } from './bot.ts';
import { textOption } from './command.ts';
import { plainLine } from './escape.ts';
import { LIMITS, shorten } from './limits.ts';
import { namedRecord, offerRecords } from './records.ts';
import { keyOf, recordOfKey, TIMELINE_TEXT, type TimelineState } from './state.ts';

export const timelineOptions: readonly APIApplicationCommandStringOption[] = [
  textOption('from', { max_length: 40 }),
  textOption('to', { max_length: 40 }),
  textOption('inPlace', { autocomplete: true }),
  textOption('withPerson', { autocomplete: true }),
  textOption('withOrganisation', { autocomplete: true }),
  textOption('kind', { autocomplete: true }),
  textOption('text', { max_length: TIMELINE_TEXT }),
];

/** Offers places, people, organisations or kinds, whichever is being typed. */
export async function offerTimelineOption(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { name } = interaction.options.getFocused(true);
  if (name !== 'kind') return offerRecords(interaction, bot, name as RecordType);
  const serving = bot.serving();
  const language = languageFor(serving, {
    option: interaction.options.getString('language'),
    locale: interaction.locale,
  });
  const typed = fold(plainLine(interaction.options.getFocused()));
  const kinds = kindsOf(serving.knowledge, language).filter(({ names }) =>
    names.some((one) => fold(one).startsWith(typed)),
  );
  await interaction.respond(
    kinds.slice(0, LIMITS.choices).map(({ id, label }) => ({
      name: shorten(plainLine(label), LIMITS.choiceName),
      value: id.length <= LIMITS.choiceValue ? id : keyOf(id),
    })),
  );
}

/** The filter that the options say. @throws Told where a date, a name or a kind can't be read. */
export function readTimelineOptions(
  options: ChatInputCommandInteraction['options'],
  serving: Serving,
  language: string,
): TimelineFilter {
  const { knowledge } = serving;
  const days = (name: string) => {
    const typed = options.getString(name);
    if (!typed) return undefined;
    const read = readTypedDate(typed, knowledge);
    if (!read) throw new Told('error.date', { words: shorten(plainLine(typed), 60) });
    return read;
  };
  const record = <T extends LoadedRecord>(type: T['type']): T | undefined => {
    const typed = options.getString(type);
    return typed ? (namedRecord(serving, typed, language, type).record as T) : undefined;
  };
  const first = days('from');
  const last = days('to');
  const from = first && (first.from ?? first.to ?? undefined);
  const to = last && (last.to ?? last.from ?? undefined);
  if (from && to && from > to) throw new Told('error.from-after-to', { from, to });
  const typedKind = options.getString('kind');
  return {
    from,
    to,
    place: record('place'),
    person: record('person'),
    organisation: record('organisation'),
    kind: typedKind ? namedKind(knowledge, typedKind, language) : undefined,
    text:
      plainLine(options.getString('text') ?? '')
        .slice(0, TIMELINE_TEXT)
        .toWellFormed() || undefined,
  };
}

/** The filter that a button holds. @throws Told where a record or kind of it is no longer there. */
export function restoreTimelineFilter(knowledge: Knowledge, state: TimelineState): TimelineFilter {
  const record = <T extends LoadedRecord>(type: T['type']): T | undefined => {
    const key = state[type as 'place' | 'person' | 'organisation'];
    if (!key) return undefined;
    const found = recordOfKey(knowledge, key);
    if (found?.type !== type) throw new Told('error.gone');
    return found as T;
  };
  const kind = state.kind ? kindsOf(knowledge, 'en').find(({ id }) => keyOf(id) === state.kind)?.id : undefined;
  if (state.kind && !kind) throw new Told('error.gone');
  return {
    from: state.from,
    to: state.to,
    place: record('place'),
    person: record('person'),
    organisation: record('organisation'),
    kind,
    text: state.text,
  };
}

function namedKind(knowledge: Knowledge, typed: string, language: string): string {
  const words = fold(plainLine(typed));
  const kinds = kindsOf(knowledge, language);
  const kind =
    kinds.find(({ id }) => id === typed || keyOf(id) === typed) ??
    kinds.find(({ names }) => names.some((name) => fold(name) === words)) ??
    kinds.find(({ names }) => words && names.some((name) => fold(name).startsWith(words)));
  if (!kind) throw new Told('error.kind', { words: shorten(plainLine(typed), 60) });
  return kind.id;
}

/** The pack's kinds of event, or where it declares none, those in use. */
function kindsOf({ pack, records }: Knowledge, language: string): { id: string; label: string; names: string[] }[] {
  const declared = Object.entries(pack.kinds).map(([id, { label, words }]) => ({
    id,
    label: inLanguage(label, language),
    names: [id, ...Object.values(label), ...Object.values(words).flat()],
  }));
  if (declared.length > 0) return declared;
  const used = new Set([...records.values()].flatMap((record) => (record.type === 'event' ? record.data.kind : [])));
  return [...used].map((id) => ({ id, label: id, names: [id] }));
}

/** Records as people name them in an option. */
import type { AutocompleteInteraction } from 'discord.js';
import type { LoadedRecord, RecordType } from '../knowledge/model.ts';
import { titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import { type Bot, languageFor, type Serving, Told } from './bot.ts';
import { plainLine } from './escape.ts';
import { LIMITS, shorten } from './limits.ts';
import { keyOf, recordOfKey } from './state.ts';

export interface Named {
  readonly record: LoadedRecord;
  /** False where it is the best match for what was typed, not what was chosen. */
  readonly sure: boolean;
  /** The next best, where it is not sure. */
  readonly others: readonly LoadedRecord[];
}

/** Offers the records that match what is being typed, best first. */
export async function offerRecords(interaction: AutocompleteInteraction, bot: Bot, type?: RecordType): Promise<void> {
  const serving = bot.serving();
  const { options, locale } = interaction;
  const language = languageFor(serving, { option: options.getString('language'), locale });
  const typed = plainLine(interaction.options.getFocused()).slice(0, LIMITS.choiceName);
  const found = serving.engine.find(typed, { language, limit: LIMITS.choices, ...(type ? { type } : {}) });
  await interaction.respond(
    found.slice(0, LIMITS.choices).map(({ record, matched }) => {
      const title = titleOf(record, language);
      const also = matched && matched !== title ? ` (${matched})` : '';
      const date = record.date ? `${formatSpan(record.date, language)} — ` : '';
      return {
        name: shorten(plainLine(date + title + also), LIMITS.choiceName),
        value: record.id.length <= LIMITS.choiceValue ? record.id : keyOf(record.id),
      };
    }),
  );
}

/** The record that a typed or chosen text names. @throws Told where none comes near. */
export function namedRecord(serving: Serving, typed: string, language: string, type?: RecordType): Named {
  const { knowledge, engine } = serving;
  const fits = (record: LoadedRecord | undefined): record is LoadedRecord =>
    record !== undefined && (!type || record.type === type);
  const words = plainLine(typed).slice(0, LIMITS.choiceName);
  const chosen = knowledge.records.get(words) ?? recordOfKey(knowledge, words);
  if (fits(chosen)) return { record: chosen, sure: true, others: [] };
  const found = words ? engine.find(words, { language, limit: LIMITS.options, ...(type ? { type } : {}) }) : [];
  const [best, ...others] = found.map(({ record }) => record).filter(fits);
  if (!best) throw new Told('error.record', { words: shorten(words, 60) });
  const exact = [...Object.values(best.title), ...best.data.aliases].some(
    (name) => plainLine(name).toLowerCase() === words.toLowerCase(),
  );
  return { record: best, sure: exact, others };
}

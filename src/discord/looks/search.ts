import type { Engine } from '../../answer/types.ts';
import { titleOf } from '../../knowledge/texts.ts';
import { formatSpan } from '../../language/format-date.ts';
import { say } from '../../language/wording.ts';
import { escapeMarkdown, plainLine } from '../escape.ts';
import { LIMITS, type MessageBody, message, shorten } from '../limits.ts';
import { ACCENT, deleting, recordMenu, type View } from './paged.ts';

/** Characters of the words that are shown, and searched for. */
export const SEARCH_WORDS = 100;

/** The records that match some words, best first: twenty-five, which is what a menu takes. */
export function searchMessage(engine: Engine, words: string, view: View): MessageBody {
  const { language } = view;
  const searched = shorten(plainLine(words), SEARCH_WORDS);
  const found = searched ? engine.find(searched, { language, limit: LIMITS.options }) : [];
  const lines = found.map(({ record, matched }, at) => {
    const title = titleOf(record, language);
    const also = matched && matched !== title ? ` (${matched})` : '';
    const date = record.date ? `, ${formatSpan(record.date, language)}` : '';
    const line = `${shorten(plainLine(title + also), 90)} — ${say(`type.${record.type}`, language)}${date}`;
    return `${at + 1}\\. ${escapeMarkdown(line)}`;
  });
  return message({
    title: escapeMarkdown(say('search.title', language, { words: searched })),
    description: lines.join('\n') || escapeMarkdown(say('search.none', language, { words: searched })),
    color: ACCENT,
    selects: recordMenu(
      found.map(({ record }) => record),
      say('select.open', language),
      language,
    ),
    buttons: deleting(view),
  });
}

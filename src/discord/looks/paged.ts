import type { APIButtonComponent, APIStringSelectComponent } from 'discord-api-types/v10';
import type { LoadedRecord } from '../../knowledge/model.ts';
import { titleOf } from '../../knowledge/texts.ts';
import { formatSpan } from '../../language/format-date.ts';
import { say } from '../../language/wording.ts';
import type { Block } from '../../timeline/block.ts';
import { plainLine } from '../escape.ts';
import { button, LIMITS, type MessageBody, message, select } from '../limits.ts';
import { layOut } from '../pages.ts';
import { encodeState, keyOf } from '../state.ts';
import { describeSource } from './source.ts';

/** The stripe beside what the bot shows. */
export const ACCENT = 0x3b82f6;

/** Who looks at it, and how. */
export interface View {
  /** Of the reply. */
  language: string;
  /** Counted from 0; a page that is not there is the last. */
  page?: number;
  /** Id of the user who may delete the message; absent where only they see it. */
  asker?: string | undefined;
}

export interface PagedParts {
  /** Escaped. */
  title?: string;
  /** Markdown at the top of each page. */
  top?: string;
  blocks: readonly Block[];
  view: View;
  /** The custom_id that turns to a page. */
  turn: (page: number) => string;
  buttons?: readonly APIButtonComponent[];
  selects?: readonly APIStringSelectComponent[];
  notes?: readonly (string | null | undefined)[];
}

/** One page of cited lines, with what turns to the others, and deletes it. */
export function paged(parts: PagedParts): MessageBody {
  const { language, page: wanted = 0 } = parts.view;
  const pages = layOut(parts.blocks, {
    room: LIMITS.description,
    heading: say('answer.sources', language),
    describe: (source) => describeSource(source, language),
    ...(parts.top ? { top: parts.top } : {}),
  });
  const page = Math.min(wanted, pages.length - 1);
  const turning =
    pages.length > 1
      ? [
          button(say('button.back', language), parts.turn(Math.max(page - 1, 0)), { emoji: '◀️', disabled: page === 0 }),
          button(say('button.next', language), parts.turn(page + 1), {
            emoji: '▶️',
            disabled: page === pages.length - 1,
          }),
        ]
      : [];
  const counted = pages.length > 1 ? say('page.of', language, { page: page + 1, pages: pages.length }) : null;
  return message({
    ...(parts.title ? { title: parts.title } : {}),
    description: pages[page] as string,
    footer: [counted, ...(parts.notes ?? [])].filter(Boolean).join(' · '),
    color: ACCENT,
    selects: [...(parts.selects ?? [])],
    buttons: [...turning, ...(parts.buttons ?? []), ...deleting(parts.view)],
  });
}

/** The button by which the asker, or a moderator, deletes a public answer. */
export function deleting({ asker, language }: View): APIButtonComponent[] {
  return asker ? [button(say('button.delete', language), encodeState({ does: 'delete', asker }), { emoji: '🗑️' })] : [];
}

/** A menu that opens one of some records; empty where there are none. */
export function recordMenu(
  records: readonly LoadedRecord[],
  placeholder: string,
  language: string,
): APIStringSelectComponent[] {
  if (records.length === 0) return [];
  const options = records.map((record) => ({
    label: plainLine(titleOf(record, language)),
    value: keyOf(record.id),
    description: [say(`type.${record.type}`, language), record.date ? formatSpan(record.date, language) : null]
      .filter(Boolean)
      .join(' · '),
  }));
  return [select(encodeState({ does: 'open', language }), placeholder, options)];
}

/** A menu that asks one of some questions; empty where there are none. Those that are too long for a menu are left out. */
export function questionMenu(
  questions: readonly string[],
  placeholder: string,
  language: string,
): APIStringSelectComponent[] {
  const short = questions.filter(({ length }) => length <= LIMITS.optionLabel);
  if (short.length === 0) return [];
  const options = short.map((question) => ({ label: question, value: question }));
  return [select(encodeState({ does: 'ask', language }), placeholder, options)];
}

import type { Knowledge } from '../../knowledge/model.ts';
import { dayName } from '../../language/day-name.ts';
import { say } from '../../language/wording.ts';
import { onThisDay } from '../../timeline/choose.ts';
import { entryOf } from '../../timeline/entry.ts';
import { entryBlocks } from '../../timeline/layout.ts';
import { escapeMarkdown } from '../escape.ts';
import type { MessageBody } from '../limits.ts';
import { encodeState } from '../state.ts';
import { paged, recordMenu, type View } from './paged.ts';

/** What is recorded for a month and day (`06-09`) of any year; where nothing is, the next day that has something. */
export function todayMessage(knowledge: Knowledge, day: string, view: View): MessageBody {
  const { language } = view;
  const events = onThisDay(knowledge, day);
  const next = events.length > 0 ? null : nextDay(knowledge, day);
  return paged({
    title: escapeMarkdown(say('today.title', language, { day: dayName(day, language) })),
    blocks: events.length
      ? events.flatMap((event) => entryBlocks(entryOf(event, 'key'), knowledge.pack, language))
      : [
          { text: say('today.none', language, { day: dayName(day, language) }) },
          ...(next ? [{ text: say('today.next', language, { day: dayName(next, language) }) }] : []),
        ],
    view,
    turn: (page) => encodeState({ does: 'today', day, page, language }),
    selects: recordMenu(
      events.length || !next ? events : onThisDay(knowledge, next),
      say('select.open', language),
      language,
    ),
  });
}

/** A leap year, so that every month and day is one of its days. */
const YEAR = 2024;

function nextDay(knowledge: Knowledge, day: string): string | null {
  const start = Temporal.PlainDate.from(`${YEAR}-${day}`);
  for (let after = 1; after < 366; after++) {
    const next = start.add({ days: after }).toString().slice(5);
    if (onThisDay(knowledge, next).length > 0) return next;
  }
  return null;
}

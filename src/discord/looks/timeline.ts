import type { APIButtonComponent } from 'discord-api-types/v10';
import { parseDate } from '../../knowledge/date.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import { inLanguage, titleOf } from '../../knowledge/texts.ts';
import { formatPeriod } from '../../language/format-date.ts';
import { say } from '../../language/wording.ts';
import { chooseEvents, type TimelineFilter } from '../../timeline/choose.ts';
import { entryOf } from '../../timeline/entry.ts';
import { entryBlocks } from '../../timeline/layout.ts';
import { escapeMarkdown, plainLine } from '../escape.ts';
import { button, type MessageBody } from '../limits.ts';
import { encodeState, keyOf } from '../state.ts';
import { paged, recordMenu, type View } from './paged.ts';

/** A page of the events of a filter, in date order, with their key statements. */
export function timelineMessage(knowledge: Knowledge, filter: TimelineFilter, view: View): MessageBody {
  const { language } = view;
  const events = chooseEvents(knowledge, filter);
  const entries = events.map((event) => entryOf(event, 'key'));
  const count = say('timeline.count', language, { count: events.length });
  const state = {
    does: 'timeline' as const,
    language,
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
    ...(filter.place ? { place: keyOf(filter.place.id) } : {}),
    ...(filter.person ? { person: keyOf(filter.person.id) } : {}),
    ...(filter.organisation ? { organisation: keyOf(filter.organisation.id) } : {}),
    ...(filter.kind ? { kind: keyOf(filter.kind) } : {}),
    ...(filter.text ? { text: filter.text } : {}),
  };
  const translated = entries.every(({ statements }) => statements.every(({ text }) => language in text));
  return paged({
    title: escapeMarkdown(say('timeline.title', language)),
    top: `${escapeMarkdown(describeFilter(knowledge, filter, language))} · ${count}`,
    blocks: entries.length
      ? entries.flatMap((entry) => entryBlocks(entry, knowledge.pack, language))
      : [{ text: say('timeline.none', language) }],
    view,
    turn: (page) => encodeState({ ...state, page }),
    buttons: backTo(filter, language),
    selects: recordMenu(events, say('select.open', language), language),
    notes: [translated ? null : say('answer.untranslated', language)],
  });
}

/** The filter in words: period, place, people, kind, text. */
export function describeFilter(knowledge: Knowledge, filter: TimelineFilter, language: string): string {
  const kind = filter.kind ? knowledge.pack.kinds[filter.kind] : undefined;
  const day = (iso: string | undefined) => (iso ? parseDate(iso) : undefined);
  const parts = [
    formatPeriod(day(filter.from), day(filter.to), language),
    filter.place && titleOf(filter.place, language),
    filter.person && titleOf(filter.person, language),
    filter.organisation && titleOf(filter.organisation, language),
    kind ? inLanguage(kind.label, language) : filter.kind,
    filter.text && say('timeline.text', language, { text: filter.text }),
  ].filter(Boolean);
  return parts.join(' · ') || say('timeline.all', language);
}

/** Back to the card from which a timeline was opened: that of the only record it is about. */
function backTo({ place, person, organisation, ...rest }: TimelineFilter, language: string): APIButtonComponent[] {
  const [record, more] = [place, person, organisation].filter((one) => one !== undefined);
  if (!record || more || Object.values(rest).some(Boolean)) return [];
  const state = encodeState({ does: 'record', record: keyOf(record.id), page: 0, language });
  return [button(plainLine(titleOf(record, language)), state, { emoji: '↩️' })];
}

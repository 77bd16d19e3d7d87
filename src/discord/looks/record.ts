import { attributionOf } from '../../answer/present.ts';
import { findDisputes } from '../../knowledge/disputes.ts';
import type { Knowledge, LoadedRecord } from '../../knowledge/model.ts';
import { inLanguage, titleOf } from '../../knowledge/texts.ts';
import { say } from '../../language/wording.ts';
import { type Block, GAP } from '../../timeline/block.ts';
import { disputeBlocks } from '../../timeline/layout.ts';
import { escapeMarkdown, plainLine } from '../escape.ts';
import { button, LIMITS, type MessageBody, shorten } from '../limits.ts';
import { encodeState, keyOf } from '../state.ts';
import { paged, recordMenu, type View } from './paged.ts';
import { factsOf } from './record-facts.ts';

export interface RecordView extends View {
  /** A line above the card, and other records that may have been meant. */
  note?: string;
  others?: readonly LoadedRecord[];
}

/** A record's card: what it is, every statement on it, its disputes, and the records around it. */
export function recordMessage(knowledge: Knowledge, record: LoadedRecord, view: RecordView): MessageBody {
  const { language } = view;
  const key = keyOf(record.id);
  const statements = record.statements.map(
    (statement): Block => ({
      text: inLanguage(statement.text, language),
      style: 'item',
      attribution: attributionOf(statement.speakers, language),
      sources: statement.sources,
    }),
  );
  const disputes = findDisputes({ records: new Map([[record.id, record]]) });
  const facts = factsOf(record, knowledge.pack, language);
  const empty = facts.length + statements.length === 0 ? [{ text: say('card.bare', language) }] : [];
  const translated = record.statements.every(({ text }) => language in text);
  const dated = record.type === 'event' ? [] : [timelineButton(record, key, language)];
  const sources = encodeState({ does: 'sources', record: key, page: 0, language });
  return paged({
    title: escapeMarkdown(shorten(plainLine(titleOf(record, language)), LIMITS.title / 2)),
    blocks: [
      ...(view.note ? [{ text: view.note }] : []),
      ...facts,
      ...empty,
      ...(facts.length > 0 && statements.length > 0 ? [GAP] : []),
      ...statements,
      ...disputes.flatMap((dispute) => disputeBlocks(dispute, knowledge.pack, language)),
    ],
    view,
    turn: (page) => encodeState({ does: 'record', record: key, page, language }),
    buttons: [button(say('button.sources', language), sources, { emoji: '📚' }), ...dated],
    selects: [
      ...(view.others?.length
        ? recordMenu(view.others, say('select.others', language), language)
        : recordMenu(relatedTo(knowledge, record), say('select.related', language), language)),
    ],
    notes: [translated ? null : say('answer.untranslated', language)],
  });
}

function timelineButton(record: LoadedRecord, key: string, language: string) {
  const state = encodeState({ does: 'timeline', page: 0, language, [record.type]: key });
  return button(say('button.timeline', language), state, { emoji: '🗓️' });
}

/** Records that this one names, then those that name it, as many as a menu takes. */
function relatedTo(knowledge: Knowledge, record: LoadedRecord): LoadedRecord[] {
  const named = namedBy(record);
  const naming: LoadedRecord[] = [];
  for (const other of knowledge.records.values()) {
    if (named.length + naming.length >= LIMITS.options) break;
    if (other !== record && !named.includes(other) && namedBy(other).includes(record)) naming.push(other);
  }
  return [...new Set([...named, ...naming])].filter((one) => one !== record);
}

function namedBy(record: LoadedRecord): LoadedRecord[] {
  switch (record.type) {
    case 'event':
      return [
        ...[...record.follows, ...record.followedBy].map((link) => link.record),
        ...record.related,
        ...record.people,
        ...record.organisations,
        ...record.places,
      ];
    case 'person':
      return record.offices.flatMap(({ organisation }) => organisation ?? []);
    case 'organisation':
      return record.leaders.map(({ person }) => person);
    case 'place':
      return record.within ? [record.within] : [];
  }
}

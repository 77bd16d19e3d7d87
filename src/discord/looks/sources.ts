import type { LoadedRecord } from '../../knowledge/model.ts';
import type { Source } from '../../knowledge/schema.ts';
import { titleOf } from '../../knowledge/texts.ts';
import { say } from '../../language/wording.ts';
import { escapeMarkdown, plainLine } from '../escape.ts';
import { button, LIMITS, type MessageBody, shorten } from '../limits.ts';
import { encodeState, keyOf } from '../state.ts';
import { paged, type View } from './paged.ts';

/** Every page behind a record: its statements' and its fields'. */
export function sourcesMessage(record: LoadedRecord, view: View): MessageBody {
  const { language } = view;
  const key = keyOf(record.id);
  const sources = sourcesOf(record);
  const title = shorten(plainLine(titleOf(record, language)), LIMITS.title / 3);
  return paged({
    title: escapeMarkdown(say('sources.title', language, { title })),
    blocks: [
      { text: say('sources.count', language, { count: sources.length }) },
      ...sources.map((source) => ({ text: '', style: 'listed' as const, sources: [source] })),
    ],
    view,
    turn: (page) => encodeState({ does: 'sources', record: key, page, language }),
    buttons: [button(title, encodeState({ does: 'record', record: key, page: 0, language }), { emoji: '↩️' })],
  });
}

/** In the order of the record, each once. */
export function sourcesOf(record: LoadedRecord): Source[] {
  const cited: readonly { readonly sources: readonly Source[] }[] = [...record.statements, ...fieldsOf(record)];
  return [...new Set(cited.flatMap(({ sources }) => sources))];
}

function fieldsOf(record: LoadedRecord): readonly { readonly sources: readonly Source[] }[] {
  switch (record.type) {
    case 'event':
      return [...record.organisers, ...record.follows];
    case 'person':
      return record.offices;
    case 'organisation':
      return [...[record.founded, record.banned].flatMap((one) => one ?? []), ...record.leaders];
    case 'place':
      return [...record.nameHistory, ...(record.coordinates ? [record.coordinates] : [])];
  }
}

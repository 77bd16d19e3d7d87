import { parseDate } from '../../knowledge/date.ts';
import type { Knowledge, RecordType } from '../../knowledge/model.ts';
import type { Pack } from '../../knowledge/schema.ts';
import { inLanguage } from '../../knowledge/texts.ts';
import { formatSpan } from '../../language/format-date.ts';
import { languageName, say, type WordingKey } from '../../language/wording.ts';
import type { Block } from '../../timeline/block.ts';
import { escapeMarkdown } from '../escape.ts';
import type { MessageBody } from '../limits.ts';
import { encodeState } from '../state.ts';
import { paged, type View } from './paged.ts';

const COUNTS: readonly (readonly [RecordType, WordingKey])[] = [
  ['event', 'about.events'],
  ['person', 'about.people'],
  ['organisation', 'about.organisations'],
  ['place', 'about.places'],
];

/** What this is, what it holds, under which licence, and how to correct it. */
export function aboutMessage({ pack, records, statements, sources }: Knowledge, view: View): MessageBody {
  const { language } = view;
  const count = (type: RecordType): number => [...records.values()].filter((record) => record.type === type).length;
  const counts = [
    ...COUNTS.map(([type, key]) => say(key, language, { count: count(type) })),
    say('about.statements', language, { count: statements.length }),
    say('about.sources', language, { count: sources.size }),
  ];
  const fact = (key: WordingKey, text: string): Block => ({ label: say(key, language), text });
  return paged({
    title: escapeMarkdown(inLanguage(pack.name, language)),
    blocks: [
      ...(pack.description ? [{ text: inLanguage(pack.description, language) }] : []),
      { text: say('about.what', language) },
      fact('about.period', formatSpan(parseDate(pack.period), language)),
      fact('about.records', counts.join(' · ')),
      fact('about.languages', pack.languages.map((tag) => languageName(tag, language)).join(', ')),
      ...(pack.coverage ? [fact('about.coverage', inLanguage(pack.coverage, language))] : []),
      ...(pack.licence ? [fact('about.licence', pack.licence)] : []),
      fact('about.corrections', pack.corrections ?? say('about.operator', language)),
      ...tryAsking(pack, language),
    ],
    view,
    turn: (page) => encodeState({ does: 'about', page, language }),
  });
}

/** Questions worth trying, in the language or in the one there is. */
export function tryAsking({ starters }: Pack, language: string): Block[] {
  const questions = starters[language] ?? starters.en ?? Object.values(starters)[0] ?? [];
  if (questions.length === 0) return [];
  return [
    { text: say('about.try', language), style: 'heading' },
    ...questions.map((text): Block => ({ text, style: 'item' })),
  ];
}

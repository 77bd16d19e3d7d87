/** An entry as lines of a message: what `/timeline show` and a published timeline both print. */

import { attributionOf } from '../answer/present.ts';
import { describeFigure } from '../fields/figures.ts';
import type { Dispute } from '../knowledge/disputes.ts';
import { nameAt } from '../knowledge/place-name.ts';
import type { Pack } from '../knowledge/schema.ts';
import { inLanguage, titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import { say } from '../language/wording.ts';
import type { Block } from './block.ts';
import type { Entry } from './entry.ts';

/** Date, title, place, statements and differing figures; nothing without its sources. */
export function entryBlocks(entry: Entry, pack: Pack, language: string): Block[] {
  const { event, statements, detail } = entry;
  const date = formatSpan(entry.date, language);
  const places = entry.places.map((place) => inLanguage(nameAt(place, entry.date), language)).join(' · ');
  const head = `${date} — ${titleOf(event, language)}`;
  if (detail === 'headlines')
    return [{ text: places ? `${head} (${places})` : head, sources: statements.flatMap(({ sources }) => sources) }];
  return [
    { text: head, style: 'heading' },
    ...(places ? [{ text: places }] : []),
    ...statements.map(
      (statement): Block => ({
        text: inLanguage(statement.text, language),
        style: 'item',
        attribution: attributionOf(statement.speakers, language),
        sources: statement.sources,
      }),
    ),
    ...entry.disputes.flatMap((dispute) => disputeBlocks(dispute, pack, language)),
  ];
}

/** Figures that differ: what is counted, then each with who says so. */
export function disputeBlocks(dispute: Dispute, pack: Pack, language: string): Block[] {
  const term = pack.measures[dispute.measure];
  const what = [
    term ? inLanguage(term.label, language) : dispute.measure,
    ...(dispute.place ? [titleOf(dispute.place, language)] : []),
    formatSpan(dispute.date, language),
  ].join(', ');
  return [
    { text: say('answer.differ', language, { what }), style: 'heading' },
    ...dispute.sides.map(({ figure, statements }, at): Block => {
      const speakers = statements.flatMap((statement) => attributionOf(statement.speakers, language) ?? []);
      return {
        text: describeFigure(figure, language),
        style: 'item',
        attribution: [...new Set(speakers)].join('; ') || null,
        sources: statements.flatMap(({ sources }) => sources),
        keep: at < dispute.sides.length - 1,
      };
    }),
  ];
}

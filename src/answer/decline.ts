/** Whether the records answer at all, and if not, why. Every reason is one that can be named. */

import type { LoadedRecord } from '../knowledge/model.ts';
import { isStopWord } from '../language/tokens.ts';
import type { Library } from './library.ts';
import type { Ranked } from './rank.ts';
import type { DeclineReason } from './types.ts';
import type { Asked } from './understand.ts';

/** Share of the question's weight that a statement with its title and record must cover. */
const enough = 0.6;

/** Reasons that the question itself gives, before any record is looked at. */
export function declineOutright(asked: Asked): DeclineReason | null {
  const words = asked.tokens.filter((token) => !isStopWord(token.folded, asked.language));
  if (words.length === 0 && asked.dates.length === 0) return 'no-question';
  if (asked.opinion) return 'opinion';
  return null;
}

/** Reasons found in comparing the question with the best statement. */
export function declineRanked(asked: Asked, best: Ranked | undefined, library: Library): DeclineReason | null {
  if (!best) return 'unknown-subject';
  const unknownName = asked.topic.some(
    ({ token, term }) => token.capital && token.start > 0 && !library.statements.knows(term, asked.language),
  );
  if (unknownName) return 'unknown-subject';
  if (asked.dates.length > 0 && best.structure.dates < 0) return 'outside-period';
  let covered = 0;
  let total = 0;
  for (const { term } of asked.topic) {
    const weight = library.statements.weight(term, asked.language);
    total += weight;
    const where = library.statements.covered(best.statement, term, asked.language);
    covered += weight * (where === 'record' ? 0.25 : where ? 1 : 0);
  }
  for (const _ of asked.mentions) total += 0.7;
  covered += 0.7 * Math.max(0, best.structure.names) * asked.mentions.length;
  if (asked.dates.length) {
    total += 0.5;
    covered += 0.5 * Math.max(0, best.structure.dates);
  }
  if (total > 0 && covered / total < enough) return asked.mentions.length ? 'no-such-attribute' : 'unknown-subject';
  return null;
}

/** The records nearest to a question that has no answer. */
export function suggest(asked: Asked, ranked: readonly Ranked[], limit = 3): LoadedRecord[] {
  const records = [
    ...asked.mentions.flatMap((mention) => mention.records.slice(0, 1)),
    ...ranked.slice(0, 10).map((r) => r.statement.record),
  ];
  return [...new Set(records)].slice(0, limit);
}

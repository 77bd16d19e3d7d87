/** "Who is …", "what is …", or a bare name: what a record says it is. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import type { Ranked } from './rank.ts';
import type { Asked } from './understand.ts';

const shown = 5;
const asks = new Set(['who', 'what', 'words', 'list', 'happened', 'how-many', 'where', 'when']);

/** The record that a question names and asks nothing else about, or null. */
export function namedAlone(asked: Asked): LoadedRecord | null {
  const [mention, second] = asked.mentions;
  if (!mention || second || asked.topic.length > 0 || asked.dates.length > 0 || !asks.has(asked.kind)) return null;
  return mention.records[0] ?? null;
}

/** A record's statements as an introduction: the first, then those that rank best. */
export function introduce(record: LoadedRecord, ranked: readonly Ranked[]): LoadedStatement[] {
  const own = ranked.filter(({ statement }) => statement.record === record).map(({ statement }) => statement);
  const first = record.statements[0];
  return [...new Set([...(first ? [first] : []), ...own, ...record.statements])].slice(0, shown);
}

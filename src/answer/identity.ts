/** "Who is …", "what is …", or a bare name: what a record says it is. */
import type { LoadedRecord } from '../knowledge/model.ts';
import { type Found, presentAll } from './found.ts';
import type { Ranked } from './rank.ts';
import type { Asked } from './understand.ts';

const shown = 5;
const asks = new Set(['who', 'what', 'words', 'list', 'happened']);

/** An introduction to the record that a question names and asks nothing else about: its first statement leads. */
export function answerIdentity(asked: Asked, ranked: readonly Ranked[], language: string): Found | null {
  const record = namedAlone(asked);
  const first = record?.statements[0];
  if (!record || !first) return null;
  const own = ranked.filter(({ statement }) => statement.record === record).map(({ statement }) => statement);
  const statements = [...new Set([first, ...own, ...record.statements])].slice(0, shown);
  return {
    by: 'identity',
    statements: presentAll(statements, language),
    named: [record],
  };
}

/** "What does it stand for?" asks what it is. */
const asksMeaning =
  /^(stand|stands|mean|means|meaning|abbreviation|acronym|short|definition|означа\S*|расшифров\S*|значит|аббревиатур\S*|магына\S*|билдир\S*|кыскарт\S*)$/;

function namedAlone(asked: Asked): LoadedRecord | null {
  const [mention, second] = asked.mentions;
  const asksMore = asked.topic.some(({ token }) => !asksMeaning.test(token.folded));
  if (!mention || second || asksMore || asked.dates.length > 0 || !asks.has(asked.kind)) return null;
  return mention.records[0] ?? null;
}

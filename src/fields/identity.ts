/** "Who is …", "what is …", or a bare name: what a record says it is. */

import { type Found, presentAll } from '../answer/found.ts';
import type { Ranked } from '../answer/rank.ts';
import type { LoadedRecord } from '../knowledge/model.ts';
import { kazakhToCyrillic } from '../language/kazakh.ts';
import { isLight } from '../language/light-words.ts';
import type { Asked } from '../question/asked.ts';

const shown = 5;
const asks = new Set(['who', 'name', 'what', 'words', 'list', 'happened']);

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

/** "What sort of movement is X?", "что за партия X": the sort asks no more than what it is. */
const asksSort =
  /^(sort|kind|type|organi[sz]ation|movement|party|group|body|person|man|woman|guy|place|организаци\S*|движени\S*|парти\S*|групп\S*|орган|парень|женщин\S*|мужчин\S*|мест\S*|уйым\S*|козгалыс\S*|парти\S*|топ\S*|жер)$/;

function namedAlone(asked: Asked): LoadedRecord | null {
  const [mention, second] = asked.mentions;
  const asksMore = asked.topic.some(({ token, term }) => {
    if (isLight(term, asked.language)) return false;
    const folded = asked.language === 'kk' ? kazakhToCyrillic(token.folded) : token.folded;
    return !asksMeaning.test(folded) && !asksSort.test(folded);
  });
  if (!mention || second || asksMore || asked.dates.length > 0 || !asks.has(asked.kind)) return null;
  return mention.records[0] ?? null;
}

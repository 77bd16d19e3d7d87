/** Whether the records tell what is asked of one person about another: "Why did A resign?" where it was B who did. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { stem, tokenize } from '../language/tokens.ts';
import type { Library } from './library.ts';
import { inLanguage } from './present.ts';
import type { Ranked } from './rank.ts';
import type { Asked, Topic } from './understand.ts';

const looked = 5;
/** Tokens between a name and what is told of it, at most. */
const reach = 12;
const kinds = new Set(['when', 'why', 'yes-no', 'where', 'how-long', 'what']);

/** True where every statement that says what is asked says it nearer to another person's name, or far from any. */
export function isSwapped(asked: Asked, ranked: readonly Ranked[], library: Library): boolean {
  const people = asked.mentions.filter(({ records }) => records[0]?.type === 'person');
  const [person] = people;
  if (
    !person ||
    people.length > 1 ||
    asked.topic.length === 0 ||
    asked.topic.length > (asked.kind === 'what' ? 1 : 2) ||
    !kinds.has(asked.kind)
  )
    return false;
  const telling = ranked
    .filter(({ structure }) => structure.names > 0)
    .slice(0, looked)
    .flatMap(({ statement }) => nearestTo(statement, asked, library) ?? []);
  return telling.length > 0 && !telling.some((nearest) => nearest !== 'nobody' && person.records.includes(nearest));
}

/** The person named nearest to the most telling word asked about; null where the statement has it not. */
function nearestTo(statement: LoadedStatement, asked: Asked, library: Library): LoadedRecord | 'nobody' | null {
  const tokens = tokenize(inLanguage(statement.text, asked.language));
  const weight = ({ term }: Topic) => library.statements.weight(term, asked.language);
  const { term } = asked.topic.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const wanted = new Set([term, ...library.synonyms.of(term, asked.language)]);
  const places = tokens.flatMap((token, at) => (wanted.has(stem(token.folded, asked.language)) ? [at] : []));
  if (places.length === 0) return null;
  let nearest: LoadedRecord | 'nobody' = 'nobody';
  let least = reach;
  for (const mention of library.names.mentions(tokens, asked.language, () => true)) {
    const record = mention.records[0];
    if (record?.type !== 'person') continue;
    for (const at of places) {
      const away = at < mention.first ? mention.first - at : at - mention.end + 1;
      if (away < least) [least, nearest] = [away, record];
    }
  }
  return nearest;
}

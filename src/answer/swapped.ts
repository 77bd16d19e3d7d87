/** Whether the records tell what is asked of one person about another: "Why did A resign?" where it was B who did. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { inLanguage } from '../knowledge/texts.ts';
import { stem, tokenize } from '../language/tokens.ts';
import type { Asked, Topic } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import type { Ranked } from './rank.ts';

const looked = 5;
/** Tokens between a name and what is told of it, at most. */
const reach = 12;
const kinds = new Set(['when', 'why', 'yes-no', 'where', 'how-long', 'what']);

/**
 * The statements that tell it of another person, where all that say what is asked say it nearer to another's name;
 * none where any tells it of the person asked about, or of nobody.
 */
export function tellingOfAnother(asked: Asked, ranked: readonly Ranked[], library: Library): LoadedStatement[] {
  const people = asked.mentions.filter(({ records }) => records[0]?.type === 'person');
  const [person] = people;
  if (
    !person ||
    people.length > 1 ||
    asked.topic.length === 0 ||
    asked.topic.length > (asked.kind === 'what' ? 1 : 2) ||
    !kinds.has(asked.kind)
  )
    return [];
  const telling = ranked
    .filter(({ structure }) => structure.names > 0)
    .slice(0, looked)
    .flatMap(({ statement }) => {
      const nearest = nearestTo(statement, asked, library);
      return nearest ? [{ statement, nearest }] : [];
    });
  const ofAnother = telling.filter(({ nearest }) => nearest !== 'nobody' && !person.records.includes(nearest));
  return ofAnother.length === telling.length ? ofAnother.map(({ statement }) => statement) : [];
}

/** Whether a statement tells what is asked of one person of another, by whose name stands nearest to it. */
export function tellsOfAnother(statement: LoadedStatement, asked: Asked, library: Library): boolean {
  const [person, second] = asked.mentions.filter(({ records }) => records[0]?.type === 'person');
  if (!person || second || asked.topic.length === 0) return false;
  const nearest = nearestTo(statement, asked, library);
  return nearest !== null && nearest !== 'nobody' && !person.records.includes(nearest);
}

/** The person named nearest to the most telling word asked about; null where the statement has it not. */
function nearestTo(statement: LoadedStatement, asked: Asked, library: Library): LoadedRecord | 'nobody' | null {
  const tokens = tokenize(inLanguage(statement.text, asked.language));
  const weight = ({ term }: Topic) => library.index(asked.language).weight(term);
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

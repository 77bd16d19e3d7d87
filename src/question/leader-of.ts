/** "The boss of DVK", "лидер партии": a person named by the organisation that they lead. */
import { isLight } from '../language/light-words.ts';
import { isLeader, type Kind } from '../language/question-kind.ts';
import type { Token } from '../language/tokens.ts';
import type { Mention } from '../search/names.ts';
import type { Topic } from './understand.ts';

export interface Led {
  readonly mentions: readonly Mention[];
  readonly topic: readonly Topic[];
}

/** Words between a leader and what is led: "head **of the** X". */
const apart = 3;
/** Kinds that ask who leads it, where nothing else is asked. */
const asksWhoLeads = new Set<Kind>(['who', 'name', 'what', 'words']);

/** The mentions with leaders in place of the organisations beside which a word stands that means them. */
export function leadersMeant(
  mentions: readonly Mention[],
  topic: readonly Topic[],
  tokens: readonly Token[],
  kind: Kind,
  language: string,
): Led {
  let rest = topic;
  const meant = mentions.map((mention) => {
    const [organisation] = mention.records;
    if (organisation?.type !== 'organisation' || organisation.leaders.length === 0) return mention;
    const beside = tokens.slice(Math.max(0, mention.first - apart), mention.end + 1);
    const word = topic.find(({ token }) => beside.includes(token) && isLeader(token.folded, language));
    const others = topic.filter((one) => one !== word && !isLight(one.term, language));
    if (!word || (others.length === 0 && asksWhoLeads.has(kind))) return mention;
    rest = rest.filter((one) => one !== word);
    return { ...mention, records: [...new Set(organisation.leaders.map(({ person }) => person))] };
  });
  return { mentions: meant, topic: rest };
}

/** "The boss of DVK", "лидер партии": a person named by the organisation that they lead. */
import type { LoadedOrganisation, LoadedPerson } from '../knowledge/model.ts';
import { isLight } from '../language/light-words.ts';
import { type AskedDate, overlaps } from '../language/question-dates.ts';
import { isLeader, type Kind } from '../language/question-kind.ts';
import { isStopWord, type Token } from '../language/tokens.ts';
import type { Mention } from '../search/names.ts';
import type { Asked, Topic } from './asked.ts';

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
  { kind, language, dates }: Pick<Asked, 'kind' | 'language' | 'dates'>,
): Led {
  let rest = topic;
  const meant = mentions.map((mention) => {
    const [organisation] = mention.records;
    if (organisation?.type !== 'organisation') return mention;
    const leaders = leadersAt(organisation, dates);
    const word = topic.find(({ token }) => token === wordBeside(mention, tokens, language));
    const others = topic.filter((one) => one !== word && !isLight(one.term, language));
    if (!word || leaders.length === 0 || (others.length === 0 && asksWhoLeads.has(kind))) return mention;
    rest = rest.filter((one) => one !== word);
    return { ...mention, records: leaders };
  });
  return { mentions: meant, topic: rest };
}

/** The word for a leader just after a name, or before it with nothing but stop words between. */
function wordBeside({ first, end }: Mention, tokens: readonly Token[], language: string): Token | undefined {
  const means = (at: number) => {
    const [token, next] = [tokens[at], tokens[at + 1]];
    return token && isLeader(`${token.folded} ${next?.folded ?? ''}`.trim(), language) ? token : undefined;
  };
  for (let at = first - 1; at >= Math.max(0, first - apart); at--) {
    const found = means(at);
    if (found) return found;
    if (!isStopWord(tokens[at]?.folded ?? '', language)) break;
  }
  return means(end);
}

/** Who led it in the time asked for; where none is, all who did, the last first. */
function leadersAt({ leaders }: LoadedOrganisation, dates: readonly AskedDate[]): LoadedPerson[] {
  const periods = dates.flatMap((date) => date.periods);
  const then = leaders.filter(({ from, to }) =>
    periods.some((period) => overlaps(period, { from: from?.from ?? null, to: to?.to ?? null })),
  );
  return [...new Set((then.length > 0 ? then : leaders.toReversed()).map(({ person }) => person))];
}

/** Which event a few words mean: "the fire", "inauguration", "досрочных выборов". */
import type { LoadedEvent } from '../knowledge/model.ts';
import { analyse, type Token } from '../language/tokens.ts';
import type { Library } from '../search/library.ts';

/** Share of the words' weight that the event's title and first statement must have. */
const enough = 0.75;
/** What a word counts that the first statement says and the title does not. */
const inFirst = 0.8;
/** What it is worth that the words name the event's kind: "the fire" is a fire, not what came after it. */
const kindWorth = 0.2;
/** And that they say the whole of its title: "the election" is no "election called early". */
const titleWorth = 0.4;

/** The event that the tokens mean, or null where none fits well. Shorter titles and earlier statements go first. */
export function eventOf(
  tokens: readonly Token[],
  language: string,
  library: Library,
): { readonly event: LoadedEvent; readonly fit: number } | null {
  const asked = analyse(tokens, language);
  if (asked.terms.length === 0) return null;
  const index = library.index(language);
  const weights = asked.terms.map(index.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const said = new Set(asked.terms.flatMap(index.forms));
  const named = new Set(library.vocabulary.kinds(tokens, language));
  let best: { event: LoadedEvent; fit: number } | null = null;
  for (const { statement } of index.search(asked)) {
    const event = statement.record;
    if (event.type !== 'event') continue;
    const first = event.statements[0];
    let fit = 0;
    if (!first) continue;
    asked.terms.forEach((term, i) => {
      const inTitle = index.forms(term).some((one) => index.titled(event, one));
      fit += (weights[i] as number) * (inTitle ? 1 : inFirst * index.nearness(first, term));
    });
    fit = fit / total + (named.has(event.data.kind) ? kindWorth : 0) + titleWorth * index.titleShare(event, said);
    if (fit >= enough && (!best || fit > best.fit + 0.05)) best = { event, fit };
  }
  return best;
}

/** Which event a few words mean: "the fire", "inauguration", "досрочных выборов". */
import type { LoadedEvent } from '../knowledge/model.ts';
import { analyse, type Token } from '../language/tokens.ts';
import type { Library } from './library.ts';

/** Share of the words' weight that the event's title and first statement must have. */
const enough = 0.75;

/** The event that the tokens mean, or null where none fits well. Shorter titles and earlier statements go first. */
export function eventOf(tokens: readonly Token[], language: string, library: Library): LoadedEvent | null {
  const asked = analyse(tokens, language);
  if (asked.terms.length === 0) return null;
  const weights = asked.terms.map((term) => library.statements.weight(term, language));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let best: { event: LoadedEvent; fit: number } | null = null;
  for (const { statement } of library.statements.search(asked, language)) {
    const event = statement.record;
    if (event.type !== 'event') continue;
    const first = event.statements[0];
    let fit = 0;
    asked.terms.forEach((term, i) => {
      const terms = [term, ...library.synonyms.of(term, language)];
      const inTitle = terms.some(
        (one) =>
          first &&
          library.statements.covered(first, one, language) !== null &&
          library.statements.titled(event, one, language),
      );
      const inFirst = terms.some((one) => first && library.statements.covered(first, one, language) === 'statement');
      fit += (weights[i] as number) * (inTitle ? 1 : inFirst ? 0.8 : 0);
    });
    fit /= total;
    if (fit >= enough && (!best || fit > best.fit + 0.05)) best = { event, fit };
  }
  return best?.event ?? null;
}

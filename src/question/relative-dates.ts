/** Days told from an event: "the day after the election", "через две недели после пожара", "өрттен бір апта кейін". */
import { inDigits } from '../language/numbers.ts';
import { type AskedDate, type Days, readDates } from '../language/question-dates.ts';
import { isStopWord, type Token } from '../language/tokens.ts';
import type { Library } from '../search/library.ts';
import { eventOf } from './event-of.ts';

const one = /^(a|an|one|один|одну|одна|бир)$/;
const units: readonly (readonly [RegExp, 'days' | 'weeks' | 'months' | 'years'])[] = [
  [/^(days?|день|дня|дней|кун(нен|ин|и)?)$/, 'days'],
  [/^(weeks?|недел[яюиь]|недели|апта(дан)?)$/, 'weeks'],
  [/^(months?|месяц(а|ев)?|ай(дан)?)$/, 'months'],
  [/^(years?|год(а)?|лет|жыл(дан)?)$/, 'years'],
];
const laterBefore = /^(after|following|since|после|спустя)$/;
const earlierBefore = /^(before|prior|до|перед)$/;
/** With nothing after it that it is told from. */
const laterOnly = /^(later|спустя)$/;
const laterAfter = /^(кейин|сон)$/;
const earlierAfter = /^(бурын|дейин|алдын)$/;
const nextDayKazakh = /^(ертенинде|ертенине|ертесине|ертесинде)$/;
/** What ends the words that name the event. */
const clauseEnd = /^(who|what|when|where|how|why|что|кто|где|когда|сколько|как|ким|не|кайда|канша|калай)$/;

/** @returns the day or period meant and the tokens that say it, or null. */
export function readRelative(tokens: readonly Token[], language: string, library: Library): AskedDate | null {
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.folded ?? '';
    const later = laterBefore.test(word);
    if (later || earlierBefore.test(word)) {
      const distance = distanceBefore(tokens, at);
      if (!distance) continue;
      let end = at + 1;
      while (end < tokens.length && !clauseEnd.test(tokens[end]?.folded ?? '')) end++;
      const base = timeSaid(tokens, at + 1, end, language, library);
      if (base) return shift(base.days, distance, later, distance.first, base.end);
    }
    if (language !== 'kk') continue;
    const distance = nextDayKazakh.test(word)
      ? ({ amount: 1, unit: 'days', first: at } as const)
      : laterAfter.test(word) || earlierAfter.test(word)
        ? distanceBefore(tokens, at)
        : null;
    if (!distance || distance.first === 0) continue;
    const named = tokens.slice(0, distance.first).filter((token) => !isStopWord(token.folded, language));
    const meant = eventOf(named, language, library);
    if (meant) return shift(meant.event.date, distance, !earlierAfter.test(word), 0, at + 1);
  }
  return null;
}

/** So many words at most name an event. */
const longest = 8;
/** So much better must fewer words mean an event than more of them. */
const clearly = 0.2;

/** The day or event that the words from a place on begin with: so many of them as mean it best. */
function timeSaid(tokens: readonly Token[], first: number, last: number, language: string, library: Library) {
  const [date] = readDates(tokens.slice(first, last), library.years);
  const [days, other] = date?.precision === 'day' && date.first <= 1 ? date.periods : [];
  if (date && days && !other) return { days, end: first + date.end };
  let best: { days: Days; end: number; fit: number } | null = null;
  for (let end = Math.min(last, first + longest); end > first; end--) {
    const meant = eventOf(tokens.slice(first, end), language, library);
    if (meant && (!best || meant.fit > best.fit + clearly)) best = { days: meant.event.date, end, fit: meant.fit };
  }
  return best;
}

/** "A year later", "через неделю", "екі күннен кейін": the day or period so far after the days given; null where none is said. */
export function readLater(tokens: readonly Token[], days: Days): AskedDate | null {
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at]?.folded ?? '';
    const after = laterOnly.test(word) || laterAfter.test(word) ? distanceBefore(tokens, at) : null;
    const distance =
      after ?? (word === 'через' ? (distanceBefore(tokens, at + 2) ?? distanceBefore(tokens, at + 3)) : null);
    if (distance) return shift(days, distance, true, -1, -1);
  }
  return null;
}

interface Distance {
  readonly amount: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  readonly first: number;
}

/** "two weeks", "the day", "неделю" just before a position. */
function distanceBefore(tokens: readonly Token[], at: number): Distance | null {
  const unit = units.find(([names]) => names.test(tokens[at - 1]?.folded ?? ''))?.[1];
  if (!unit) return null;
  const said = tokens[at - 2]?.folded ?? '';
  const digits = inDigits(said);
  const amount = /^\d{1,3}$/.test(digits) ? Number(digits) : one.test(said) ? 1 : undefined;
  const first = amount || /^(the|next|на|следующий)$/.test(said) ? at - 2 : at - 1;
  const opener = /^(on|через|за|in)$/.test(tokens[first - 1]?.folded ?? '') ? first - 1 : first;
  return { amount: amount ?? 1, unit, first: opener };
}

function shift(event: Days, { amount, unit }: Distance, later: boolean, first: number, end: number): AskedDate | null {
  const base = later ? (event.to ?? event.from) : (event.from ?? event.to);
  if (!base) return null;
  const duration = { [unit]: later ? amount : -amount };
  const day = Temporal.PlainDate.from(base).add(duration);
  const slack = unit === 'days' ? 0 : unit === 'weeks' ? 1 : 15;
  const period = { from: day.subtract({ days: slack }).toString(), to: day.add({ days: slack }).toString() };
  return { periods: [period], precision: 'day', yearSaid: true, first, end };
}

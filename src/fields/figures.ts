/** "How many …": figures of a measure, each with who says so; those that differ side by side. */

import { isUnknownName, relationShare } from '../answer/evidence.ts';
import { type Found, presentAll } from '../answer/found.ts';
import { attributionOf } from '../answer/present.ts';
import { type Ranked, speaksOf } from '../answer/rank.ts';
import { word } from '../answer/wording.ts';
import type { Figure, LoadedStatement } from '../knowledge/model.ts';
import { overlaps } from '../language/question-dates.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';

/** A figure in words: 500 · about 500 · at least 10 · 100–200. */
export function describeFigure(figure: Figure, language: string): string {
  const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  const { value, min, max } = figure;
  const plain =
    value !== undefined
      ? number(value)
      : min !== undefined && max !== undefined
        ? `${number(min)}–${number(max)}`
        : min !== undefined
          ? word('at-least', language, { number: number(min) })
          : word('at-most', language, { number: number(max as number) });
  return figure.about ? word('about', language, { number: plain }) : plain;
}

interface Account {
  readonly statement: LoadedStatement;
  readonly figure: Figure;
  /** Of the very day or period asked for. */
  readonly exact: boolean;
  readonly score: number;
  /** How near the question is to one beside the statement. */
  readonly asked: number;
}

const shown = 5;
/** Share of what is asked beside the measure that the statement must say. */
const enoughOfRest = 0.3;
/** Accounts within this of the best one's score are of the same thing. */
const closeTo = 0.7;
/** A question beside another statement that is nearer by so much tells that no such figure is asked for. */
const clearly = 0.35;
/** What the very day is worth, and what it costs to count a part of the whole. */
const exactDay = 4;
const part = 4;
/** An event's record has the accounts side by side. */
const ofEvent = 3;

/** Whether a figure is for one place only although none was asked for, or for several although one was. */
function isPart(statement: LoadedStatement, figure: Figure, placesAsked: number, library: Library): boolean {
  if (placesAsked === 0 && (figure.place || statement.record.type === 'place')) return true;
  const places = new Set(library.facets(statement).named.filter((record) => record.type === 'place' && record.within));
  const all = statement.record.type === 'event' ? statement.record.places.length : 1;
  if (placesAsked > 0) return !figure.place && places.size > placesAsked;
  return places.size === 1 && all > 1;
}

/** "What did it cost?": nothing but the measure is asked of the names. */
const asksOnlyMeasure = (asked: Asked, library: Library): boolean =>
  asked.kind === 'what' &&
  asked.topic.length > 0 &&
  asked.topic.every(
    ({ token }) =>
      library.vocabulary.isMeasure(token.folded, asked.language, asked.measures[0] as string) ||
      library.vocabulary.isKind(token.folded, asked.language),
  );

/**
 * The accounts of the measure asked for, best first; null where no statement holds such a figure for what is asked,
 * where a name is asked about that no record has, and where a question beside another statement is clearly nearer.
 */
export function answerFigures(
  asked: Asked,
  ranked: readonly Ranked[],
  library: Library,
  language: string,
): Found | null {
  if (asked.measures.length === 0 || !(asked.kind === 'how-many' || asksOnlyMeasure(asked, library))) return null;
  if (asked.topic.some((one) => isUnknownName(one, asked, library))) return null;
  const periods = asked.dates.flatMap((date) => date.periods);
  const rest = asked.topic.filter(
    ({ token }) => !library.vocabulary.isMeasure(token.folded, asked.language, asked.measures[0] as string),
  );
  const accounts: Account[] = [];
  const [measure] = asked.measures;
  for (const { statement, score, text } of ranked)
    for (const figure of statement.figures) {
      if (figure.measure !== measure) continue;
      const when = figure.date ?? statement.date;
      if (periods.length && !(when && periods.some((period) => overlaps(period, when)))) continue;
      const places = asked.mentions.filter((mention) => mention.records[0]?.type === 'place');
      if (figure.place && places.length && !places.some((mention) => mention.records.includes(figure.place as never)))
        continue;
      if (!asked.mentions.every((mention) => speaksOf(statement, mention.records, library))) continue;
      if (relationShare({ ...asked, topic: rest }, statement, library) < enoughOfRest) continue;
      const exact = periods.some((period) => period.from === when?.from && period.to === when?.to);
      accounts.push({
        statement,
        asked: text.asked,
        figure,
        exact,
        score:
          score +
          (exact ? exactDay : 0) +
          (statement.record.type === 'event' ? ofEvent : 0) -
          (isPart(statement, figure, places.length, library) ? part : 0),
      });
    }
  const together = (account: Account) =>
    Math.log2(
      accounts.filter((other) => other.exact === account.exact && other.statement.record === account.statement.record)
        .length,
    );
  const best = accounts.reduce<Account | null>(
    (a, b) => (a && a.score + together(a) >= b.score + together(b) ? a : b),
    null,
  );
  const nearest = Math.max(...ranked.map(({ text }) => text.asked));
  if (!best || nearest > best.asked + clearly) return null;
  const same = accounts
    .filter(({ statement, figure, score, exact }) => {
      if (statement.record !== best.statement.record || figure.place !== best.figure.place) return false;
      return score >= best.score * closeTo && exact === best.exact;
    })
    .sort((a, b) => b.score - a.score);
  const statements = [...new Set(same.map((account) => account.statement))].slice(0, shown);
  return { by: 'figures', lead: describeAccounts(same, language), statements: presentAll(statements, language) };
}

/** What figures are ordered by: the value, or the least that it is. */
export const size = (figure: Figure) => figure.value ?? figure.min ?? figure.max ?? 0;

/** One figure with who says so, or the least and the most of those that differ. */
export function describeAccounts(
  accounts: readonly { statement: LoadedStatement; figure: Figure }[],
  language: string,
): string {
  const described = (account: { statement: LoadedStatement; figure: Figure }) => {
    const who = attributionOf(account.statement.speakers, language);
    const what = describeFigure(account.figure, language);
    return who ? word('said-by', language, { what, who }) : what;
  };
  const bySize = [...accounts].sort((a, b) => size(a.figure) - size(b.figure));
  const least = bySize[0] as Account;
  const most = bySize.at(-1) as Account;
  if (size(least.figure) === size(most.figure)) return described(accounts[0] as Account);
  return word('differ', language, { accounts: `${described(least)} – ${described(most)}` });
}

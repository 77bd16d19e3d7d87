/** From scored questions to the figures of the table. */
import type { Scored } from './score.ts';

export interface Summary {
  /** Questions that a record answers, and how many of them were answered rightly and cited. */
  readonly answerable: number;
  readonly right: number;
  /** By engine, of the same questions. */
  readonly baselines: Readonly<Record<string, number>>;
  /** Questions to be declined, replies that declined, and those among them that were right to. */
  readonly toDecline: number;
  readonly declined: number;
  readonly rightlyDeclined: number;
  /** Statements a reply, where there is an answer. */
  readonly statements: number;
  /** Statements shown without a page. */
  readonly uncited: number;
  /** Milliseconds from question to answer. */
  readonly p50: number;
  readonly p99: number;
}

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** The figures of some of the questions: all of a language, or all of a kind. */
export function summarise(scored: readonly Scored[]): Summary {
  const answerable = scored.filter(({ question }) => question.kind !== 'decline');
  const toDecline = scored.filter(({ question }) => question.kind === 'decline');
  const isDeclined = ({ answer }: Scored) => answer.outcome === 'none';
  const answered = scored.filter((one) => !isDeclined(one));
  const statements = answered.flatMap(({ answer }) => answer.statements);
  const times = scored.map(({ ms }) => ms).sort((a, b) => a - b);
  const names = Object.keys(scored[0]?.baselines ?? {});
  return {
    answerable: answerable.length,
    right: answerable.filter(({ failure }) => !failure).length,
    baselines: Object.fromEntries(
      names.map((name) => [name, answerable.filter(({ baselines }) => baselines[name]).length]),
    ),
    toDecline: toDecline.length,
    declined: scored.filter(isDeclined).length,
    rightlyDeclined: toDecline.filter(isDeclined).length,
    statements: answered.length ? statements.length / answered.length : 0,
    uncited: scored.flatMap(({ answer }) => answer.statements).filter(({ sources }) => sources.length === 0).length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

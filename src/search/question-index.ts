/** The questions that stand beside the records, and how near what somebody asks is to each of them. */
import type { Kind } from '../language/question-kind.ts';

/** A question as it is compared: its terms, and what kind of thing it asks for. */
export interface KnownQuestion<Of> {
  /** What it stands beside. */
  readonly of: Of;
  readonly terms: ReadonlySet<string>;
  /** Worked out when it is needed, as for few. */
  readonly kind: () => Kind;
}

/** One thing that is asked about: a word or a name, with all that says it and how nearly, 0 to 1. */
export interface Point {
  readonly weight: number;
  readonly said: ReadonlyMap<string, number>;
}

export interface QuestionIndex<Of> {
  /**
   * By what they stand beside, how near the nearest of its questions is to one that asks for these points: 0 to 1, the
   * harmonic mean of how much of either the other says.
   */
  nearest(points: readonly Point[], kind: Kind): Map<Of, number>;
}

/** Two questions that ask for different things, "when" and "where", are less alike by this factor. */
const otherKind = 0.6;

const sorts: Partial<Record<Kind, string>> = {
  who: 'person',
  name: 'person',
  'how-many': 'number',
  when: 'time',
  'how-long': 'duration',
  where: 'place',
  why: 'reason',
};

/** Questions that share less than this with one another are not compared further. */
const least = 0.25;

/** @param weight how telling a term is. */
export function createQuestionIndex<Of>(
  questions: readonly KnownQuestion<Of>[],
  weight: (term: string) => number,
): QuestionIndex<Of> {
  const having = new Map<string, { readonly weight: number; readonly at: number[] }>();
  const totals = questions.map(({ terms }, at) => {
    let total = 0;
    for (const term of terms) {
      const found = having.getOrInsertComputed(term, () => ({ weight: weight(term), at: [] }));
      found.at.push(at);
      total += found.weight;
    }
    return total;
  });
  /** By question, how much of the points it says, and how much of it they say; zero but within a call. */
  const recall = new Float64Array(questions.length);
  const precision = new Float64Array(questions.length);
  /** How nearly it says the point at hand. */
  const saying = new Float64Array(questions.length);

  return {
    nearest(points, kind) {
      const all = points.reduce((sum, point) => sum + point.weight, 0);
      const touched: number[] = [];
      /** What each term is worth, said of whichever point it says most nearly. */
      const worths = new Map<string, number>();
      for (const { weight: own, said } of points) {
        const here: number[] = [];
        for (const [term, worth] of said) {
          if (worth > (worths.get(term) ?? 0)) worths.set(term, worth);
          for (const at of having.get(term)?.at ?? []) {
            if (saying[at] === 0) here.push(at);
            if (worth > (saying[at] as number)) saying[at] = worth;
          }
        }
        for (const at of here) {
          if (recall[at] === 0) touched.push(at);
          recall[at] = (recall[at] as number) + own * (saying[at] as number);
          saying[at] = 0;
        }
      }
      for (const [term, worth] of worths) {
        const found = having.get(term);
        if (found) for (const at of found.at) precision[at] = (precision[at] as number) + worth * found.weight;
      }
      const best = new Map<Of, number>();
      const sort = sorts[kind];
      for (const at of touched) {
        const r = (recall[at] as number) / all;
        const p = (precision[at] as number) / (totals[at] as number);
        recall[at] = precision[at] = 0;
        if (r < least || p < least) continue;
        const known = questions[at] as KnownQuestion<Of>;
        const likeness = (2 * r * p) / (r + p);
        const before = best.get(known.of) ?? 0;
        if (likeness <= before) continue;
        const its = sort && sorts[known.kind()];
        best.set(known.of, Math.max(before, its && its !== sort ? likeness * otherKind : likeness));
      }
      return best;
    },
  };
}

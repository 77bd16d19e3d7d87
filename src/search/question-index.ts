/** The questions that stand beside the records, and how near what somebody asks is to each of them. */
import type { Kind } from '../language/question-kind.ts';

export interface KnownQuestion<Of> {
  /** What it stands beside. */
  readonly of: Of;
  readonly text: string;
}

/** A question as it is indexed: there are many, and their terms are not kept. */
export interface ReadQuestion<Of> extends KnownQuestion<Of> {
  readonly terms: ReadonlySet<string>;
}

/** One thing that is asked about: a word or a name, with all that says it and how nearly, 0 to 1. */
export interface Point {
  /** A name: two questions about the same person may ask quite different things. */
  readonly isName?: boolean;
  readonly weight: number;
  readonly said: ReadonlyMap<string, number>;
}

export interface QuestionIndex<Of> {
  /**
   * By what they stand beside, the nearest of its questions to one that asks for these points.
   */
  nearest(points: readonly Point[], kind: Kind): Map<Of, Near<Of>>;
}

export interface Near<Of> {
  readonly question: KnownQuestion<Of>;
  /** 0 to 1: the harmonic mean of how much of either question the other says. */
  readonly likeness: number;
}

/** To a question that asks for one thing, "when", any that does not is less near by this factor; */
const otherKind = 0.5;
/** and to one that asks for nothing of the kind, "is it true", one that does. */
const anyKind = 0.8;

const sorts: Partial<Record<Kind, string>> = {
  who: 'person',
  name: 'person',
  'how-many': 'number',
  when: 'time',
  'how-long': 'duration',
  where: 'place',
  why: 'reason',
};

/** What a name counts beside another word of its weight. */
const nameShare = 0.5;
/** Questions that share less than this with one another are not compared further. */
const least = 0.25;

/** @param weight how telling a term is. @param kindOf what a question's text asks for: worked out when it is needed. */
export function createQuestionIndex<Of>(
  read: readonly ReadQuestion<Of>[],
  weight: (term: string) => number,
  kindOf: (text: string) => Kind,
): QuestionIndex<Of> {
  const questions = read.map(({ of, text }): KnownQuestion<Of> => ({ of, text }));
  const kinds: (Kind | undefined)[] = new Array(questions.length);
  const having = new Map<string, { readonly weight: number; readonly at: number[] }>();
  const totals = read.map(({ terms }, at) => {
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
  /** How much of it is names that were asked about, as far as they do not count. */
  const names = new Float64Array(questions.length);
  /** How nearly it says the point at hand. */
  const saying = new Float64Array(questions.length);

  return {
    nearest(points, kind) {
      const share = ({ isName }: Point) => (isName ? nameShare : 1);
      const all = points.reduce((sum, point) => sum + point.weight * share(point), 0);
      const touched: number[] = [];
      /** What each term is worth, said of whichever point it says most nearly. */
      const worths = new Map<string, number>();
      const named = new Set<string>();
      for (const point of points) {
        const own = point.weight * share(point);
        const here: number[] = [];
        for (const [term, worth] of point.said) {
          if (worth > (worths.get(term) ?? 0)) worths.set(term, worth);
          if (point.isName) named.add(term);
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
        const { at: all = [], weight: own = 0 } = having.get(term) ?? {};
        const counted = own * (named.has(term) ? nameShare : 1);
        for (const at of all) {
          precision[at] = (precision[at] as number) + worth * counted;
          names[at] = (names[at] as number) + own - counted;
        }
      }
      const best = new Map<Of, Near<Of>>();
      const sort = sorts[kind];
      for (const at of touched) {
        const r = (recall[at] as number) / all;
        const p = (precision[at] as number) / ((totals[at] as number) - (names[at] as number));
        recall[at] = precision[at] = names[at] = 0;
        if (r < least || p < least) continue;
        const known = questions[at] as KnownQuestion<Of>;
        const before = best.get(known.of)?.likeness ?? 0;
        const most = (2 * r * p) / (r + p);
        if (most <= before) continue;
        kinds[at] ??= kindOf(known.text);
        const likeness = most * (sorts[kinds[at]] === sort ? 1 : sort ? otherKind : anyKind);
        if (likeness > before) best.set(known.of, { question: known, likeness });
      }
      return best;
    },
  };
}

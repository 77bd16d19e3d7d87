/**
 * How much each feature of a candidate counts. Learned by tests/eval/learn-ranking.ts on public reading-comprehension
 * questions in English (2,575), Russian (432) and Kazakh (371), one half of the titles, both as one record a passage
 * and one a title; on the other half the right sentence comes first for 80–81 % (MiniSearch's defaults: 73 %), 81–82 %
 * (64 %) and 36 % (30 %). Public questions have no questions beside them: `asked` is set by hand.
 */
import type { TextFeatures } from './features.ts';

const weights: Readonly<Record<keyof TextFeatures, number>> = {
  match: 1.72,
  terms: 0.6,
  withTitle: 1.61,
  record: 4.69,
  neighbours: 1.5,
  around: 0.99,
  grams: 5.08,
  asked: 11,
  pairs: 0.42,
  holds: 1.82,
  length: -1.03,
  lead: 0.91,
};

/** The weighted sum of a candidate's features. */
export function score(features: TextFeatures): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof TextFeatures)[]) sum += weights[name] * features[name];
  return sum;
}

/**
 * How much each feature of a candidate counts. Learned by tests/eval/learn-ranking.ts on public reading-comprehension
 * questions in English (2,575), Russian (432) and Kazakh (371), one half of the titles, both as one record a passage
 * and one a title; on the other half the right sentence comes first for 79–80 % (MiniSearch's defaults: 73 %), 78–79 %
 * (64 %) and 37–38 % (30 %).
 */
import type { TextFeatures } from './features.ts';

const weights: Readonly<Record<keyof TextFeatures, number>> = {
  match: 1.87,
  terms: 0.53,
  withTitle: 1.49,
  record: 4.58,
  neighbours: 1.44,
  around: 1.07,
  grams: 5.04,
  pairs: 0.46,
  holds: 1.33,
  length: -0.8,
  lead: 0.9,
};

/** The weighted sum of a candidate's features. */
export function score(features: TextFeatures): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof TextFeatures)[]) sum += weights[name] * features[name];
  return sum;
}

/** How much each feature of a candidate counts. */
import type { TextFeatures } from './statements.ts';

const weights: Readonly<Record<keyof TextFeatures, number>> = {
  match: 1,
  terms: 1,
  withTitle: 0.6,
  record: 0.6,
  neighbours: 0.3,
  grams: 1,
  lead: 0.05,
};

/** The weighted sum of a candidate's features. */
export function score(features: TextFeatures): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof TextFeatures)[]) sum += weights[name] * features[name];
  return sum;
}

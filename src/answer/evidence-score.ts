/**
 * Whether the statement that ranks first is likely to carry what is asked: one number from what it says, in place of a
 * threshold for each. Learned by tests/answer/learn-evidence.ts (logistic regression, L2) on the questions of the part
 * to develop on that no field answers.
 */
import { isNameElsewhere, nearness, relationShare } from './evidence.ts';
import type { Library } from './library.ts';
import type { Ranked } from './rank.ts';
import type { Asked } from './understand.ts';

/** What speaks for and against the first statement. */
export interface Evidence {
  /** Share of what is asked about the names and days that it says, by the words' weights: 0 to 1. */
  readonly relation: number;
  /** The weight of all that it says: three telling words said are more than one. */
  readonly said: number;
  /** Share of the question's 4-grams in it and its title. */
  readonly grams: number;
  /** 1 where it and its record lack a name that the question has. */
  readonly nameElsewhere: number;
  /** 1 where the question is about a person: of people more is asked than records hold. */
  readonly person: number;
  /** 1 where it is of a day asked for. */
  readonly day: number;
  /** 1 where it gives the kind of thing that is asked for. */
  readonly answers: number;
  /** 1 where a person or body is asked for and it names none that the question has not. */
  readonly nobody: number;
}

const weights: Readonly<Record<keyof Evidence, number>> = {
  relation: 1.42,
  said: 0.65,
  grams: 2.95,
  nameElsewhere: -2.03,
  person: -0.64,
  day: 0.62,
  answers: 0.42,
  nobody: -3.33,
};
const bias = -2.39;

export function evidenceOf(asked: Asked, best: Ranked, library: Library): Evidence {
  const { statement, structure, text } = best;
  const said = asked.topic.map(
    ({ term }) => library.statements.weight(term, asked.language) * nearness(term, asked, statement, library),
  );
  return {
    relation: relationShare(asked, statement, library),
    said: said.reduce((sum, one) => sum + one, 0),
    grams: text.grams,
    nameElsewhere: asked.topic.some((one) => isNameElsewhere(one, asked, statement, library)) ? 1 : 0,
    person: asked.mentions.some(({ records }) => records[0]?.type === 'person') ? 1 : 0,
    day: structure.dates > 0 ? 1 : 0,
    answers: structure.answers,
    nobody: asked.kind === 'who' && structure.answers === 0 ? 1 : 0,
  };
}

/** The probability that the statement answers: 0 to 1. */
export function probabilityOf(evidence: Evidence): number {
  let sum = bias;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) sum += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
}

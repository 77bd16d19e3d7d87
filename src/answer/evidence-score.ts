/**
 * Whether the statement that ranks first is likely to carry what is asked: one number from what it says, in place of a
 * threshold for each. Learned by tests/answer/learn-evidence.ts (logistic regression, L2) on the questions of the part
 * to develop on that no field answers, and on public ones about other subjects.
 */
import { isLight } from '../language/light-words.ts';
import { isCount } from '../language/question-kind.ts';
import type { Asked, Topic } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { givesFocus, isNameElsewhere, isUnknownName, namesAnother, nearness } from './evidence.ts';
import type { Ranked } from './rank.ts';
import { tellingOfAnother } from './swapped.ts';

/** What speaks for and against the first statement. */
export interface Evidence {
  /** How much of what is asked about the names and days it says, by the words' weights: 0 to 3. */
  readonly said: number;
  /** Share of the question's terms that its record says: 0 to 1. */
  readonly record: number;
  /** How nearly the question is one beside it: 0 to 1; one beside any. Its own words stand in where it has none. */
  readonly asked: number;
  readonly askedAny: number;
  /** How nearly it is one that no statement answers: 0 to 1; and by how much more than one that any does. */
  readonly unanswered: number;
  readonly rather: number;
  /** How many of its words nothing in the knowledge has: 0 to 3. */
  readonly unheard: number;
  /** 1 where it gives no number near what is counted; 1 where it gives neither name nor number near what is asked of. */
  readonly uncounted: number;
  readonly unnamed: number;
  /** 1 where it speaks of none of the names; 1 where it names another person or place in place of the one asked about. */
  readonly nameless: number;
  readonly elsewhere: number;
  /** 1 where it gives a day, number, place or name as asked; 1 where it gives none. */
  readonly answers: number;
  readonly answersNot: number;
  /** 1 where it is of another day than the one asked for. */
  readonly otherDay: number;
  /** 1 where it and its record lack a name that the question has; 1 where all records do. */
  readonly nameElsewhere: number;
  readonly unknownName: number;
  /** 1 where the statements tell it of another person. */
  readonly another: number;
  /** 1 where yes or no is asked for; 1 where nothing is. */
  readonly yesNo: number;
  readonly nothing: number;
}

const weights: Readonly<Record<keyof Evidence, number>> = {
  said: 0.96,
  record: 3.63,
  asked: 2.24,
  askedAny: 3.43,
  unanswered: -4.19,
  rather: -10.09,
  unheard: -0.52,
  uncounted: -0.95,
  unnamed: -0.53,
  nameless: -3.1,
  elsewhere: -1.69,
  answers: 0.25,
  answersNot: -3.31,
  otherDay: -3.33,
  nameElsewhere: -1.21,
  unknownName: -1.22,
  another: -2.95,
  yesNo: 1.4,
  nothing: -0.36,
};
const bias = -4.11;

/** Of what is asked by these a statement may give none. */
const typed = new Set(['who', 'name', 'when', 'where', 'how-many', 'how-long']);
/** What words of its own count, beside a question that is the same. */
const ownWords = 0.7;
/** More than so many do not make it worse. */
const most = 3;

export function evidenceOf(asked: Asked, ranked: readonly Ranked[], best: Ranked, library: Library): Evidence {
  const { statement, structure, text } = best;
  const index = library.index(asked.language);
  const said = asked.topic.reduce(
    (sum, { term }) => sum + index.weightOfAsking(term) * nearness(term, asked, statement, library),
    0,
  );
  const isUnheard = ({ term }: Topic) =>
    !isLight(term, asked.language) && !index.forms(term).some((form) => index.knows(form));
  // A statement beside which there is no question is compared by its own words.
  const likeness = (one: Ranked) =>
    index.isAsked(one.statement) ? one.text.asked : ownWords * one.text.withTitle ** 2;
  const askedAny = Math.max(...ranked.map(likeness));
  const unanswered = index.unanswered(asked.search);
  const gives = structure.answers > 0 || (text.holds > 0 && asked.kind !== 'name');
  const counts = isCount(asked.kind);
  const focusGiven = givesFocus(asked, statement, library);
  const flag = (is: boolean) => (is ? 1 : 0);
  return {
    said: Math.min(most, said),
    record: text.record,
    asked: likeness(best),
    askedAny,
    unanswered,
    rather: Math.max(0, unanswered - askedAny),
    unheard: Math.min(most, asked.topic.filter(isUnheard).length),
    uncounted: flag(counts && focusGiven === false),
    unnamed: flag(!counts && focusGiven === false),
    nameless: flag(structure.names < 0),
    elsewhere: flag(namesAnother(asked, statement, library)),
    answers: structure.answers,
    answersNot: flag(typed.has(asked.kind) && !gives),
    otherDay: flag(structure.dates < 0),
    nameElsewhere: flag(asked.topic.some((one) => isNameElsewhere(one, asked, statement, library))),
    unknownName: flag(asked.topic.some((one) => isUnknownName(one, asked, library))),
    another: flag(tellingOfAnother(asked, ranked, library).length > 0),
    yesNo: flag(asked.kind === 'yes-no'),
    nothing: flag(asked.kind === 'words'),
  };
}

/** The probability that the statement answers: 0 to 1. */
export function probabilityOf(evidence: Evidence): number {
  let logit = bias;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) logit += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-logit));
}

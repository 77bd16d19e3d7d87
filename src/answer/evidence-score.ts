/**
 * Whether the statement that ranks first is likely to carry what is asked: one number from what it says, in place of a
 * threshold for each. Learned by tests/answer/learn-evidence.ts (logistic regression, L2) on the questions of the part
 * to develop on that no field answers, and on public ones about other subjects.
 */
import { isLight } from '../language/light-words.ts';
import { isCount, isWho } from '../language/question-kind.ts';
import type { Asked } from '../question/understand.ts';
import type { Library } from '../search/library.ts';
import { givesFocus, isNameElsewhere, isUnknownName, namesAnother, nearness } from './evidence.ts';
import type { Ranked } from './rank.ts';
import { tellingOfAnother } from './swapped.ts';

/** What speaks for and against the first statement. Sums and shares are by the words' weights. */
export interface Evidence {
  /** Share of what is asked about the names and days that it or one of its questions says: 0 to 1. */
  readonly cover: number;
  /** The sum of the same: three telling words said are more than one. */
  readonly said: number;
  /** Share of the question's terms that its record says: 0 to 1. */
  readonly record: number;
  /** How nearly the question is one that it says it answers: 0 to 1. */
  readonly asked: number;
  /** How nearly it is one that any statement answers. */
  readonly askedAny: number;
  /** How nearly it is one that no statement answers: 0 to 1; and by how much more. */
  readonly unanswered: number;
  readonly rather: number;
  /** Words that its whole record lacks; and that nothing in the knowledge has. */
  readonly missing: number;
  readonly unheard: number;
  /** The sum of what it lacks beside the word that asks: "what **medal**". */
  readonly focus: number;
  /** 1 where it gives no number near what is counted; 1 where it gives neither name nor number near what is asked of. */
  readonly uncounted: number;
  readonly unnamed: number;
  /** 1 where it names another person or place in place of the one asked about. */
  readonly elsewhere: number;
  /** 1 where it speaks of none of the names; 1 where only of some. */
  readonly nameless: number;
  readonly partly: number;
  /** 1 where it gives a day, number, place or name as asked; 1 where it gives none. */
  readonly answers: number;
  readonly answersNot: number;
  /** 1 where it is of a day asked for; 1 where of another. */
  readonly day: number;
  readonly otherDay: number;
  /** 1 where it and its record lack a name that the question has; 1 where all records do. */
  readonly nameElsewhere: number;
  readonly unknownName: number;
  /** 1 where the statements tell it of another person. */
  readonly another: number;
  /** 1 where a person, a number, or yes or no is asked for; 1 where nothing is. */
  readonly who: number;
  readonly howMany: number;
  readonly yesNo: number;
  readonly nothing: number;
}

const weights: Readonly<Record<keyof Evidence, number>> = {
  cover: 0.39,
  said: 0.79,
  record: 2.17,
  asked: 2.68,
  unanswered: -3.87,
  rather: -12.98,
  askedAny: 2.84,
  missing: -0.09,
  unheard: -0.26,
  focus: 0.22,
  uncounted: -0.55,
  unnamed: -0.54,
  nameless: -2.09,
  partly: 0.21,
  elsewhere: -1.09,
  answers: 0.58,
  answersNot: -3.09,
  day: 0.18,
  otherDay: -3.32,
  nameElsewhere: -0.92,
  unknownName: -1.56,
  another: -5.44,
  who: -0.37,
  howMany: -0.3,
  yesNo: 1.82,
  nothing: -0.87,
};
const bias = -3.08;

/** Of what is asked by these a statement may give none. */
const typed = new Set(['who', 'name', 'when', 'where', 'how-many', 'how-long']);
/** More than so many do not make it worse. */
const most = 3;

export function evidenceOf(asked: Asked, ranked: readonly Ranked[], best: Ranked, library: Library): Evidence {
  const { statement, structure, text } = best;
  const index = library.index(asked.language);
  const near = (term: string) => nearness(term, asked, statement, library);
  const weight = (term: string) => (isLight(term, asked.language) ? lightWeight : 1) * index.weight(term);
  const heavy = asked.topic.filter(({ term }) => !isLight(term, asked.language));
  const inRecord = (term: string) =>
    near(term) >= 0.5 || index.forms(term).some((form) => index.covered(statement, form) !== null);
  const all = sum(asked.topic, ({ term }) => weight(term));
  const said = sum(asked.topic, ({ term }) => weight(term) * near(term));
  // A statement beside which there is no question is compared by its own words.
  const likeness = (one: Ranked) => (index.isAsked(one.statement) ? one.text.asked : one.text.withTitle ** 2);
  const askedAny = Math.max(...ranked.map(likeness));
  const unanswered = index.unanswered(asked.search);
  const gives = structure.answers > 0 || (text.holds > 0 && asked.kind !== 'name');
  const flag = (is: boolean) => (is ? 1 : 0);
  const counts = isCount(asked.kind);
  const focusGiven = givesFocus(asked, statement, library);
  return {
    cover: heavy.length === 0 ? 1 : sum(heavy, ({ term }) => near(term)) / heavy.length,
    said: Math.min(most, said),
    record: text.record,
    asked: likeness(best),
    unanswered,
    rather: Math.max(0, unanswered - askedAny),
    askedAny,
    missing: Math.min(most, heavy.filter(({ term }) => !inRecord(term)).length),
    unheard: Math.min(most, heavy.filter(({ term }) => !index.forms(term).some((form) => index.knows(form))).length),
    focus: Math.min(
      most,
      sum(asked.focus.slice(0, 1), ({ term }) => 1 - near(term)),
    ),
    uncounted: flag(counts && focusGiven === false),
    unnamed: flag(!counts && focusGiven === false),
    elsewhere: flag(namesAnother(asked, statement, library)),
    nameless: flag(structure.names < 0),
    partly: flag(structure.names > 0 && structure.names < 1),
    answers: structure.answers,
    answersNot: flag(typed.has(asked.kind) && !gives),
    day: flag(structure.dates > 0),
    otherDay: flag(structure.dates < 0),
    nameElsewhere: flag(asked.topic.some((one) => isNameElsewhere(one, asked, statement, library))),
    unknownName: flag(asked.topic.some((one) => isUnknownName(one, asked, library))),
    another: flag(tellingOfAnother(asked, ranked, library).length > 0),
    who: flag(isWho(asked.kind)),
    howMany: flag(counts),
    yesNo: flag(asked.kind === 'yes-no'),
    nothing: flag(asked.kind === 'words'),
  };
}

/** What a light word counts beside another. */
const lightWeight = 0.2;

const sum = <Of>(list: readonly Of[], value: (one: Of) => number) => list.reduce((all, one) => all + value(one), 0);

/** The probability that the statement answers: 0 to 1. */
export function probabilityOf(evidence: Evidence): number {
  let logit = bias;
  for (const name of Object.keys(weights) as (keyof Evidence)[]) logit += weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-logit));
}

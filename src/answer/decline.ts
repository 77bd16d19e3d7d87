/** Whether the records answer at all, and if not, why: a list of checks, each with a reason that can be named. */

import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { isLight } from '../language/light-words.ts';
import { isStopWord } from '../language/tokens.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { isOtherNumber, isUnknownName, relationShare } from './evidence.ts';
import { type Evidence, evidenceOf, probabilityOf } from './evidence-score.ts';
import { type Found, presentAll } from './found.ts';
import { type Ranked, speaksOf } from './rank.ts';
import { tellingOfAnother } from './swapped.ts';
import type { DeclineReason } from './types.ts';

/** Reasons that the question itself gives, before any record is looked at. */
export function declineOutright(asked: Asked): DeclineReason | null {
  const words = asked.tokens.filter((token) => !isStopWord(token.folded, asked.language));
  if (words.length === 0 && asked.dates.length === 0 && asked.mentions.length === 0) return 'no-question';
  if (asked.instruction || asked.smallTalk) return 'no-question';
  if (asked.stranger) return 'unknown-subject';
  return asked.opinion ? 'opinion' : null;
}

/** The question beside the statement that ranks first. */
interface Case {
  readonly asked: Asked;
  readonly ranked: readonly Ranked[];
  readonly best: Ranked;
  readonly library: Library;
}

interface Refusal {
  readonly reason: DeclineReason;
  /** For `--explain`. */
  readonly because: string;
  /** What the records say instead. */
  readonly instead?: readonly LoadedStatement[];
}

/** The least probability that the first statement carries what is asked: see tests/answer/learn-evidence.ts. */
const enoughProbability = 0.45;
/** So many are looked through for those that have an answer. */
const questionsNear = 8;
/** Share of what is asked that a statement must say to be told instead. */
const enoughInstead = 0.5;

/**
 * The evidence that a statement must show for a question of so many terms: the sum of the shares of its terms in the
 * statement with its title and in the record, and of its 4-grams. On public questions this lets 98 of 100 pass that
 * have an answer, and about 30 of 100 that are about something else.
 */
const enoughEvidence = (terms: number) => 0.5 + 2 / (terms + 1);

type Check = (one: Case) => Refusal | null;

/** In this order; the first that refuses decides. */
const checks: readonly Check[] = [
  function isOutsideThePeriod({ asked, best, library }) {
    if (best.structure.dates > 0 || !isOutside(asked, library)) return null;
    return { reason: 'outside-period', because: 'the time is outside the records' };
  },
  function asksOnlyForADay({ asked }) {
    if (asked.dates.length === 0 || asked.topic.length > 0) return null;
    if (asked.kind !== 'happened' && asked.kind !== 'list') return null;
    return { reason: 'unknown-subject', because: 'no event is recorded for that time and those names' };
  },
];

/**
 * For prose, of which there is nothing but sentences: the same is said in other words too often to weigh more than how
 * many of the question's words are there.
 */
const checkOfProse: Check = ({ asked, best, library }) => {
  if (asked.mentions.length > 0 && best.structure.names <= 0)
    return { reason: 'no-such-attribute', because: 'the best statement speaks of none of the names' };
  const name = asked.topic.find((one) => isUnknownName(one, asked, library));
  if (name) return { reason: 'unknown-subject', because: `no record has “${name.token.text}”` };
  const { withTitle, record, grams } = best.text;
  const evidence = withTitle + record + grams;
  if (evidence >= enoughEvidence(new Set(asked.search.terms).size)) return null;
  const reason = asked.mentions.length ? 'no-such-attribute' : 'unknown-subject';
  return { reason, because: `the evidence is ${evidence.toFixed(2)}` };
};

/**
 * For knowledge with vocabularies of its own, whose statements say one fact each: all that speaks for and against the
 * first of them is weighed; what weighs most against it is the reason that is told.
 */
const checkOfFacts: Check = ({ asked, ranked, best, library }) => {
  const evidence = evidenceOf(asked, ranked, best, library);
  const probability = probabilityOf(evidence);
  const lacking = lacks(asked, evidence);
  if (probability >= enoughProbability && !lacking) return null;
  const because = lacking ?? `it answers with a probability of ${probability.toFixed(2)}`;
  const instead = insteadOf(evidence, asked, ranked, best, library);
  if (instead) return { reason: 'contradicted', because, instead: [instead] };
  if (isOutside(asked, library)) return { reason: 'outside-period', because };
  const known = asked.mentions.length > 0 && evidence.unknownName === 0;
  return { reason: known ? 'no-such-attribute' : 'unknown-subject', because };
};

/** So many words that no record has are no slip of the keyboard. */
const several = 2;

/** So near to one another two questions are the same. */
const same = 0.95;

/** What is decisive whatever else speaks for the statement, in words for `--explain`; null where nothing is. */
function lacks(asked: Asked, evidence: Evidence): string | null {
  const heavy = asked.topic.filter(({ term }) => !isLight(term, asked.language)).length;
  if (evidence.unanswered > same && evidence.rather > 0) return 'it is a question that no statement answers';
  if (evidence.another) return 'the statements tell it of another person';
  if (evidence.nameless) return 'it speaks of none of the names';
  return evidence.unheard >= several && evidence.unheard * 2 >= heavy ? 'no record has most of the words' : null;
}

/** What the records say of the same: of another person, another day, another number. */
function insteadOf(
  evidence: Evidence,
  asked: Asked,
  ranked: readonly Ranked[],
  best: Ranked,
  library: Library,
): LoadedStatement | undefined {
  if (evidence.another) return tellingOfAnother(asked, ranked, library)[0];
  const says = (one: Ranked) => relationShare(asked, one.statement, library) >= enoughInstead;
  const number = asked.topic.some((one) => isOtherNumber(one, asked, best.statement, library));
  if ((number || evidence.otherDay) && asked.topic.length > 0 && best.structure.names >= 0 && says(best))
    return best.statement;
  if (asked.dates.length === 0 || asked.mentions.length === 0) return undefined;
  return ranked.find((one) => one.structure.dates < 0 && one.structure.names === 1 && says(one))?.statement;
}

/** What refuses an answer from the ranked statements, or null where the first of them carries it. */
export function declineRanked(
  asked: Asked,
  ranked: readonly Ranked[],
  library: Library,
  language: string,
): Found | null {
  const [best] = ranked;
  const refusal = best ? firstRefusal({ asked, ranked, best, library }) : nothingFound(asked, library);
  if (!refusal) return null;
  const { reason, because, instead = [] } = refusal;
  return {
    by: 'decline',
    reason,
    because,
    statements: presentAll(instead, language),
    suggestions: suggest(asked, ranked),
    questions: offer(asked, library),
  };
}

/**
 * Questions that may be offered in place of one that is refused: those beside statements with a question like it, and
 * beside the first statements of what it names. Of each the first, which is the plainest.
 */
function offer({ search, language, mentions }: Asked, library: Library): string[] {
  const isOfNames = (one: LoadedStatement) =>
    mentions.length === 0 || mentions.some(({ records }) => speaksOf(one, records, library));
  const alike = library.index(language).alike(search).filter(isOfNames).slice(0, questionsNear);
  const named = mentions.flatMap(({ records }) => records[0]?.statements.slice(0, 2) ?? []);
  return [...new Set([...alike, ...named].flatMap(({ questions }) => questions[language]?.slice(0, 1) ?? []))];
}

function firstRefusal(one: Case): Refusal | null {
  for (const check of [...checks, one.library.vocabulary.declared ? checkOfFacts : checkOfProse]) {
    const refusal = check(one);
    if (refusal) return refusal;
  }
  return null;
}

/** Words that no record has are no question where nothing in them asks. */
function nothingFound(asked: Asked, library: Library): Refusal {
  if (isOutside(asked, library)) return { reason: 'outside-period', because: 'the time is outside the records' };
  return { reason: asked.kind === 'words' ? 'no-question' : 'unknown-subject', because: 'no statement shares a word' };
}

/** Whether days are asked for and all lie outside the time that the knowledge is about. */
function isOutside(asked: Asked, library: Library): boolean {
  if (asked.dates.length === 0) return false;
  const first = `${library.years[0]}-01-01`;
  const last = `${library.years.at(-1)}-12-31`;
  const outside = asked.dates.map(({ periods }) =>
    periods.every(({ from, to }) => (to !== null && to < first) || (from !== null && from > last)),
  );
  return outside.every(Boolean);
}

/** The records nearest to a question that has no answer. */
export function suggest(asked: Asked, ranked: readonly Ranked[], limit = 3): LoadedRecord[] {
  const named = asked.mentions.flatMap((mention) => mention.records.slice(0, 1));
  return [...new Set([...named, ...ranked.slice(0, 10).map(({ statement }) => statement.record)])].slice(0, limit);
}

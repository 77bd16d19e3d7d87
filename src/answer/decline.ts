/** Whether the records answer at all, and if not, why: a list of checks, each with a reason that can be named. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { isStopWord } from '../language/tokens.ts';
import { attributeAsked, isOtherNumber, isUnknownName, relationShare, saysEach, saysTopic } from './evidence.ts';
import { evidenceOf, probabilityOf } from './evidence-score.ts';
import { type Found, presentAll } from './found.ts';
import type { Library } from './library.ts';
import type { Ranked } from './rank.ts';
import { tellingOfAnother } from './swapped.ts';
import type { DeclineReason } from './types.ts';
import type { Asked } from './understand.ts';

/** Reasons that the question itself gives, before any record is looked at. */
export function declineOutright(asked: Asked): DeclineReason | null {
  const words = asked.tokens.filter((token) => !isStopWord(token.folded, asked.language));
  if (words.length === 0 && asked.dates.length === 0 && asked.mentions.length === 0) return 'no-question';
  return asked.opinion ? 'opinion' : null;
}

/** The question beside the statement that ranks first. */
interface Case {
  readonly asked: Asked;
  readonly ranked: readonly Ranked[];
  readonly best: Ranked;
  /** How much of what is asked about the names and days the best statement says. */
  readonly relation: number;
  readonly library: Library;
}

interface Refusal {
  readonly reason: DeclineReason;
  /** For `--explain`. */
  readonly because: string;
  /** What the records say instead. */
  readonly instead?: readonly LoadedStatement[];
}

/** Share of what is asked about a name or a day that the statement must say. */
const enoughRelation = 0.5;
/** The same of another day, to be told instead. */
const enoughOfTwo = 0.7;
/**
 * The least probability that the first statement carries what is asked. Chosen on the questions to develop on: in ten
 * folds, refusing below it is right for 79 of 100, and finds 69 of 100 that have no answer.
 */
const enoughProbability = 0.6;
/** Of so few words each must be there. */
const fewTerms = 2;

/**
 * The evidence that a statement must show for a question of so many terms: the sum of the shares of its terms in the
 * statement with its title and in the record, and of its 4-grams. On public questions this lets 98 of 100 pass that
 * have an answer, and about 30 of 100 that are about something else.
 */
const enoughEvidence = (terms: number) => 0.5 + 2 / (terms + 1);

const asksForEvents = ({ kind }: Asked) => kind === 'happened' || kind === 'list';

type Check = (one: Case) => Refusal | null;

/** In this order; the first that refuses decides. */
const checks: readonly Check[] = [
  function namesNobodyKnown({ asked, library }) {
    const name = asked.topic.find((one) => isUnknownName(one, asked, library));
    return name ? { reason: 'unknown-subject', because: `no record has “${name.token.text}”` } : null;
  },
  function asksOnlyForADay({ asked, library }) {
    if (asked.dates.length === 0 || asked.topic.length > 0 || !asksForEvents(asked)) return null;
    const reason = isOutside(asked, library) ? 'outside-period' : 'unknown-subject';
    return { reason, because: 'no event is recorded for that time and those names' };
  },
  function isOfAnotherTime({ asked, best, relation, library }) {
    if (asked.dates.length === 0 || best.structure.dates > 0) return null;
    if (isOutside(asked, library)) return { reason: 'outside-period', because: 'the time is outside the records' };
    if (best.structure.dates > -1) return null;
    const because = 'the best statement is of another time';
    if (relation < enoughRelation || best.structure.names < 0 || asked.topic.length === 0 || asksForEvents(asked))
      return { reason: 'unknown-subject', because };
    return { reason: 'contradicted', because, instead: [best.statement] };
  },
  function speaksOfOthers({ asked, best }) {
    if (asked.mentions.length === 0 || best.structure.names > 0) return null;
    return { reason: 'no-such-attribute', because: 'the best statement speaks of none of the names' };
  },
];

/** For prose: the same is said in other words too often for more. */
const checksOfProse: readonly Check[] = [
  function saysTooLittle({ asked, best }) {
    const { withTitle, record, grams } = best.text;
    const evidence = withTitle + record + grams;
    if (evidence >= enoughEvidence(new Set(asked.search.terms).size)) return null;
    const reason = asked.mentions.length ? 'no-such-attribute' : 'unknown-subject';
    return { reason, because: `the evidence is ${evidence.toFixed(2)}` };
  },
];

/**
 * For knowledge with vocabularies of its own: its statements say one fact each, in plain words, so that what a question
 * asks can be looked for word by word.
 */
const checksOfFacts: readonly Check[] = [
  function tellsItOfAnother({ asked, ranked, library }) {
    const [telling] = tellingOfAnother(asked, ranked, library);
    if (!telling) return null;
    return { reason: 'contradicted', because: 'the statements tell it of another person', instead: [telling] };
  },
  function givesAnotherNumber({ asked, best, relation, library }) {
    const number = asked.topic.find((one) => isOtherNumber(one, asked, best.statement, library));
    if (!number || relation < enoughRelation) return null;
    return { reason: 'contradicted', because: `no statement says ${number.token.text}`, instead: [best.statement] };
  },
  function lacksTheAttribute({ asked, best, library }) {
    const attribute = attributeAsked(asked);
    if (!attribute || saysTopic(attribute, asked, best.statement, library)) return null;
    return { reason: 'no-such-attribute', because: `the best statement has no “${attribute.token.text}”` };
  },
  function lacksOneOfFew({ asked, best, library }) {
    if (asked.topic.length > fewTerms || asked.mentions.length + asked.dates.length > 0) return null;
    const all = saysEach(asked, best.statement, library);
    return all ? null : { reason: 'unknown-subject', because: 'a word of so few is missing' };
  },
  function doesNotSayIt({ asked, ranked, best, library }) {
    const probability = probabilityOf(evidenceOf(asked, best, library));
    if (probability >= enoughProbability) return null;
    const because = `it answers with a probability of ${probability.toFixed(2)}`;
    const instead = asked.dates.length && asked.mentions.length ? otherDay(asked, ranked, library) : undefined;
    if (instead) return { reason: 'contradicted', because, instead: [instead] };
    return { reason: asked.mentions.length ? 'no-such-attribute' : 'unknown-subject', because };
  },
];

/** What refuses an answer from the ranked statements, or null where the first of them carries it. */
export function declineRanked(
  asked: Asked,
  ranked: readonly Ranked[],
  library: Library,
  language: string,
): Found | null {
  const [best] = ranked;
  const refusal = best
    ? firstRefusal({ asked, ranked, best, relation: relationShare(asked, best.statement, library), library })
    : nothingFound(asked, library);
  if (!refusal) return null;
  const { reason, because, instead = [] } = refusal;
  return {
    by: 'decline',
    reason,
    because,
    statements: presentAll(instead, language),
    suggestions: suggest(asked, ranked),
  };
}

function firstRefusal(one: Case): Refusal | null {
  const { declared } = one.library.vocabulary;
  for (const check of [...checks, ...(declared ? checksOfFacts : checksOfProse)]) {
    const refusal = check(one);
    if (refusal) return refusal;
  }
  return null;
}

/** Words that no record has are no question where nothing in them asks. */
function nothingFound(asked: Asked, library: Library): Refusal {
  if (asked.dates.length > 0 && isOutside(asked, library))
    return { reason: 'outside-period', because: 'the time is outside the records' };
  return { reason: asked.kind === 'words' ? 'no-question' : 'unknown-subject', because: 'no statement shares a word' };
}

/** The statement that says of the names what is asked, but of another day. */
function otherDay(asked: Asked, ranked: readonly Ranked[], library: Library): LoadedStatement | undefined {
  return ranked.find(
    ({ statement, structure }) =>
      structure.dates < 0 && structure.names === 1 && relationShare(asked, statement, library) >= enoughOfTwo,
  )?.statement;
}

/** Whether all days asked for lie outside the time that the knowledge is about. */
function isOutside(asked: Asked, library: Library): boolean {
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

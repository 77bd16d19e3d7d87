/** Whether the records answer at all, and if not, why. Every reason is one that can be named. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { isStopWord } from '../language/tokens.ts';
import { type Found, presentAll } from './found.ts';
import type { Library } from './library.ts';
import type { Ranked } from './rank.ts';
import { isSwapped } from './swapped.ts';
import type { DeclineReason } from './types.ts';
import type { Asked, Topic } from './understand.ts';

/** Reasons that the question itself gives, before any record is looked at. */
export function declineOutright(asked: Asked): DeclineReason | null {
  const words = asked.tokens.filter((token) => !isStopWord(token.folded, asked.language));
  if (words.length === 0 && asked.dates.length === 0 && asked.mentions.length === 0) return 'no-question';
  return asked.opinion ? 'opinion' : null;
}

/**
 * The evidence that a statement must show for a question of so many terms: the sum of the shares of its terms in the
 * statement with its title and in the record, and of its 4-grams. On public questions this lets about 97 of 100 pass
 * that have an answer, and 15–25 of 100 that are about something else.
 */
const enoughEvidence = (terms: number) => 0.8 + 2 / (terms + 1);
/** Share of what is asked about a name or a day that the statement must say. */
const enoughRelation = 0.4;
const enoughOfTwo = 0.7;
/** Of two words or fewer, each must be there. */
const fewTerms = 2;
const nearlyAll = 0.7;
/** Less will not do where the statement lacks a name that the question has. */
const enoughWithoutName = 0.6;
/** Statements shown where the records contradict the question. */
const shown = 3;

/** What refuses an answer from the ranked statements, or null where the first of them carries it. */
export function declineRanked(
  asked: Asked,
  ranked: readonly Ranked[],
  library: Library,
  language: string,
): Found | null {
  const [best] = ranked;
  const refuse = (reason: DeclineReason, statements: readonly LoadedStatement[] = []): Found => ({
    by: 'decline',
    reason,
    statements: presentAll(statements, language),
    suggestions: suggest(asked, ranked),
  });
  const known = asked.topic.some(({ term }) => library.statements.knows(term, asked.language));
  if (asked.kind === 'words' && !known && asked.mentions.length + asked.dates.length === 0)
    return refuse('no-question');
  if (!best) return refuse('unknown-subject');
  if (asked.topic.some((one) => isUnknownName(one, asked, library))) return refuse('unknown-subject');

  const onlyDay =
    asked.dates.length > 0 && asked.topic.length === 0 && (asked.kind === 'happened' || asked.kind === 'list');
  if (onlyDay) return refuse(isOutside(asked, library) ? 'outside-period' : 'unknown-subject');

  const relation = relationShare(asked, best.statement, library);
  const carried = relation >= enoughRelation && best.structure.names >= 0;
  if (asked.dates.length > 0 && best.structure.dates < 0) {
    if (isOutside(asked, library)) return refuse('outside-period');
    const contradicts = carried && asked.topic.length > 0 && asked.kind !== 'happened' && asked.kind !== 'list';
    return contradicts ? refuse('contradicted', [best.statement]) : refuse('unknown-subject');
  }
  if (asked.mentions.length > 0 && best.structure.names < 0) return refuse('no-such-attribute');
  if (asked.mentions.length > 1 && best.structure.names < 1 && asked.topic.length === 0)
    return refuse('no-such-attribute');
  if (asked.mentions.length + asked.dates.length > 0 && asked.topic.length > 0) {
    const needed = asked.mentions.length > 1 && best.structure.names < 1 ? enoughOfTwo : enoughRelation;
    if (relation < needed) {
      const otherwise = otherDay(asked, ranked, library);
      return otherwise ? refuse('contradicted', [otherwise]) : refuse('no-such-attribute');
    }
  }
  if (isSwapped(asked, ranked, library)) return refuse('no-such-attribute');
  if (relation < enoughWithoutName && asked.topic.some((one) => isNameElsewhere(one, asked, best.statement, library)))
    return refuse('unknown-subject');
  if (asked.topic.some(({ token }) => isOtherNumber(token.folded, best.statement, asked, library)))
    return carried
      ? refuse(
          'contradicted',
          ranked.slice(0, shown).map(({ statement }) => statement),
        )
      : refuse('unknown-subject');

  const subjects = asked.mentions.length + asked.dates.length;
  if (subjects === 0 && asked.topic.length <= fewTerms && !saysEach(asked, best.statement, library))
    return refuse('unknown-subject');
  const { withTitle, record, grams } = best.text;
  const terms = new Set(asked.search.terms).size;
  if (withTitle + record + grams < enoughEvidence(terms))
    return refuse(asked.mentions.length ? 'no-such-attribute' : 'unknown-subject');
  return null;
}

/** The statement that says what is asked, but of another day; undefined where none does, or no name and day are asked for. */
function otherDay(asked: Asked, ranked: readonly Ranked[], library: Library): LoadedStatement | undefined {
  if (asked.dates.length === 0 || asked.mentions.length === 0) return undefined;
  return ranked.find(
    ({ statement, structure }) =>
      structure.dates < 0 && structure.names === 1 && relationShare(asked, statement, library) >= nearlyAll,
  )?.statement;
}

/** A word written as a name, in mid-sentence, that no record has. */
function isUnknownName({ token, term }: Topic, asked: Asked, library: Library): boolean {
  if (!token.capital || token.start === 0 || library.statements.knows(term, asked.language)) return false;
  return !library.synonyms.of(term, asked.language).some((other) => library.statements.knows(other, asked.language));
}

/** A word written as a name that neither the statement nor its record has. */
const isNameElsewhere = ({ token, term }: Topic, asked: Asked, statement: LoadedStatement, library: Library) =>
  token.capital && token.start > 0 && library.statements.covered(statement, term, asked.language) === null;

/** Whether a statement or its title has each word asked about, or one of its root. */
const saysEach = (asked: Asked, statement: LoadedStatement, library: Library) =>
  asked.topic.every(({ term }) =>
    [term, ...library.synonyms.of(term, asked.language)].some(
      (form) => library.statements.nearness(statement, form, asked.language) >= 0.8,
    ),
  );

/** A figure of two digits or more that the question states and the statement has not. */
const isOtherNumber = (word: string, statement: LoadedStatement, asked: Asked, library: Library) =>
  /^\d{2,}/.test(word) && library.statements.covered(statement, word, asked.language) === null;

/** How much of what is asked about the names and days a statement says, by the words' weights: 0 to 1. */
export function relationShare(asked: Asked, statement: LoadedStatement, library: Library): number {
  let said = 0;
  let total = 0;
  for (const { term } of asked.topic) {
    const weight = library.statements.weight(term, asked.language);
    const forms = [term, ...library.synonyms.of(term, asked.language)];
    total += weight;
    said += weight * Math.max(...forms.map((form) => library.statements.nearness(statement, form, asked.language)));
  }
  return total === 0 ? 1 : said / total;
}

/** Whether all days asked for lie outside the time that the knowledge is about. */
function isOutside(asked: Asked, library: Library): boolean {
  const first = `${library.years[0]}-01-01`;
  const last = `${library.years.at(-1)}-12-31`;
  return asked.dates.every(({ periods }) =>
    periods.every(({ from, to }) => (to !== null && to < first) || (from !== null && from > last)),
  );
}

/** The records nearest to a question that has no answer. */
export function suggest(asked: Asked, ranked: readonly Ranked[], limit = 3): LoadedRecord[] {
  const named = asked.mentions.flatMap((mention) => mention.records.slice(0, 1));
  return [...new Set([...named, ...ranked.slice(0, 10).map(({ statement }) => statement.record)])].slice(0, limit);
}

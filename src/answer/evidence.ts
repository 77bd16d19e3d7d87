/** How far a statement says what a question asks. */

import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { isNumber } from '../language/numbers.ts';
import { readDates } from '../language/question-dates.ts';
import { isCount } from '../language/question-kind.ts';
import { stem, type Token, tokenize } from '../language/tokens.ts';
import type { Asked, Topic } from '../question/asked.ts';
import type { Library } from '../search/library.ts';

/** How nearly a statement says a term or any word that stands for it: 0 to 1. */
export const nearness = (term: string, asked: Asked, statement: LoadedStatement, library: Library): number =>
  library.index(asked.language).nearness(statement, term);

/** How much of what is asked about the names and days a statement says, by the words' weights: 0 to 1. */
export function relationShare(asked: Asked, statement: LoadedStatement, library: Library): number {
  let share = 0;
  let total = 0;
  for (const { term } of asked.topic) {
    const weight = library.index(asked.language).weight(term);
    total += weight;
    share += weight * nearness(term, asked, statement, library);
  }
  return total === 0 ? 1 : share / total;
}

const isName = ({ token }: Topic) => token.capital && token.start > 0;

/** A word written as a name, in mid-sentence, that no record has. */
export function isUnknownName(one: Topic, asked: Asked, library: Library): boolean {
  if (!isName(one)) return false;
  const forms = [one.term, ...library.synonyms.of(one.term, asked.language)];
  return !forms.some((form) => library.index(asked.language).knowsRoot(form));
}

/** A word written as a name that neither the statement nor its record has. */
export const isNameElsewhere = (one: Topic, asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  isName(one) && library.index(asked.language).covered(statement, one.term) === null;

/** A figure of two digits or more that the question states and the statement has not. */
export const isOtherNumber = ({ token }: Topic, asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  /^\d{2,}/.test(token.folded) && library.index(asked.language).covered(statement, token.folded) === null;

/** How far from a word its number or name may stand. */
const reach = 4;

/**
 * Whether the statement gives what is asked of the first word beside the one that asks: a number near it ("how many
 * **tonnes**"), or a name or number near it ("which **judge**"); null where no such word is asked about.
 */
export function givesFocus(asked: Asked, statement: LoadedStatement, library: Library): boolean | null {
  const [focus] = asked.focus;
  const { language } = asked;
  if (!focus || !(language in statement.text)) return null;
  const count = isCount(asked.kind);
  const forms = new Set(library.index(language).forms(focus.term));
  const tokens = tokenize(statement.text[language] as string);
  const dates = readDates(tokens, []);
  const inDate = (at: number) => dates.some(({ first, end }) => at >= first && at < end);
  const gives = (at: number) => {
    const token = tokens[at] as Token;
    if (isNumber(token.folded)) return !inDate(at);
    return !count && token.capital && at > 0 && !asked.folded.has(token.folded);
  };
  return tokens.some(
    (token, at) =>
      forms.has(stem(token.folded, language)) &&
      tokens.some((_, other) => other !== at && Math.abs(other - at) <= reach && gives(other)),
  );
}

/** Whether the text names a person or place, but not the one of that type that is asked about. */
export function namesAnother(asked: Asked, statement: LoadedStatement, library: Library): boolean {
  const { named } = library.facets(statement);
  return asked.mentions.some(({ records }) => {
    const [wanted] = records;
    if (wanted?.type !== 'person' && wanted?.type !== 'place') return false;
    if (records.some((record) => record === statement.record || named.includes(record))) return false;
    const others = named.filter((record) => record.type === wanted.type && isParticular(record));
    const within = others.some(
      (record) => record.type === 'place' && library.within(record).some((outer) => records.includes(outer)),
    );
    return others.length > 0 && !within && isParticular(wanted);
  });
}

/** A country is where everything happens. */
const isParticular = (record: LoadedRecord): boolean => record.type !== 'place' || record.within !== undefined;

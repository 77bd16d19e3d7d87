/** How far a statement says what a question asks. */
import type { LoadedStatement } from '../knowledge/model.ts';
import { kazakhToCyrillic } from '../language/kazakh.ts';
import type { Library } from './library.ts';
import type { Asked, Topic } from './understand.ts';

/** The nearness of a term or any word that stands for it; from this on it counts as said. */
const said = 0.8;

export const nearness = (term: string, asked: Asked, statement: LoadedStatement, library: Library): number =>
  Math.max(
    ...[term, ...library.synonyms.of(term, asked.language)].map((form) =>
      library.statements.nearness(statement, form, asked.language),
    ),
  );

/** How much of what is asked about the names and days a statement says, by the words' weights: 0 to 1. */
export function relationShare(asked: Asked, statement: LoadedStatement, library: Library): number {
  let share = 0;
  let total = 0;
  for (const { term } of asked.topic) {
    const weight = library.statements.weight(term, asked.language);
    total += weight;
    share += weight * nearness(term, asked, statement, library);
  }
  return total === 0 ? 1 : share / total;
}

/** Whether a statement or its title has each word asked about, or one of its root. */
export const saysEach = (asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  asked.topic.every((one) => saysTopic(one, asked, statement, library));

const isName = ({ token }: Topic) => token.capital && token.start > 0;

/** A word written as a name, in mid-sentence, that no record has. */
export function isUnknownName(one: Topic, asked: Asked, library: Library): boolean {
  if (!isName(one)) return false;
  const forms = [one.term, ...library.synonyms.of(one.term, asked.language)];
  return !forms.some((form) => library.statements.knowsRoot(form, asked.language));
}

/** A word written as a name that neither the statement nor its record has. */
export const isNameElsewhere = (one: Topic, asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  isName(one) && library.statements.covered(statement, one.term, asked.language) === null;

/** A figure of two digits or more that the question states and the statement has not. */
export const isOtherNumber = ({ token }: Topic, asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  /^\d{2,}/.test(token.folded) && library.statements.covered(statement, token.folded, asked.language) === null;

const determiner = /^(which|what|какой|какая|какое|какие|какую|каким|каких|каком)$/;
/** Kazakh says so after the noun. */
const determinerAfter = /^(кандай)$/;

/** What is asked of someone named, by the noun beside the word that asks: "what salary", "какое образование", "жалақысы қандай". */
export function attributeAsked({ tokens, topic, mentions, kind, language }: Asked): Topic | undefined {
  const [one, second] = mentions;
  if (one?.records[0]?.type !== 'person' || second || kind !== 'what') return undefined;
  const after = language === 'kk';
  const at = tokens.findIndex(({ folded }) =>
    after ? determinerAfter.test(kazakhToCyrillic(folded)) : determiner.test(folded),
  );
  const noun = at < 0 ? undefined : tokens[after ? at - 1 : at + 1];
  return topic.find(({ token }) => token === noun);
}

/** Whether a statement or its title says a word asked about, or one of its root. */
export const saysTopic = ({ term }: Topic, asked: Asked, statement: LoadedStatement, library: Library): boolean =>
  nearness(term, asked, statement, library) >= said;

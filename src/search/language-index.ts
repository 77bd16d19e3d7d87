/** Everything about the statements in one language: MiniSearch brings candidates, features of each decide their order. */
import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import type { Knowledge, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { textLanguage } from '../knowledge/texts.ts';
import { isLight } from '../language/light-words.ts';
import { memo } from '../language/memo.ts';
import { askingWords, type Kind } from '../language/question-kind.ts';
import { type Analysed, analyse, plainWords, tokenize } from '../language/tokens.ts';
import { type Entry, featuresOf, synonymWorth, type TextFeatures, type Wanted, wantedOf } from './features.ts';
import { createQuestionIndex, type Near, type Point, type QuestionIndex, type ReadQuestion } from './question-index.ts';
import type { Synonyms } from './synonyms.ts';
import { score } from './weights.ts';
import { createWordForms } from './word-forms.ts';

export interface Candidate {
  readonly statement: LoadedStatement;
  readonly features: TextFeatures;
  readonly score: number;
}

/** A question as it is looked for. */
export interface Sought extends Analysed {
  /** What it asks about, as far as it is no name: terms among its own. */
  readonly topic?: readonly string[];
  /** For each name in it, every term by which that is known: who says a surname says the person. */
  readonly names?: readonly (readonly string[])[];
  readonly kind?: Kind;
}

export interface SearchOptions {
  /** Considered whatever their words. */
  readonly also?: Iterable<LoadedStatement>;
  /** Whether a statement holds the kind of thing that is asked for. */
  readonly holds?: (statement: LoadedStatement) => boolean;
}

export interface LanguageIndex {
  /** Statements that share words with the question, best first. */
  search(asked: Sought, options?: SearchOptions): Candidate[];
  /** How near the question is to one that no statement answers, 0 to 1. */
  unanswered(asked: Sought): number;
  /** Statements beside which there is a question that is like it, nearest first. */
  alike(asked: Sought): LoadedStatement[];
  /** How telling a term is: its inverse document frequency as a share of the highest, 1 where no statement has it. */
  weight(term: string): number;
  /** The same as far as a question asks for it: a light word tells little of that. */
  weightOfAsking(term: string): number;
  /** A term and those that stand for it, as far as any statement, title or question has them. */
  forms(term: string): readonly string[];
  /** Whether any statement, title or question has the term. */
  knows(term: string): boolean;
  /** Whether any of them has the term or one that begins with the same letters, as inflected names do. */
  knowsRoot(term: string): boolean;
  /** Whether a record's title has a term. */
  titled(record: LoadedRecord, term: string): boolean;
  /** Share of a record's title that the terms say. */
  titleShare(record: LoadedRecord, terms: ReadonlySet<string>): number;
  /** Whether a question in this language stands beside the statement. */
  isAsked(statement: LoadedStatement): boolean;
  /** The terms of a statement's text, and those that its phrases stand for. */
  termsOf(statement: LoadedStatement): ReadonlySet<string>;
  /** Where a term is: in the statement itself, in its record's title, elsewhere in its record, or nowhere. */
  covered(statement: LoadedStatement, term: string): 'statement' | 'title' | 'record' | null;
  /** How nearly a statement says a term: 1 the term or one that stands for it, less a question or a word of its root. */
  nearness(statement: LoadedStatement, term: string): number;
}

const considered = 36;
/** So many more that have the nearest questions. */
const consideredByQuestion = 16;
const titleBoost = 0.5;
const synonymBoost = 0.3;
/** Terms this common bring no candidates where enough others do: they cost most of the time, and features count them. */
const commonWeight = 0.25;
const fewTelling = 2;
/** From here on one question is like another. */
const enoughAlike = 0.4;
/** What a light word counts beside another. */
const lightWeight = 0.2;
const fewRelatives = 6;
/** Synonyms beyond this many bring candidates that something else brings too. */
const mostSynonyms = 8;
/** Statements read between two looks at what else is to be done. */
const atOnce = 100;
/** How many statements before and after one are beside it, nearest first. */
const beside = [1, -1, 2, -2, 3, -3];

/** @param language BCP 47 tag; a statement without a text in it is indexed by the text that its readers are shown. */
export async function createLanguageIndex(
  { statements, records }: Pick<Knowledge, 'statements' | 'records'>,
  language: string,
  synonyms: Synonyms,
): Promise<LanguageIndex> {
  const read = (texts: Record<string, string>) =>
    analyse(tokenize(texts[textLanguage(texts, language)] ?? ''), language);
  const readQuestion = <Of>(text: string, of: Of): ReadQuestion<Of> => ({
    of,
    text,
    terms: new Set(analyse(tokenize(text), language).terms),
  });
  const kindOf = (text: string) => askingWords(plainWords(tokenize(text), language), language).kind;
  const index = new MiniSearch<{ id: number; text: string; title: string }>({
    fields: ['text', 'title'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term || null,
  });
  const entries: Entry[] = [];
  const numbers = new Map<LoadedStatement, number>();
  const titles = new Map<LoadedRecord, Analysed>();
  const recordTerms = new Map<LoadedRecord, Set<string>>();
  const frequency = new Map<string, number>();
  const heard = new Set<string>();
  /** Beside statements, by their numbers. */
  const known: ReadQuestion<number>[] = [];
  const titleOf = (record: LoadedRecord) => titles.getOrInsertComputed(record, () => read(record.title));

  for (const [id, statement] of statements.entries()) {
    if (id % atOnce === 0) await setImmediate();
    const { record } = statement;
    const title = titleOf(record);
    const text = read(statement.text);
    const meant = synonyms.ofPhrases(text.terms, language).flatMap(({ others }) => others);
    const own = new Set([...text.terms, ...meant]);
    for (const term of new Set([...own, ...title.terms])) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    const asks = (statement.questions[language] ?? []).map((question) => readQuestion(question, id));
    known.push(...asks);
    const questionTerms = new Set(asks.flatMap(({ terms }) => [...terms]));
    const all = recordTerms.getOrInsertComputed(record, () => new Set(title.terms));
    for (const term of [...own, ...questionTerms]) all.add(term);
    for (const term of [...title.terms, ...own, ...questionTerms]) heard.add(term);
    numbers.set(statement, id);
    entries.push({
      statement,
      position: Number(statement.id.slice(statement.id.lastIndexOf('#') + 1)),
      text: own,
      title: new Set(title.terms),
      record: all,
      terms: text.terms,
      words: [...text.words, ...title.words],
      questionTerms,
    });
    index.add({ id, text: [...text.terms, ...meant].join(' '), title: title.terms.join(' ') });
  }

  const entryOf = (statement: LoadedStatement) => entries[numbers.get(statement) as number] as Entry;
  const around = (id: number) =>
    beside.flatMap((step) => {
      const other = entries[id + step];
      return other && other.statement.record === entries[id]?.statement.record ? [other] : [];
    });
  const words = createWordForms(heard, synonyms, language);

  const highest = Math.log(1 + statements.length);
  const weights = new Map(
    [...frequency].map(([term, count]) => [term, Math.log(1 + statements.length / count) / highest]),
  );
  const weight = (term: string) => weights.get(term) ?? 1;
  const weightOfAsking = (term: string) => (isLight(term, language) ? lightWeight : 1) * weight(term);
  const questions = createQuestionIndex(known.splice(0), weightOfAsking, kindOf);
  const notAnswered = createQuestionIndex(
    [...records.values()].flatMap((record) =>
      (record.unanswered[language] ?? []).map((question) => readQuestion(question, record)),
    ),
    weightOfAsking,
    kindOf,
  );

  const prepared = new WeakMap<Sought, { standIns: (term: string) => readonly string[]; points: readonly Point[] }>();

  return {
    weight,
    weightOfAsking,
    forms: words.of,
    knows: words.knows,
    knowsRoot: words.knowsRoot,
    titled: (record, term) => titleOf(record).terms.includes(term),
    titleShare(record, terms) {
      const own = titleOf(record).terms;
      return own.length === 0 ? 0 : own.filter((term) => terms.has(term)).length / own.length;
    },
    isAsked: (statement) => entryOf(statement).questionTerms.size > 0,
    termsOf: (statement) => entryOf(statement).text,
    covered(statement, term) {
      const { text, title, record } = entryOf(statement);
      return text.has(term) ? 'statement' : title.has(term) ? 'title' : record.has(term) ? 'record' : null;
    },
    nearness(statement, term) {
      const { text, title, record, questionTerms } = entryOf(statement);
      const forms = words.of(term);
      if (forms.some((form) => text.has(form) || title.has(form))) return 1;
      if (forms.some((form) => questionTerms.has(form))) return 0.9;
      if (words.relatives(term).some((other) => text.has(other) || title.has(other) || questionTerms.has(other)))
        return 0.8;
      return forms.some((form) => record.has(form)) ? 0.25 : 0;
    },
    search(asked, { also = [], holds = () => false } = {}) {
      const wanted = wantedOf(asked, weight, soughtFor(asked).standIns);
      if (wanted.terms.length === 0) return [];
      const near = nearTo(asked, questions);
      const hits = matching(wanted).slice(0, considered);
      const matched = new Map(hits.map((hit) => [hit.id as number, hit.score]));
      const asking = [...near].sort((a, b) => b[1].likeness - a[1].likeness);
      for (const [id] of asking.slice(0, consideredByQuestion)) if (!matched.has(id)) matched.set(id, 0);
      for (const statement of also) {
        const id = numbers.get(statement);
        if (id !== undefined && !matched.has(id)) matched.set(id, 0);
      }
      const best = hits[0]?.score ?? 1;
      return [...matched]
        .map(([id, raw]) => {
          const entry = entries[id] as Entry;
          const { statement } = entry;
          const asks = near.get(id)?.likeness ?? 0;
          const features = featuresOf(entry, wanted, around(id), raw / best, asks, holds(statement));
          return { statement, features, score: score(features) };
        })
        .sort((a, b) => b.score - a.score);
    },
    unanswered: (asked) => Math.max(0, ...[...nearTo(asked, notAnswered).values()].map(({ likeness }) => likeness)),
    alike: (asked) =>
      [...nearTo(asked, questions)]
        .filter(([, { likeness }]) => likeness >= enoughAlike)
        .sort((a, b) => b[1].likeness - a[1].likeness)
        .map(([id]) => statements[id] as LoadedStatement),
  };

  /** The nearest questions of an index, by what they stand beside. */
  function nearTo<Of>(asked: Sought, among: QuestionIndex<Of>): Map<Of, Near<Of>> {
    return among.nearest(soughtFor(asked).points, asked.kind ?? 'words');
  }

  /** What is worked out once for a question: what may stand for its terms, and what it asks about. */
  function soughtFor(asked: Sought) {
    return prepared.getOrInsertComputed(asked, () => {
      const standIns = standInsOf(asked);
      return { standIns, points: pointsOf(asked, standIns) };
    });
  }

  /** For a term of the question, those that may stand for it. */
  function standInsOf({ terms }: Sought): (term: string) => readonly string[] {
    const phrases = synonyms.ofPhrases(terms, language);
    return memo((term) => [
      ...words.of(term).slice(1),
      ...phrases.flatMap(({ phrase, others }) => (phrase.includes(term) ? others : [])),
      ...(words.knows(term) ? [] : words.ofSameRoot(term).slice(0, fewRelatives)),
    ]);
  }

  /** What MiniSearch finds for the question's telling terms and for some that may stand for them. */
  function matching({ terms, weights: own, synonyms: standing }: Wanted) {
    const rare = terms.filter((_, i) => (own[i] as number) > commonWeight);
    const telling = rare.length >= fewTelling ? rare : terms;
    const others = [...new Set(standing.flat())]
      .filter((term) => !terms.includes(term) && weight(term) > commonWeight)
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, mostSynonyms);
    return index.search([...telling, ...others].join(' '), {
      boost: { title: titleBoost },
      boostTerm: (_, at) => (at < telling.length ? 1 : synonymBoost),
    });
  }

  /** What is asked about, to be compared with questions: each word, and each name as one. */
  function pointsOf(
    { terms, topic = terms, names = [] }: Sought,
    standIns: (term: string) => readonly string[],
  ): Point[] {
    const asked = [...new Set(topic)].map((term) => ({
      weight: weightOfAsking(term),
      said: new Map([...standIns(term).map((other): [string, number] => [other, synonymWorth]), [term, 1]]),
    }));
    const named = names.map((all) => {
      const forms = all.filter(words.knows);
      return {
        isName: true,
        weight: Math.max(0, ...forms.map(weight)),
        said: new Map(forms.map((form) => [form, 1])),
      };
    });
    return [...asked, ...named];
  }
}

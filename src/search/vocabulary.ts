/** The words of the pack's vocabularies in a question: measures, kinds of event, named days. */
import type { Knowledge } from '../knowledge/model.ts';
import { fold } from '../language/fold.ts';
import type { AskedDate, Days } from '../language/question-dates.ts';
import { isStopWord, stem, type Token, tokenize } from '../language/tokens.ts';

interface Phrase {
  readonly id: string;
  readonly stems: readonly string[];
}

/** A day that the pack names, like a holiday. */
export interface NamedDay extends AskedDate {
  /** Whether each year has one. */
  readonly yearly: boolean;
}

export interface Vocabulary {
  /** Whether the pack declares kinds of event or measures at all. */
  readonly declared: boolean;
  /** Ids, those with most words in the question first. */
  measures(tokens: readonly Token[], language: string): readonly string[];
  kinds(tokens: readonly Token[], language: string): readonly string[];
  days(tokens: readonly Token[], language: string): NamedDay[];
  /** Whether a folded word is one of a measure's words; whether it names a kind of event. */
  isMeasure(folded: string, language: string, id: string): boolean;
  isKind(folded: string, language: string): boolean;
  /** Whether a folded word is part of any phrase of the language. */
  has(folded: string, language: string): boolean;
}

type Words = Record<string, { words: Record<string, string[]> }>;

export function createVocabulary(knowledge: Knowledge, years: readonly number[]): Vocabulary {
  const { pack } = knowledge;
  const phrases = (vocabulary: Words) =>
    new Map(
      pack.languages.map((language) => [
        language,
        Object.entries(vocabulary).flatMap(([id, { words }]) =>
          (words[language] ?? []).map((phrase): Phrase => ({ id, stems: stemsOf(tokenize(phrase), language) })),
        ),
      ]),
    );
  const measures = phrases(pack.measures);
  const kinds = phrases(pack.kinds);
  const days = phrases(pack.days);
  const all = new Map(
    pack.languages.map((language) => [
      language,
      new Set([measures, kinds, days].flatMap((list) => (list.get(language) ?? []).flatMap(({ stems }) => stems))),
    ]),
  );
  /** Kinds as written: "protests" asks for events although "protesters", a measure's word, has the same stem. */
  const kindWords = new Map(
    pack.languages.map((language) => {
      const written = Object.values(pack.kinds).flatMap(({ words }) => words[language] ?? []);
      return [
        language,
        new Set(written.flatMap((one) => [fold(one), ...(language === 'en' ? [`${fold(one)}s`] : [])])),
      ];
    }),
  );
  return {
    declared: Object.keys(pack.kinds).length + Object.keys(pack.measures).length > 0,
    measures(tokens, language) {
      const written = kindWords.get(language);
      const others = tokens.filter((token) => !written?.has(token.folded));
      return matching(measures.get(language) ?? [], others, language);
    },
    kinds: (tokens, language) => matching(kinds.get(language) ?? [], tokens, language),
    isMeasure: (folded, language, measure) =>
      (measures.get(language) ?? []).some(({ id, stems }) => id === measure && stems.includes(stem(folded, language))),
    isKind: (folded, language) =>
      (kinds.get(language) ?? []).some(({ stems }) => stems.includes(stem(folded, language))),
    has: (folded, language) => all.get(language)?.has(stem(folded, language)) ?? false,
    days(tokens, language) {
      const stems = tokens.map((token) => stem(token.folded, language));
      const found: NamedDay[] = [];
      for (const { id, stems: phrase } of days.get(language) ?? []) {
        const first = sequence(stems, phrase);
        if (first < 0) continue;
        const said = tokens.map((token) => token.folded).find((word) => /^(19|20)\d\d$/.test(word));
        const date = pack.days[id]?.date as string;
        const full = /^\d{4}-/.test(date);
        const of = (day: string): Days => ({ from: day, to: day });
        found.push({
          periods: full ? [of(date)] : (said ? [Number(said)] : years).map((year) => of(`${year}-${date}`)),
          precision: 'day',
          yearly: !full,
          yearSaid: full || said !== undefined,
          first,
          end: first + phrase.length,
        });
      }
      return found;
    },
  };
}

const stemsOf = (tokens: readonly Token[], language: string) => tokens.map((token) => stem(token.folded, language));

/** Where a phrase stands among the stems, or -1. */
function sequence(stems: readonly string[], phrase: readonly string[]): number {
  return stems.findIndex((_, at) => phrase.every((word, k) => stems[at + k] === word));
}

/** Phrases all of whose content words are in the question, in any order; more words first, then what is said last: of
 * "how many protesters were fined" the fined are counted. */
function matching(phrases: readonly Phrase[], tokens: readonly Token[], language: string): string[] {
  const said = stemsOf(tokens, language);
  const best = new Map<string, { words: number; last: number }>();
  for (const { id, stems } of phrases) {
    if (!stems.every((word) => said.includes(word))) continue;
    const words = stems.filter((word) => !isStopWord(word, language)).length;
    const last = Math.max(...stems.map((word) => said.lastIndexOf(word)));
    const other = best.get(id);
    if (!other || words > other.words || (words === other.words && last > other.last)) best.set(id, { words, last });
  }
  return [...best].sort(([, a], [, b]) => b.words - a.words || b.last - a.last).map(([id]) => id);
}

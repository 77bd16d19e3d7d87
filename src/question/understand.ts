/** What a question asks: its kind, language, dates, names, measures, and what is left over. */

import type { Knowledge, LoadedRecord } from '../knowledge/model.ts';
import { inLanguage } from '../knowledge/texts.ts';
import { detectLanguage } from '../language/detect.ts';
import { clean } from '../language/fold.ts';
import { type AskedDate, overlaps, readDates } from '../language/question-dates.ts';
import {
  askingWords,
  asksOpinion,
  isInstruction,
  isSmallTalk,
  type Kind,
  onlyAsks,
} from '../language/question-kind.ts';
import { analyse, isStopWord, plainWords, stem, type Token, tokenize } from '../language/tokens.ts';
import type { Sought } from '../search/language-index.ts';
import type { Library } from '../search/library.ts';
import { type Mention, namesOf } from '../search/names.ts';
import type { NamedDay } from '../search/vocabulary.ts';
import { focusOf } from './focus.ts';
import { leadersMeant } from './leader-of.ts';
import { readRelative } from './relative-dates.ts';
import { strangerIn } from './stranger.ts';

export interface Asked {
  /** As read: cleaned, without markup, at most `longest` characters. */
  readonly text: string;
  /** The language it is written in. */
  readonly language: string;
  readonly kind: Kind;
  readonly opinion: boolean;
  /** It greets or thanks. */
  readonly smallTalk: boolean;
  /** It tells the bot to do something else than to answer. */
  readonly instruction: boolean;
  readonly tokens: readonly Token[];
  readonly folded: ReadonlySet<string>;
  /** Folded words joined by spaces, Kazakh ones in Cyrillic, for patterns. */
  readonly plain: string;
  readonly dates: readonly AskedDate[];
  /** The tokens that say them. */
  readonly dateTokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Ids of measures asked for, likeliest first. */
  readonly measures: readonly string[];
  /** Ids of kinds of event asked for. */
  readonly kinds: readonly string[];
  /** Terms to rank by: every content word, names in their standard spelling. */
  readonly search: Sought;
  /** Terms that are neither name, date nor measure: what is asked about them. */
  readonly topic: readonly Topic[];
  /** A name of somebody else: a surname that records know, beside a given name that its people do not have. */
  readonly stranger: string | null;
  /** Those of them that stand beside the word that asks, as far as they tell something: "what **medal** did …". */
  readonly focus: readonly Topic[];
}

export interface Topic {
  readonly term: string;
  readonly token: Token;
}

const longest = 600;

/** Markdown, mentions, links and custom emoji of a chat message are no words. */
const plainText = (question: string) =>
  clean(question.slice(0, 8 * longest))
    .replace(/<(?:@[!&]?|#|a?:\w+:)\d*>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/@(?:everyone|here)\b/g, ' ')
    .replace(/[*_~`|>]+/g, ' ')
    .slice(0, longest);

/** Reads a question. Never throws, whatever the text. */
export function understand(question: string, knowledge: Knowledge, library: Library, preferred?: string): Asked {
  const text = plainText(question);
  const language = detectLanguage(text, knowledge.pack.languages, preferred, (folded, tag) =>
    library.index(tag).knows(stem(folded, tag)),
  );
  const tokens = mended(tokenize(text), language, library);
  const plain = plainWords(tokens, language);
  const relative = readRelative(tokens, language, library);
  const read = relative ? [relative] : readDates(tokens, library.years);
  const named = relative ? [] : library.vocabulary.days(tokens, language).filter((day) => isPossible(day, read));
  const dates = withNamedDays(read, named);
  const dated = (at: number) => [...read, ...named].some((date) => at >= date.first && at < date.end);
  const known = (folded: string) =>
    library.index(language).knows(stem(folded, language)) || library.vocabulary.has(folded, language);
  const inText = library.names.mentions(tokens, language, known).filter((mention) => !dated(mention.first));
  const isName = (at: number) => inText.some((mention) => at >= mention.first && at < mention.end);

  const free = tokens.filter((_, at) => !dated(at) && !isName(at));
  const asking = askingWords(plain, language);
  const words: Topic[] = [];
  tokens.forEach((token, at) => {
    if (isName(at) || dated(at) || isStopWord(token.folded, language)) return;
    if (onlyAsks.has(asking.kind) && at >= asking.first && at < asking.end) return;
    words.push({ term: stem(token.folded, language), token });
  });
  const { mentions, topic } = leadersMeant(inText, words, tokens, { kind: asking.kind, language, dates });
  return complete({
    text,
    language,
    focus: focusOf(tokens, topic, asking, language),
    stranger: strangerIn(tokens, inText, language, library),
    kind: asking.kind,
    opinion: asksOpinion(plain, language),
    smallTalk: isSmallTalk(plain, language),
    instruction: isInstruction(plain, language),
    tokens,
    plain,
    dates,
    dateTokens: tokens.filter((_, at) => dated(at)),
    mentions,
    measures: library.vocabulary.measures(free, language),
    kinds: library.vocabulary.kinds(free, language),
    topic,
  });
}

/** A day that the pack names lies in the time that the question gives: no election of 2019 is that of 2005. */
const isPossible = (day: AskedDate, read: readonly AskedDate[]) =>
  read.length === 0 || read.some((date) => date.periods.some((p) => day.periods.some((own) => overlaps(p, own))));

/** A day of each year narrows the year or month beside it; one that happened once stands beside it. */
function withNamedDays(read: readonly AskedDate[], named: readonly NamedDay[]): AskedDate[] {
  const narrows = named.filter(({ yearly, yearSaid }) => yearly && yearSaid);
  const wide = narrows.length ? read.filter(({ precision }) => precision === 'day') : read;
  return [...wide, ...named];
}

/** Words that no statement uses, unless they may be names, by the words that they are one slip away from. */
function mended(tokens: readonly Token[], language: string, library: Library): Token[] {
  return tokens.map((token) => {
    if ((token.capital && token.start > 0) || isStopWord(token.folded, language)) return token;
    if (library.index(language).knowsRoot(stem(token.folded, language)) && language !== 'en') return token;
    if (library.vocabulary.has(token.folded, language) || library.names.has(token.folded, language)) return token;
    return { ...token, folded: library.spelling.mend(token.folded, language) };
  });
}

/** Adds what follows from the parts: a question's search terms. Used again where a follow-up changes the parts. */
export function complete(parts: Omit<Asked, 'search' | 'folded'>): Asked {
  const { language, tokens, topic, dateTokens, mentions } = parts;
  const own = analyse([...topic.map(({ token }) => token), ...dateTokens], language);
  const names = mentions.map((mention) =>
    analyse(tokenize(inLanguage((mention.records[0] as LoadedRecord).title, language)), language),
  );
  return {
    ...parts,
    folded: new Set(tokens.map((token) => token.folded)),
    search: {
      terms: [...own.terms, ...names.flatMap((name) => name.terms)],
      words: [...own.words, ...names.flatMap((name) => name.words)],
      topic: own.terms,
      names: mentions.map(({ records }) => knownBy(records[0] as LoadedRecord, language)),
      kind: parts.kind,
    },
  };
}

/** The terms of every name of a record, as a text in the language may have them. */
const knownBy = (record: LoadedRecord, language: string): string[] => [
  ...new Set(namesOf(record).flatMap((name) => analyse(tokenize(name), language).terms)),
];

/** What a question asks: its kind, language, dates, names, measures, and what is left over. */

import type { Knowledge, LoadedRecord } from '../knowledge/model.ts';
import { inLanguage } from '../knowledge/texts.ts';
import { monthOf } from '../language/calendar-words.ts';
import { detectLanguage } from '../language/detect.ts';
import { clean, fold } from '../language/fold.ts';
import { type AskedDate, overlaps, readDates } from '../language/question-dates.ts';
import { askingWords, asksOpinion, isInstruction, isSmallTalk, onlyAsks } from '../language/question-kind.ts';
import { analyse, isStopWord, plainWords, stem, type Token, tokenize } from '../language/tokens.ts';
import type { Library } from '../search/library.ts';
import { namesOf } from '../search/names.ts';
import type { NamedDay } from '../search/vocabulary.ts';
import type { Asked, Topic } from './asked.ts';
import { focusOf } from './focus.ts';
import { leadersMeant } from './leader-of.ts';
import { readRelative } from './relative-dates.ts';
import { strangerIn } from './stranger.ts';

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
    dateTokens: tokens.filter((_, at) => dated(at)).map((token) => inFull(token, language)),
    mentions,
    measures: library.vocabulary.measures(free, language),
    kinds: library.vocabulary.kinds(free, language),
    topic,
  });
}

/** A month as texts write it: "Feb" as "February". */
function inFull(token: Token, language: string): Token {
  const month = monthOf(token.folded);
  if (!month) return token;
  const name = new Intl.DateTimeFormat(language, { month: 'long' }).format(new Date(2019, month - 1, 1));
  return { ...token, folded: fold(name) };
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

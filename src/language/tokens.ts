/** From a text to the terms by which it is found: tokens, stop words dropped, stems. */
import snowball from 'snowball-stemmers';
import { clean, fold } from './fold.ts';
import { kazakhToCyrillic } from './kazakh.ts';
import { memo } from './memo.ts';
import { inDigits } from './numbers.ts';
import { englishBase, kazakhRoot, russianRoot, russianWord } from './roots.ts';
import { stopWords } from './stop-words.ts';

export interface Token {
  /** As written, without invisible characters. */
  readonly text: string;
  readonly folded: string;
  /** Offset in the cleaned text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

const token = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}+)*/gu;
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g;

const foldWord = memo((word) => fold(word).replace(/'s$/, '').replace(/'/g, '').replace(thousands, ''));

/** The words and numbers of a text, in order. Hyphens part words; letters part from digits. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of clean(text).matchAll(token)) {
    const written = match[0];
    const folded = foldWord(written);
    if (folded)
      tokens.push({
        text: written,
        folded,
        start: match.index,
        end: match.index + written.length,
        capital: /^\p{Lu}/u.test(written),
      });
  }
  return tokens;
}

/** Folded words joined by spaces, Kazakh ones in Cyrillic, for patterns. */
export const plainWords = (tokens: readonly Token[], language: string): string =>
  tokens.map(({ folded }) => (language === 'kk' ? kazakhToCyrillic(folded) : folded)).join(' ');

const snow = (algorithm: string) => {
  const stemmer = snowball.newStemmer(algorithm);
  return (word: string) => stemmer.stem(word);
};

/** By language; made when first needed. */
const stemmers: Record<string, () => (word: string) => string> = {
  en: () => {
    const english = snow('english');
    return (word) => english(englishBase(word));
  },
  ru: () => {
    const russian = snow('russian');
    return (word) => russianWord(word) ?? russianRoot(russian(word));
  },
  kk: () => (word) => kazakhRoot(kazakhToCyrillic(word)),
  de: () => snow('german'),
  fr: () => snow('french'),
  tr: () => snow('turkish'),
};

const stems = new Map<string, (word: string) => string>();

/** The stem of a folded word in a language (BCP 47 tag); a number stays as it is. */
export function stem(folded: string, language: string): string {
  if (/^\d/.test(folded)) return folded;
  const number = inDigits(folded);
  if (number !== folded) return number;
  return stems.getOrInsertComputed(language, () => memo(stemmers[language]?.() ?? ((word) => word)))(folded);
}

/** Whether a token says only how something is asked. */
export const isStopWord = (folded: string, language: string): boolean =>
  stopWords(language).has(language === 'kk' ? kazakhToCyrillic(folded) : folded);

/** A text's words as the index knows them. */
export interface Analysed {
  /** Stems without stop words, in order, repeated where repeated. */
  readonly terms: string[];
  /** The same words unstemmed, in the script of the language's index. */
  readonly words: string[];
}

/** What of a text is indexed or looked up, in a language (BCP 47 tag). */
export function analyse(tokens: readonly Token[], language: string): Analysed {
  const found: Analysed = { terms: [], words: [] };
  for (const { folded } of tokens) {
    if (isStopWord(folded, language)) continue;
    found.terms.push(stem(folded, language));
    found.words.push(language === 'kk' ? kazakhToCyrillic(folded) : folded);
  }
  return found;
}

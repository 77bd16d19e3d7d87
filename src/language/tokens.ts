/** From a text to the terms by which it is found: tokens, stop words dropped, stems. */
import snowball from 'snowball-stemmers';
import { clean, fold } from './fold.ts';
import { kazakhToCyrillic } from './kazakh.ts';
import { memo } from './memo.ts';
import { englishBase, russianRoot } from './stem-more.ts';
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

const algorithms: Record<string, string> = { en: 'english', ru: 'russian', de: 'german', fr: 'french', tr: 'turkish' };
const stemmers = new Map<string, { stem(word: string): string }>();

/** Letters that Kazakh words are cut to: measured on public Kazakh exam questions, better than stripping suffixes. */
const kazakhStem = 5;

function stemmer(language: string): { stem(word: string): string } {
  let known = stemmers.get(language);
  if (!known) {
    const algorithm = algorithms[language];
    if (language === 'kk')
      known = { stem: (word) => kazakhToCyrillic(word).replace(/[ый]/g, 'и').slice(0, kazakhStem) };
    else if (language === 'en') {
      const snow = snowball.newStemmer('english');
      known = { stem: (word) => snow.stem(englishBase(word)) };
    } else if (language === 'ru') {
      const snow = snowball.newStemmer('russian');
      known = { stem: (word) => russianRoot(snow.stem(word)) };
    } else known = algorithm ? snowball.newStemmer(algorithm) : { stem: (word) => word };
    stemmers.set(language, known);
  }
  return known;
}

const stems = new Map<string, (word: string) => string>();

/** The stem of a folded word in a language (BCP 47 tag); a number stays as it is. */
export function stem(folded: string, language: string): string {
  if (/^\d/.test(folded)) return folded;
  return stems.getOrInsertComputed(language, () => memo((word) => stemmer(language).stem(word)))(folded);
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

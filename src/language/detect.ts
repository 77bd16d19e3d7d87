/** Which of a pack's languages a text is written in. */

import { kazakhToCyrillic } from './kazakh.ts';
import { stopWords } from './stop-words.ts';
import { tokenize } from './tokens.ts';

const kazakhCyrillic = /[әғқңөұүһі]/iu;
const kazakhLatin = /[şğñäıūǵŋ]/iu;
/** Endings that Kazakh has and Russian and English have not, after folding to Cyrillic. */
const kazakhEnding = /(?:лды|лди|нды|нди|ган|ген|кан|кен|дын|дин|нын|нин|тын|тин|лар|лер|дар|дер|тар|тер|гы|ги|шы|ши)$/;

/** How many of the words are common words of the language. */
function common(words: readonly string[], language: string): number {
  const list = stopWords(language);
  return words.reduce((count, word) => count + (list.has(word) ? 1 : 0), 0);
}

/**
 * The language of a text, out of those given (BCP 47 tags); `preferred` where the text does not tell (a bare name,
 * digits, no words). Tells Kazakh by its letters, or, typed without them or in Latin letters, by its common words.
 * @param knows whether a text in that language is known to have a folded word: tells where common words do not.
 */
export function detectLanguage(
  text: string,
  languages: readonly string[],
  preferred?: string,
  knows: (folded: string, language: string) => boolean = () => false,
): string {
  const fallback = preferred && languages.includes(preferred) ? preferred : (languages[0] ?? 'en');
  const words = tokenize(text).map((token) => token.folded);
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu) ?? []).length;
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length;
  if (cyrillic + latin === 0) return fallback;
  const has = (language: string) => languages.includes(language);
  if (cyrillic >= latin / 2) {
    if (has('kk') && kazakhCyrillic.test(text)) return 'kk';
    if (!has('kk') || !has('ru')) return has('ru') ? 'ru' : has('kk') ? 'kk' : fallback;
    const kazakh = common(words, 'kk') + words.filter((word) => kazakhEnding.test(word)).length / 2;
    const russian = common(words, 'ru');
    return kazakh > russian ? 'kk' : kazakh === russian && fallback === 'kk' ? 'kk' : 'ru';
  }
  if (!has('kk')) return has('en') && (common(words, 'en') > 0 || fallback === 'ru') ? 'en' : fallback;
  const cyrillised = words.map(kazakhToCyrillic);
  const kazakh =
    common(cyrillised, 'kk') +
    cyrillised.filter((word) => kazakhEnding.test(word)).length / 2 +
    (kazakhLatin.test(text) ? 0.75 : 0);
  const english = common(words, 'en');
  if (kazakh > english) return 'kk';
  const known = (language: string) => words.filter((word) => knows(word, language)).length;
  if (kazakh === english && known('kk') > known('en')) return 'kk';
  return has('en') ? (english === 0 && kazakh === 0 && preferred && latin < 25 ? fallback : 'en') : fallback;
}

/**
 * Keys that make spellings of one name equal: Cyrillic (Russian and Kazakh), the Kazakh Latin alphabets of 2018, 2019
 * and 2021, and English transliterations. For names only: in running text the key collides too often.
 */
import { fold } from './fold.ts';
import { memo } from './memo.ts';

// biome-ignore format: a table reads best in rows
const cyrillic: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i',
  ь: '', э: 'e', ю: 'iu', я: 'ia', є: 'e', ї: 'i', ґ: 'g', ў: 'u',
};

/** Applied in this order; each unifies spellings of one sound. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/dzh|zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ou/g, 'u'],
  [/ck|q|c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/i+/g, 'i'],
  [/^i(?=[eao])/g, ''],
  [/i(?=[eaou])/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The key of one word of a name: lower-case Latin letters and digits; empty where the word has neither. */
export const nameKey = memo((word) => {
  let key = '';
  for (const letter of fold(word)) key += cyrillic[letter] ?? (/[a-z0-9]/.test(letter) ? letter : '');
  for (const [spelling, sound] of rules) key = key.replace(spelling, sound);
  return key;
});

const russianEndings = 'ami ogo omu oi om em im am ah oiu ou u a e i iu ov ev'.split(' ');
const kazakhEndings = (
  'ning ding ting nin din tin men ben pen nan nen dan den tan ten niki diki tiki dagi degi tagi tegi ndagi ndegi ' +
  'ga ge ka ke na ne ni di ti da de ta te nda nde lar ler dar der tar ter'
).split(' ');
const longestFirst = (endings: readonly string[]) => [...endings].sort((a, b) => b.length - a.length);
const endings: Record<string, readonly string[]> = {
  en: ['s'],
  ru: longestFirst(russianEndings),
  kk: longestFirst([...kazakhEndings, ...russianEndings]),
};

const formsIn = (language: string) =>
  memo((key): readonly string[] => {
    const forms = new Set([key]);
    if (!/^\d/.test(key))
      for (const ending of endings[language] ?? [])
        if (key.endsWith(ending) && key.length - ending.length >= 3) forms.add(key.slice(0, -ending.length));
    // "партиясы" in the accusative is "партиясын".
    if (language === 'kk' && key.endsWith('in') && key.length > 4) forms.add(key.slice(0, -1));
    return [...forms];
  });
const formsByLanguage = new Map<string, (key: string) => readonly string[]>();

/**
 * What a key in running text may be without the ending that the language (BCP 47 tag) adds to a name, as endings look
 * in a key; the key itself comes first. A stem keeps three letters at least.
 */
export const nameForms = (key: string, language: string): readonly string[] =>
  formsByLanguage.getOrInsertComputed(language, formsIn)(key);

/** A name that ends in a vowel loses it before some endings (Astana → Astane): the form that is left, else the key. */
export const nameStem = (key: string): string => (key.length > 4 && /[aeiou]$/.test(key) ? key.slice(0, -1) : key);

/** One form for the many ways of typing the same text: case, marks, invisible characters, quotes. */

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
const latinMarks = /(\p{Script=Latin})\p{M}+/gu;

/** Kazakh Cyrillic letters, as people type them on a Russian keyboard. Russian has none of them. */
const kazakh: Record<string, string> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};
const kazakhLetters = /[әғқңөұүһіё]/g;
/** Latin letters whose mark makes another sound; other marks are dropped. */
const sounds: Record<string, string> = { ş: 'sh', š: 'sh', ç: 'ch', č: 'ch', ž: 'zh', ý: 'u' };
const latinLetters: Record<string, string> = { ı: 'i', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' };

/** Removes what nobody sees (zero-width characters, bidi controls, controls other than white space) from a text. */
export function clean(text: string): string {
  return text.replace(invisible, (character) => (/\s/.test(character) ? ' ' : '')).normalize('NFC');
}

/**
 * The folded form of a text: lower case, without marks on Latin letters, Kazakh Cyrillic letters as a Russian
 * keyboard has them, straight apostrophes. Idempotent. For comparing, never for showing.
 */
export function fold(text: string): string {
  return clean(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFC')
    .replace(/[şšçčžý]/g, (letter) => sounds[letter] as string)
    .normalize('NFD')
    .replace(latinMarks, '$1')
    .normalize('NFC')
    .replace(kazakhLetters, (letter) => kazakh[letter] as string)
    .replace(/[ıßæøłđðþ]/g, (letter) => latinLetters[letter] as string)
    .replace(/[’‘ʼʻ`´]/g, "'");
}

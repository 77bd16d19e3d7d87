/** Kazakh written in Latin letters, as the folded Cyrillic that the Kazakh texts are indexed by. */

/** Longest first; the alphabets of 2018, 2019 and 2021 and what people type without marks, after folding. */
// biome-ignore format: a table reads best in rows
const pairs: readonly (readonly [string, string])[] = [
  ['shch', 'щ'], ['sh', 'ш'], ['ch', 'ч'], ['zh', 'ж'], ['kh', 'х'], ['gh', 'г'],
  ['ya', 'я'], ['yu', 'ю'], ['ia', 'я'], ['iu', 'ю'],
  ['a', 'а'], ['b', 'б'], ['c', 'ц'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['h', 'х'], ['i', 'и'],
  ['j', 'ж'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'],
  ['s', 'с'], ['t', 'т'], ['u', 'у'], ['v', 'в'], ['w', 'у'], ['x', 'х'], ['y', 'ы'], ['z', 'з'],
];
const letters = new Map(pairs);
const latin = new RegExp(pairs.map(([from]) => from).join('|'), 'g');

/** After these vowels the Latin i or y is a consonant: "qai" and "qay" are "қай". */
const glide = /(?<=[аеоэ])[иы]/g;

/** A folded word in Latin letters as folded Kazakh Cyrillic; a word in other letters is returned as it is. */
export function kazakhToCyrillic(folded: string): string {
  if (!/[a-z]/.test(folded)) return folded;
  return folded.replace(latin, (letter) => letters.get(letter) as string).replace(glide, 'й');
}

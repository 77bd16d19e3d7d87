/** Names of months and seasons as people type them, folded, by the beginning of the word. */
import { kazakhToCyrillic } from './kazakh.ts';

const english =
  /^(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(june?)|(july?)|(aug)(?:ust)?|(sept?)(?:ember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)$/;
const russian =
  /^(?:(январ[ьяею]м?)|(феврал[ьяею]м?)|(март(?:[аеу]|ом)?)|(апрел[ьяею]м?)|(ма(?:[йяею]|ем))|(июн[ьяею]м?)|(июл[ьяею]м?)|(август(?:[аеу]|ом)?)|(сентябр[ьяею]м?)|(октябр[ьяею]м?)|(ноябр[ьяею]м?)|(декабр[ьяею]м?))$/;
const kazakh =
  /^(?:(кантар)|(акпан)|(наур[ыи]з)|(сауир)|(мам[ыи]р)|(маус[ыи]м)|(шилде)|(там[ыи]з)|(к[ыи]ркуйек|к[ыи]ркуиек)|(казан)|(караша)|(желтоксан))(?:[ыи]н)?(?:да|де|та|те|дан|ден|тан|тен|нан|нен|д[ыи]н|дин|т[ыи]н|тин|н[ыи]н|нин|га|ге|ка|ке|да[гк][ыи]|деги|ы|и|мен|бен|пен)?$/;

/** The month (1–12) that a folded word names in any of the three languages, or null. */
export function monthOf(folded: string): number | null {
  const match = english.exec(folded) ?? russian.exec(folded) ?? kazakh.exec(kazakhToCyrillic(folded));
  if (!match) return null;
  const at = match.slice(1).findIndex((group) => group !== undefined);
  return at < 0 ? null : at + 1;
}

const seasons: readonly (readonly [RegExp, number])[] = [
  [/^(spring|весн[аыеу]|весной|весною|коктем(де|нин|ги)?)$/, 3],
  [/^(summer|летом|лето|лета|жазда|жазды[нг].?)$/, 6],
  [/^(autumn|осен[ьи]|осенью|куз(де|ди|ги)?)$/, 9],
  [/^(winter|зим[аыеу]|зимой|зимою|кыс(та|ты|кы)?)$/, 12],
];

/** The first month of the season that a folded word names, or null. Winter's is December. */
export function seasonOf(folded: string): number | null {
  const word = kazakhToCyrillic(folded);
  return seasons.find(([names]) => names.test(folded) || names.test(word))?.[1] ?? null;
}

/** Words that may stand between a day and its month or year, or after a number: endings, "of", "year". */
export const filler = new Set(
  'st nd rd th of the го ого е я й ое ого года году год г гг ж числа число жыл жылы жылгы жылдын жылда жылдан жылга жылдагы ы и інші шы ши нши ншы'.split(
    ' ',
  ),
);

/** Words that join two dates to a range, and those that open one side of time. */
export const joins = new Set('to until till through thru по до and и мен бен пен жане дейин'.split(' '));
export const befores = new Set('before until till by prior до'.split(' '));
export const afters = new Set('after since following после с со'.split(' '));
/** Kazakh says so after the date. */
export const beforesAfter = new Set(['дейин']);
export const aftersAfter = new Set(['кейин', 'сон', 'бери']);

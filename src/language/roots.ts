/**
 * What the Snowball stemmers leave apart: irregular English forms, Russian participles, verbal nouns and aspects; and
 * Kazakh, for which there is none.
 */

// biome-ignore format: a table reads best in rows
const irregular: readonly string[] = [
  'begin began begun', 'win won', 'write wrote written', 'take took taken', 'hold held', 'build built', 'lead led',
  'pay paid', 'meet met', 'send sent', 'man men', 'woman women', 'child children', 'fight fought', 'sell sold',
  'buy bought', 'run ran', 'lose lost', 'leave left', 'choose chose chosen', 'make made', 'grow grew grown',
  'know knew known', 'stand stood', 'fall fell fallen', 'draw drew drawn', 'teach taught', 'shoot shot',
  'beat beaten', 'steal stole stolen', 'speak spoke spoken', 'break broke broken', 'catch caught', 'bring brought',
  'think thought', 'give gave given', 'become became', 'burn burnt', 'keep kept', 'drive drove driven', 'sing sang sung',
  'fly flew flown', 'eat ate eaten', 'wear wore worn', 'tell told', 'feel felt', 'spend spent', 'rise rose risen',
  'throw threw thrown', 'strike struck stricken', 'swear swore sworn', 'withdraw withdrew withdrawn', 'flee fled',
  'seek sought', 'hang hung', 'sit sat', 'sleep slept', 'forbid forbade forbidden', 'forgive forgave forgiven',
  'overthrow overthrew overthrown', 'undergo underwent undergone', 'die died dies dying', 'wife wives', 'life lives',
  'mouse mice', 'foot feet', 'tooth teeth', 'show showed shown', 'bear bore borne', 'lay laid', 'swim swam swum',
  'freeze froze frozen', 'hide hid hidden', 'ride rode ridden', 'shake shook shaken', 'wake woke woken', 'sink sank sunk',
  'drink drank drunk', 'dig dug', 'feed fed', 'lend lent', 'deal dealt', 'mean meant', 'bind bound', 'spring sprang sprung',
];
const bases = new Map(
  irregular.flatMap((row) => {
    const [base, ...forms] = row.split(' ') as [string, ...string[]];
    return forms.map((form) => [form, base] as const);
  }),
);

/** An irregular English form's base form; any other word as it is. */
export const englishBase = (folded: string): string => bases.get(folded) ?? folded;

/** Russian words that a stemmer takes for others: a judge is no court. */
const russianWords: readonly (readonly [RegExp, string])[] = [
  [/^судь(я|и|е|ю|ей|ями|ях|ям|ёй|ею)$|^судей(ск\S*)?$|^судьям$/, 'судья'],
];

/** The stem of a folded Russian word that is known by itself; any other word as null. */
export const russianWord = (folded: string): string | null =>
  russianWords.find(([forms]) => forms.test(folded))?.[1] ?? null;

/** Letters that must be left: shorter roots collide. */
const shortest = 4;
const suffixes = /(?:ыва|ива|а|я)?(?:нн|н|ен|енн)?$/;

/**
 * A Russian Snowball stem without what still tells a participle, verbal noun or aspect from its verb: "задержан",
 * "задержание" and "задерживали" are all of "задержать".
 */
export function russianRoot(stem: string): string {
  const cut = stem.replace(suffixes, '');
  const root = cut.length >= shortest ? cut : stem;
  return root.replace(/([бпвмф])л$/, '$1').replace(/жд$/, 'д');
}

// biome-ignore format: a table reads best in rows
const kazakhEndings: readonly string[] = [
  'ларинин', 'леринин', 'ларинда', 'леринде', 'ларина', 'лерине', 'ларин', 'лерин', 'лардин', 'лердин', 'дардин',
  'дердин', 'тардин', 'тердин', 'лари', 'лери', 'дари', 'дери', 'тари', 'тери', 'лар', 'лер', 'дар', 'дер', 'тар',
  'тер', 'синин', 'инин', 'синда', 'синде', 'инда', 'инде', 'нан', 'нен', 'дан', 'ден', 'тан', 'тен', 'нин', 'дин',
  'тин', 'сина', 'сине', 'ина', 'ине', 'син', 'ин', 'га', 'ге', 'ка', 'ке', 'на', 'не', 'да', 'де', 'та', 'те', 'ни',
  'ди', 'ти', 'си', 'ги', 'и', 'ган', 'ген', 'кан', 'кен', 'у',
];
const longestFirst = kazakhEndings.toSorted((a, b) => b.length - a.length);
/** Endings cut, and letters kept: measured on public Kazakh exam questions beside cutting alone and stripping alone. */
const kazakhCuts = 2;
const kazakhLength = 5;

/** A folded Kazakh word in Cyrillic without up to two endings, and no longer than five letters; ы and й as и. */
export function kazakhRoot(folded: string): string {
  let root = folded.replace(/[ый]/g, 'и');
  for (let cut = 0; cut < kazakhCuts; cut++) {
    const ending = longestFirst.find((one) => root.endsWith(one) && root.length - one.length >= shortest);
    if (!ending) break;
    root = root.slice(0, -ending.length);
  }
  return root.slice(0, kazakhLength);
}

/** What kind of thing is asked for, by the words that ask: English, Russian, Kazakh. */

export type Kind =
  | 'when'
  | 'how-long'
  | 'how-many'
  | 'where'
  | 'who'
  | 'why'
  | 'happened'
  | 'list'
  | 'compare'
  | 'yes-no'
  | 'what'
  | 'words';

/** Word beginnings are enough for the inflected languages. Tried in this order; the first that fits decides. */
const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['compare', /\b(compare|comparison|versus|vs|difference between)\b|(^| )(сравни|разница между|салыстыр)/],
  [
    'how-long',
    /\bhow (long|many (days|weeks|months|years)|much time)\b|(^| )(сколько (времени|дней|недель|месяцев|лет)|как долго|через сколько|(канша|неше) (уакыт|кун|апта|ай|жыл)(нан|нен|дан|ден|тан)?)( |$)/,
  ],
  [
    'how-many',
    /\bhow (many|much|large|big)\b|\b(what|which) (number|percentage|share|proportion|per cent|percent|turnout)\b|\bnumber of\b|(^| )(сколько|скольк|какое число|какое количество|каково число|какой процент|численность|канша|каншасы|канша(дан|га)|неше|нешеу|саны кан)/,
  ],
  [
    'when',
    /\bwhen\b|\b(what|which) (day|date|year|years|month|century|decade)\b|(^| )(когда|(какого|каком|какой|какая|какие) (числа|году|год|годы|годах|года|день|месяце|дата|даты|веке|век)|в какой день|с каких пор|кашан\S*|кай (кун|жыл|ай)\S*|кандай кун\S*|неше(нши|нши) )/,
  ],
  [
    'where',
    /\bwhere\b|\b(what|which) (city|cities|town|towns|place|places|country|countries|region|regions|square)\b|(^| )(где|куда|откуда|(в )?(каком|каких|какой|какие) (город\S*|мест\S*|стран\S*|регион\S*)|кайда\S*|кай (кала|жер|ел)\S*|кандай кала\S*)/,
  ],
  [
    'why',
    /\b(why|how come|what (caused|led to|triggered|sparked)|(reason|cause|causes|reasons) (for|of|behind))\b|(^| )(почему|зачем|отчего|из за чего|по какой причине|причин\S*|неге|неликтен|не себепт\S*|не ушин|себеби)( |$)/,
  ],
  [
    'who',
    /\b(who|whom|whose)\b|\b(what|which) (person|people|man|woman|politician|official|minister|party|organisation|organization|group|movement|candidate|candidates|journalist|journalists|activist|activists)\b|(^| )(кто|кого|кому|кем|ком|чей|чья|чье|чьи|ким|кимди|кимге|кимнин|кимдер\S*|кимнен|киммен)( |$)/,
  ],
  [
    'happened',
    /\bwhat (happened|took place|occurred|went on|was happening|has happened)\b|(^| )(что (произошло|случилось|происходило|было|творилось)|не (болды|болган|болып)|кандай окига\S*)( |$)/,
  ],
  [
    'list',
    /^(list|name|show|give) |\b(what|which) (events|protests|rallies|demonstrations|strikes|laws|people|organisations|cities|others)\b|(^| )(перечисл\S*|назови\S*|список|покажи\S*|(какие|какими) |кандай .*(лар|лер|дар|дер|тар|тер)( |$)|тизим)/,
  ],
  [
    'yes-no',
    /^(is|are|was|were|did|does|do|has|have|had|can|could)\b|\bis it true\b|(^| )(правда ли|верно ли|ли|рас па|шын ба|ма|ме|ба|бе|па|пе)( |$)/,
  ],
  [
    'what',
    /\b(what|which|how)\b|(^| )(что|чего|чему|чем|как|какой|какая|какое|какие|каким|какую|не|кандай|калай|кай)( |$)/,
  ],
];

/** @param plain the question's folded words joined by spaces, Kazakh ones in Cyrillic. */
export function kindOf(plain: string): Kind {
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'words';
}

/** Kinds whose asking words name nothing else: "what date", "в каком городе", "қай жерде". */
const plainlyAsked = new Set<Kind>(['when', 'where', 'how-long', 'yes-no']);

/** Which of the words joined in `plain` only ask, as positions: first, and the one after the last; null where none. */
export function askingWords(plain: string): readonly [first: number, end: number] | null {
  const [kind, pattern] = patterns.find(([, one]) => one.test(plain)) ?? [];
  const match = kind && plainlyAsked.has(kind) ? pattern?.exec(plain) : null;
  if (!match) return null;
  const before = plain.slice(0, match.index).trim();
  const first = before ? before.split(' ').length : 0;
  return [first, first + match[0].trim().split(' ').length];
}

const opinions: readonly RegExp[] = [
  /^(should|shall)\b|\b(should (i|we|you|people|one)|do you (think|believe|like|agree|want)|your (opinion|view)|what if)\b/,
  /^(recommend|advise|predict)\b|\badvice\b|\bhow (can|do|should|could) i\b/,
  /\bwill (there|he|she|they|it|the) .*\b(be|win|happen|become|resign|fall|lose|change|end|continue)\b|\b(who|when) will\b|\bwhat will happen\b/,
  /^(is|was|are|were) .*\b(good|bad|right|wrong|evil|justified|fair|better|worse|a dictator|a hero)( |$)/,
  /(^| )(стоит ли|следует ли|должен ли|нужно ли|надо ли|как (мне|ты думаешь|вы думаете|считаешь)|посоветуй\S*|порекоменд\S*|предскаж\S*)( |$)/,
  /(^| )((твое|ваше) мнение|по (твоему|вашему)( мнению)?|будет ли|что будет|кто (победит|станет|будет)|что если)( |$)/,
  /(^| )((хорош(ий|ая|о|ие)?|плох(ой|ая|о|ие)?|прав(ы|а)?|лучше) ли)( |$)/,
  /(^| )(калай оила\S*|калай ойла\S*|(сенин|сиздин) (пикир|ойы)\S*|кенес бер\S*|болжа\S*|керек пе|бола ма|не болады|ким (женеди|болады))( |$)/,
  /(^| )(дурыс па|жаксы ма|жаман ба|жаксы адам ба)( |$)/,
];

/** Whether advice, an opinion or a prediction is asked for. */
export const asksOpinion = (plain: string): boolean => opinions.some((pattern) => pattern.test(plain));

/** Who held an office, when, who came after, and whether someone did: from the offices of people's records. */

import { type Found, fieldStatement, presentAll } from '../answer/found.ts';
import type { AnswerStatement } from '../answer/types.ts';
import { word } from '../answer/wording.ts';
import type { DateSpan } from '../knowledge/date.ts';
import type { LoadedOffice, LoadedRecord } from '../knowledge/model.ts';
import { inLanguage, titleOf } from '../knowledge/texts.ts';
import { formatPeriod, formatSpan } from '../language/format-date.ts';
import { isLight } from '../language/light-words.ts';
import { type Days, overlaps } from '../language/question-dates.ts';
import { isWho } from '../language/question-kind.ts';
import { stem } from '../language/tokens.ts';
import type { Asked, Topic } from '../question/asked.ts';
import { eventOf } from '../question/event-of.ts';
import type { Library } from '../search/library.ts';
import type { Mention } from '../search/names.ts';
import { type Held, isSortOfPlace, isWordOf, type Offices, officesMeant } from './office-index.ts';

/** Words around an office that ask nothing else about it. */
const around =
  /^(be|becom\w*|becam\w*|was|serv\w*|ran|run|led|lead|head\w*|govern\w*|offic\w*|post|posit\w*|hold|held|holder|new|next|current|then|acting|appoint\w*|start\w*|end\w*|elect\w*|term|role|job|work\w*|стал\S*|станов\S*|рул\S*|правил\S*|управля\S*|руковод\S*|кресл\S*|сидел\S*|занима\S*|занял\S*|был\S*|явля\S*|долж\S*|пост\S*|назнач\S*|возглав\S*|работа\S*|тогда\S*|нов\S*|избра\S*|болд\S*|болга\S*|баскар\S*|кызм\S*|лауаз\S*|тага\S*|аткар\S*|жана|отыр\S*|сайла\S*)$/;
/** Who stood for an office did not hold it. */
const stands =
  /\b(ran|run|runs|running|stood|stand|standing) (for|against)\b|\bcandida\w*|(^| )(шел|шла|шли|идет|идти|пошел|баллотир\S*|выдвига\S*|выдвин\S*|кандидат\S*|туст(и|у)\S*|туск(ен|ени)\S*|тусуге|умиткер\S*)( |$)/;
const asksStart =
  /\b(becom\w*|became|appointed|start\w*|elected|take office|took office|since)\b|(^| )(стал\S*|назнач\S*|занял\S*|избра\S*|вступил\S*|болды|тагайындал\S*|сайланды)( |$)/;
const afterName = /^(after|following|после|вслед)$/;
const beforeName = /^(before|до|перед)$/;
/** Kazakh says so after the name. */
const afterNameKazakh = /^(кейин|keiin|keyin|сон|son)$/;
const beforeNameKazakh = /^(дейин|бурын|deiin|buryn)$/;
const asksWho = new Set(['who', 'name', 'what', 'list', 'words', 'yes-no']);
const asksWhich = new Set(['what', 'list', 'where']);
const shown = 5;

/** Answers a question about an office and nothing more; null where it is about something else. */
export function answerOffices(asked: Asked, offices: Offices, library: Library, language: string): Found | null {
  if (stands.test(asked.plain)) return null;
  const meant = officesMeant(asked, offices, library);
  const [first] = meant;
  if (!first) return answerPosts(asked, offices, language);
  const rest = asked.topic.filter((one) => !belongs(one, first, asked, library));
  const people = asked.mentions.filter(({ records }) => records[0]?.type === 'person');
  const inTitle = ({ first: from, end }: Mention) =>
    asked.tokens
      .slice(from, end)
      .every((token) => belongs({ term: stem(token.folded, asked.language), token }, first, asked, library));
  const others = asked.mentions.filter(
    (mention) =>
      mention.records[0]?.type !== 'person' &&
      !mention.records.some((r) => [...first.records, ...first.country].includes(r)) &&
      !(mention.first >= 0 && inTitle(mention)),
  );
  const then = rest.length + others.length > 0 ? timeOf(rest, others, asked, library) : null;
  const ofAnother =
    rest.every(({ token }) => token.capital) && others.every(({ records }) => records[0]?.type === 'place');
  if (rest.length + others.length > 0 && !then)
    return ofAnother && isWho(asked.kind) ? refuse('no-such-attribute', [], [first.person], language) : null;

  const periods = then ? [then] : asked.dates.flatMap((date) => date.periods);
  const at = ({ office }: Held) => periods.length === 0 || periods.some((period) => wasHeld(office, period));
  const [person] = people;
  if (!person)
    return asksWho.has(asked.kind) ? holders(inOrder(meant.filter(at)), first, periods.length > 0, language) : null;
  const theirs = inOrder(meant.filter((held) => people.every(({ records }) => records.includes(held.person))));
  const beside = [asked.tokens[person.first - 1], asked.tokens[person.end]].map((token) => token?.folded ?? '');
  const after = beside.some((one, i) => (i ? afterNameKazakh : afterName).test(one));
  if (theirs[0] && (after || beside.some((one, i) => (i ? beforeNameKazakh : beforeName).test(one))))
    return neighbour(inOrder(meant), theirs, after, language);
  const held = theirs.filter(at);
  if (!held[0]) {
    const instead = theirs.length ? theirs : inOrder(meant.filter(at));
    return refuse('contradicted', instead, person.records.slice(0, 1), language);
  }
  return term(asked, held[0], held, library, language);
}

/** Words that ask for an office without naming it. */
const post = /^(post|posit|offic|job|role|titl|должн\S*|пост\S*|кресл\S*|чин|лауаз\S*|кызме\S*)$/;

/** "Which post did A hold in 2019?": the offices of the person named; null where anything else is asked. */
function answerPosts(asked: Asked, offices: Offices, language: string): Found | null {
  const [mention, second] = asked.mentions;
  if (!mention || second || !asked.topic.some(({ term }) => post.test(term))) return null;
  const more = asked.topic.some(
    ({ term, token }) => !post.test(term) && !around.test(token.folded) && !isLight(term, asked.language),
  );
  if (more || !asksWhich.has(asked.kind)) return null;
  const periods = asked.dates.flatMap((date) => date.periods);
  const theirs = inOrder(offices.filter(({ person }) => mention.records[0] === person));
  const then = theirs.filter(({ office }) => periods.length === 0 || periods.some((period) => wasHeld(office, period)));
  if (then.length === 0) return null;
  const lead = new Intl.ListFormat(language).format(then.map(({ office }) => inLanguage(office.title, language)));
  return {
    by: 'offices',
    lead,
    named: [then[0]?.person as LoadedRecord],
    statements: then.slice(0, shown).map((held) => say(held, language)),
  };
}

/** "… when the depot in Arys blew up": the time of the event that all the other words mean. */
function timeOf(rest: readonly Topic[], others: readonly Mention[], asked: Asked, library: Library): Days | null {
  if (asked.dates.length > 0 || !isWho(asked.kind)) return null;
  const named = others.flatMap(({ first, end }) => (first < 0 ? [] : asked.tokens.slice(first, end)));
  const words = rest.filter(({ term }) => !isLight(term, asked.language)).map(({ token }) => token);
  return words.length + named.length > 0
    ? (eventOf([...words, ...named], asked.language, library)?.event.date ?? null)
    : null;
}

const belongs = (one: Topic, first: Held, asked: Asked, library: Library): boolean =>
  isWordOf(one, first.words.get(asked.language) ?? [], asked, library) ||
  around.test(one.token.folded) ||
  around.test(one.term) ||
  isLight(one.term, asked.language) ||
  (first.records.some(({ type }) => type === 'place') && isSortOfPlace(one.token.folded));

/** Whether an office was held in a period, as far as is known: one whose start is not known may have begun later. */
function wasHeld({ from, to }: LoadedOffice, period: Days): boolean {
  const days = { from: from?.from ?? to?.from ?? null, to: to?.to ?? null };
  return days.from !== null && overlaps(period, days);
}

const startOf = (held: Held) => held.office.from?.from ?? '';
const inOrder = (list: readonly Held[]) => [...list].sort((a, b) => startOf(a).localeCompare(startOf(b)));

function refuse(
  reason: 'no-such-attribute' | 'contradicted' | 'outside-period',
  instead: readonly Held[],
  suggestions: readonly LoadedRecord[],
  language: string,
): Found {
  return { by: 'offices', reason, suggestions, statements: instead.slice(0, 3).map((held) => say(held, language)) };
}

function holders(list: readonly Held[], first: Held, dated: boolean, language: string): Found {
  if (list.length === 0) return refuse(dated ? 'outside-period' : 'no-such-attribute', [], [first.person], language);
  const named = [...new Set(list.map((held) => held.person))];
  const lead = new Intl.ListFormat(language).format(named.map((person) => titleOf(person, language)));
  return { by: 'offices', lead, named, statements: list.slice(0, shown).map((held) => say(held, language)) };
}

/** Who came after or before someone in the same office; null where the records do not have one. */
function neighbour(all: readonly Held[], theirs: readonly Held[], after: boolean, language: string): Found | null {
  const own = theirs.at(after ? -1 : 0) as Held;
  const rest = all.filter((held) => held.person !== own.person);
  const other = after
    ? rest.find((held) => startOf(held) > startOf(own))
    : rest.findLast((held) => startOf(held) < startOf(own));
  return other ? holders([other], other, false, language) : null;
}

/** When, or that, someone held it. */
function term(asked: Asked, first: Held, held: readonly Held[], library: Library, language: string): Found | null {
  const { from, to } = first.office;
  const statements = held.slice(0, 3).map((one) => say(one, language));
  if (asked.kind === 'when' && asksStart.test(asked.plain)) {
    if (!from) return null;
    return {
      by: 'offices',
      lead: formatSpan(from, language),
      statements: [...statements, ...ofDay(first, from, library, language)],
    };
  }
  if (asked.kind !== 'when' && asked.kind !== 'how-long' && !asksWho.has(asked.kind)) return null;
  return { by: 'offices', lead: formatPeriod(from, to, language) || null, statements };
}

/** The person's statements that give the day. */
function ofDay({ person }: Held, day: DateSpan, library: Library, language: string): AnswerStatement[] {
  const gives = library
    .about(person)
    .filter((statement) => library.facets(statement).days.some(({ from, to }) => from === day.from && to === day.to));
  return presentAll(gives.slice(0, 2), language);
}

/** "Name: office, period", in words that need no grammar, since a field is no sentence. */
function say({ person, office }: Held, language: string): AnswerStatement {
  const period = formatPeriod(office.from, office.to, language);
  const values = { name: titleOf(person, language), title: inLanguage(office.title, language), period };
  const text = word(period ? 'office' : 'office-undated', language, values);
  return fieldStatement(person, text, language, office.sources, office.from ?? null);
}

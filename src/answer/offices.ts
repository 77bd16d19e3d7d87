/** Who held an office, when, who came after, and whether someone did: from the offices of people's records. */
import type { DateSpan } from '../knowledge/date.ts';
import type { LoadedOffice, LoadedRecord } from '../knowledge/model.ts';
import { formatPeriod, formatSpan } from '../language/format-date.ts';
import { type Days, overlaps } from '../language/question-dates.ts';
import { stem } from '../language/tokens.ts';
import type { Mention } from '../search/names.ts';
import { type Found, fieldStatement, presentAll } from './found.ts';
import type { Library } from './library.ts';
import { type Held, isWordOf, type Offices, officesMeant } from './office-index.ts';
import { inLanguage, titleOf } from './present.ts';
import type { AnswerStatement } from './types.ts';
import type { Asked, Topic } from './understand.ts';
import { word } from './wording.ts';

/** Words around an office that ask nothing else about it. */
const around =
  /^(be|becom\w*|becam\w*|was|serv\w*|offic\w*|post|posit\w*|hold|held|holder|new|next|current|then|acting|appoint\w*|start\w*|end\w*|elect\w*|term|role|job|work\w*|стал\S*|станов\S*|занима\S*|занял\S*|был\S*|явля\S*|долж\S*|пост\S*|назнач\S*|возглав\S*|работа\S*|тогда\S*|нов\S*|избра\S*|болд\S*|болга\S*|кызм\S*|лауаз\S*|тага\S*|аткар\S*|жана|отыр\S*|сайла\S*)$/;
const asksStart =
  /\b(becom\w*|became|appointed|start\w*|elected|take office|took office|since)\b|(^| )(стал\S*|назнач\S*|занял\S*|избра\S*|вступил\S*|болды|тагайындал\S*|сайланды)( |$)/;
const afterName = /^(after|following|после|вслед)$/;
const beforeName = /^(before|до|перед)$/;
/** Kazakh says so after the name. */
const afterNameKazakh = /^(кейин|keiin|keyin|сон|son)$/;
const beforeNameKazakh = /^(дейин|бурын|deiin|buryn)$/;
const asksWho = new Set(['who', 'what', 'list', 'words', 'yes-no']);
const shown = 5;

/** Answers a question about an office and nothing more; null where it is about something else. */
export function answerOffices(asked: Asked, offices: Offices, library: Library, language: string): Found | null {
  const meant = officesMeant(asked, offices, library);
  const [first] = meant;
  if (!first) return null;
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
  const ofAnother =
    rest.every(({ token }) => token.capital) && others.every(({ records }) => records[0]?.type === 'place');
  if (rest.length + others.length > 0)
    return ofAnother && asked.kind === 'who' ? refuse('no-such-attribute', [], [first.person], language) : null;

  const periods = asked.dates.flatMap((date) => date.periods);
  const at = (held: Held) => periods.length === 0 || periods.some((period) => overlaps(period, daysOf(held.office)));
  const [person] = people;
  if (!person)
    return asksWho.has(asked.kind) ? holders(inOrder(meant.filter(at)), first, periods.length > 0, language) : null;
  const theirs = inOrder(meant.filter((held) => people.every(({ records }) => records.includes(held.person))));
  const beside = [asked.tokens[person.first - 1], asked.tokens[person.end]].map((token) => token?.folded ?? '');
  const after = beside.some((one, i) => (i ? afterNameKazakh : afterName).test(one));
  if (theirs[0] && (after || beside.some((one, i) => (i ? beforeNameKazakh : beforeName).test(one))))
    return neighbour(inOrder(meant), theirs, after, language);
  const then = theirs.filter(at);
  if (!then[0]) {
    const instead = theirs.length ? theirs : inOrder(meant.filter(at));
    return refuse('contradicted', instead, person.records.slice(0, 1), language);
  }
  return term(asked, then[0], then, library, language);
}

const belongs = (one: Topic, first: Held, asked: Asked, library: Library): boolean =>
  isWordOf(one, first.words.get(asked.language) ?? [], asked, library) ||
  around.test(one.token.folded) ||
  around.test(one.term);

const daysOf = (office: LoadedOffice): Days => ({ from: office.from?.from ?? null, to: office.to?.to ?? null });
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

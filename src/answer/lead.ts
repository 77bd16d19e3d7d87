/** The short direct answer that can be read off the first statement: a day, names, places, a number with who says so. */

import { describeFigure } from '../fields/figures.ts';
import { parseDate } from '../knowledge/date.ts';
import type { LoadedEvent, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { textLanguage, titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import { isNumber } from '../language/numbers.ts';
import { type AskedDate, type Days, readDates } from '../language/question-dates.ts';
import { stem, tokenize } from '../language/tokens.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';
import { attributionOf } from './present.ts';
import { tellsOfAnother } from './swapped.ts';
import { word } from './wording.ts';

/** A period as EDTF, as coarse as its days allow. */
function toEdtf({ from, to }: Days): string {
  if (from === null || to === null) return `${from ?? '..'}/${to ?? '..'}`;
  if (from === to) return from;
  const end = Temporal.PlainDate.from(to);
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && end.day === end.daysInMonth)
    return from.slice(0, 7);
  if (from.endsWith('-01-01') && to.endsWith('-12-31'))
    return from.slice(0, 4) === to.slice(0, 4) ? to.slice(0, 4) : `${from.slice(0, 4)}/${to.slice(0, 4)}`;
  if (from.endsWith('-01') && end.day === end.daysInMonth) return `${from.slice(0, 7)}/${to.slice(0, 7)}`;
  return `${from}/${to}`;
}

/** An organisation is who is asked for where the question says so, and only there. */
const body =
  /\b(party|parties|movement|organi[sz]ation|group|body|bodies|ngo|outlet)s?\b|(^| )(парти\S*|движени\S*|организаци\S*|групп\S*|орган\S*|козгалыс\S*|уйым\S*|топ\S*)/;

/** The lead that a statement gives to a question, or null. */
export function leadFrom(statement: LoadedStatement, asked: Asked, library: Library, language: string): string | null {
  const facets = library.facets(statement);
  const others = (types: readonly LoadedRecord['type'][]) =>
    [...new Set(facets.named)].filter(
      (record) => types.includes(record.type) && !asked.mentions.some((mention) => mention.records.includes(record)),
    );
  const list = (records: readonly LoadedRecord[]) =>
    records.length
      ? new Intl.ListFormat(language).format(records.slice(0, 5).map((record) => titleOf(record, language)))
      : null;
  switch (asked.kind) {
    case 'when': {
      const event = eventAsked(statement, asked, library);
      if (event) return formatSpan(event.date, language);
      if (tellsOfAnother(statement, asked, library)) return null;
      const day = dayNearest(statement, asked, library) ?? facets.days[0];
      if (day) return formatSpan(parseDate(toEdtf(day)), language);
      return statement.date && statement.record.type === 'event' ? formatSpan(statement.date, language) : null;
    }
    case 'name':
    case 'who': {
      if (body.test(asked.plain)) return list(others(['organisation']));
      const people = others(['person']);
      if (people.length > 0) return list(people.length > 1 ? firstTogether(statement, people, library) : people);
      return null;
    }
    case 'where':
      return list(finest(others(['place']), library)) ?? list(finest(placesOf(statement), library));
    case 'how-many': {
      const figure = statement.figures.find((f) => f.measure === asked.measures[0]);
      if (!figure) return countIn(statement, asked, library, language);
      const said = attributionOf(statement.speakers, language);
      const number = describeFigure(figure, language);
      return said ? word('said-by', language, { what: number, who: said }) : number;
    }
    default:
      return null;
  }
}

/**
 * Of several days that a text gives, the one that stands nearest to what is asked; exact ones first: "jailed in 2016,
 * she left prison on 4 February 2021". Null where its text in the question's language gives none.
 */
function dayNearest(statement: LoadedStatement, asked: Asked, library: Library): Days | null {
  const text = statement.text[asked.language];
  if (!text) return null;
  const index = library.index(asked.language);
  const tokens = tokenize(text);
  const year = Number(statement.date?.from?.slice(0, 4));
  const wanted = new Set(asked.topic.flatMap(({ term }) => index.forms(term)));
  const places = tokens.flatMap((token, at) => (wanted.has(stem(token.folded, asked.language)) ? [at] : []));
  const away = ({ first, end }: AskedDate) =>
    Math.min(...places.map((at) => (at < first ? first - at : at - end + 1)), tokens.length);
  const coarse = ['day', 'month', 'year'];
  const [nearest] = readDates(tokens, year ? [year] : []).sort(
    (a, b) => coarse.indexOf(a.precision) - coarse.indexOf(b.precision) || away(a) - away(b),
  );
  const [period] = nearest?.periods ?? [];
  return period ? { from: period.from ?? period.to, to: period.to ?? period.from } : null;
}

const placesOf = ({ record }: LoadedStatement): readonly LoadedRecord[] =>
  record.type === 'event' ? record.places : [];

/** Places without those that another of them is part of. */
function finest(places: readonly LoadedRecord[], library: Library): LoadedRecord[] {
  const outer = new Set(places.flatMap((place) => (place.type === 'place' ? library.within(place).slice(1) : [])));
  return places.filter((place) => !outer.has(place));
}

/** How far before what is counted its number may stand: "seven registered candidates". */
const numberReach = 2;

/** The number that stands before what is counted, as the text has it. */
function countIn(statement: LoadedStatement, asked: Asked, library: Library, language: string): string | null {
  const [counted] = asked.topic;
  if (!counted || asked.language !== language || !(language in statement.text)) return null;
  const forms = [counted.term, ...library.synonyms.of(counted.term, language)];
  const tokens = tokenize(statement.text[language] as string);
  for (const [at, token] of tokens.entries()) {
    if (!forms.includes(stem(token.folded, language))) continue;
    const number = tokens.slice(Math.max(0, at - numberReach), at).findLast(({ folded }) => isNumber(folded));
    if (!number || /^(19|20)\d\d$/.test(number.text)) continue;
    const who = attributionOf(statement.speakers, language);
    return who ? word('said-by', language, { what: number.text, who }) : number.text;
  }
  return null;
}

/** The event of a statement, where the question asks for nothing but it: its title has every word asked about. */
function eventAsked(statement: LoadedStatement, asked: Asked, library: Library): LoadedEvent | null {
  const event = statement.record;
  if (event.type !== 'event' || asked.topic.length === 0) return null;
  const entitled = asked.topic.every(({ term }) =>
    [term, ...library.synonyms.of(term, asked.language)].some((form) =>
      library.index(asked.language).titled(event, form),
    ),
  );
  const named = asked.mentions.every(({ records }) =>
    records.some((record) => library.namedInTitle(event).has(record)),
  );
  return entitled && named ? event : null;
}

/** The first of the people named and those joined to them by "and" or a comma: "A and B called on C" gives A and B. */
function firstTogether(statement: LoadedStatement, people: readonly LoadedRecord[], library: Library): LoadedRecord[] {
  const language = textLanguage(statement.text, 'en');
  const tokens = tokenize(statement.text[language] as string);
  const named = library.names
    .mentions(tokens, language, () => true)
    .filter(({ records }) => people.includes(records[0] as LoadedRecord));
  const found: LoadedRecord[] = [];
  named.forEach((mention, i) => {
    const before = named[i - 1];
    const between = before ? tokens.slice(before.end, mention.first) : [];
    const joined = !before || (found.length === i && between.every(({ folded }) => folded === 'and'));
    if (joined) found.push(mention.records[0] as LoadedRecord);
  });
  return [...new Set(found)];
}

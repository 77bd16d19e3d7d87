/** What records hold as fields: founding, ban, leaders, organisers, names borne before. */

import { type Found, fieldStatement, presentAll } from '../answer/found.ts';
import type { Ranked } from '../answer/rank.ts';
import type { AnswerStatement } from '../answer/types.ts';
import { word } from '../answer/wording.ts';
import type { DateSpan } from '../knowledge/date.ts';
import type { LoadedOrganisation, LoadedPlace, LoadedRecord } from '../knowledge/model.ts';
import type { Source } from '../knowledge/schema.ts';
import { inLanguage, titleOf } from '../knowledge/texts.ts';
import { formatPeriod, formatSpan } from '../language/format-date.ts';
import { nameForms, nameKey } from '../language/name-key.ts';
import { overlaps } from '../language/question-dates.ts';
import { isWho } from '../language/question-kind.ts';
import type { Asked } from '../question/asked.ts';
import type { Library } from '../search/library.ts';

/** Words by which people ask for a field; word beginnings in the inflected languages. */
const words = {
  founded:
    /\b(found\w*|creat\w*|establish\w*|set up|start\w*|launch\w*|form(ed)?|begin|began|appear\w*|emerg\w*)\b|(^| )(основа\S*|созда\S*|учрежд\S*|учреди\S*|появил\S*|возник\S*|образова\S*|курыл\S*|курды\S*|курган\S*|негизи\S*|негизд\S*|пайда)/,
  banned:
    /\b(bann?\w*|outlaw\w*|prohibit\w*|illegal|extremist|forbidden)\b|(^| )(запре\S*|запрещ\S*|экстремист\S*|тыйым\S*|тыиым\S*|тиим\S*)/,
  leaders:
    /\b(lead|leads|led|leader\w*|head\w*|chair\w*|runs?|ran)\b|(^| )(лидер\S*|глав\S*|руковод\S*|возглав\S*|председател\S*|басшы\S*|басши\S*|жетекш\S*|баскар\S*|торага\S*|лидери\S*)/,
  organisers:
    /\b(organi[sz]\w*|called for|called|behind|initiat\w*|staged)\b|(^| )(организ\S*|созвал\S*|призва\S*|устро\S*|инициа\S*|уйымдастыр\S*|уиымдастыр\S*|шакыр\S*)/,
  names:
    /\b((former|old|earlier|previous|other|past) names?|formerly|renam\w*|used to be called|called before|(was|were) .* called)\b|(^| )(прежн\S*|раньше|бывш\S*|старо\S* (имя|назван)\S*|переимен\S*|называл\S*|бурынгы|бурын|аталды|аталган|атауы)/,
} as const;

/** Answers from a field of the record named; null where no field is asked for. */
export function answerAttributes(asked: Asked, library: Library, language: string): Found | null {
  const first = asked.mentions[0]?.records[0];
  if (asked.mentions.length === 1 && first?.type === 'organisation')
    return organisation(first, asked, library, language);
  if (first?.type === 'place' && asked.mentions.every(({ records }) => records[0] === first))
    return names(first, asked, language);
  return null;
}

/** Whether anything but the field and the record is asked about. */
const onlyAsks = (asked: Asked, field: RegExp) =>
  asked.topic.length <= 2 && asked.topic.some(({ token, term }) => field.test(token.folded) || field.test(term));

function organisation(record: LoadedOrganisation, asked: Asked, library: Library, language: string): Found | null {
  const title = titleOf(record, language);
  if (onlyAsks(asked, words.founded) && record.founded && (asked.kind === 'when' || asked.kind === 'yes-no')) {
    const { date, sources } = record.founded;
    const statements = sameDay(record, date, library, language);
    const own = fieldStatement(
      record,
      word('founded', language, { name: title, date: formatSpan(date, language) }),
      language,
      sources,
      date,
    );
    return { by: 'attributes', lead: formatSpan(date, language), statements: statements.length ? statements : [own] };
  }
  if (
    onlyAsks(asked, words.banned) &&
    record.banned &&
    (isWho(asked.kind) || ['when', 'yes-no', 'where'].includes(asked.kind))
  ) {
    const { date, by, sources } = record.banned;
    const when = formatSpan(date, language);
    const statements = sameDay(record, date, library, language);
    const own = fieldStatement(record, word('banned', language, { name: title, date: when }), language, sources, date);
    return {
      by: 'attributes',
      lead: isWho(asked.kind) && by ? inLanguage(by, language) : when,
      statements: statements.length ? statements : [own],
    };
  }
  if (onlyAsks(asked, words.leaders) && isWho(asked.kind) && record.leaders.length > 0) {
    const periods = asked.dates.flatMap((date) => date.periods);
    const at = record.leaders.filter(
      ({ from, to }) =>
        periods.length === 0 || periods.some((p) => overlaps(p, { from: from?.from ?? null, to: to?.to ?? null })),
    );
    const people = [...new Set(at.map(({ person }) => person))];
    if (people.length === 0) return null;
    const said = at.map(({ person, from, to, sources }): AnswerStatement => {
      const period = formatPeriod(from, to, language);
      const values = { name: title, leader: titleOf(person, language), period };
      return fieldStatement(record, word(period ? 'leader' : 'leader-undated', language, values), language, sources);
    });
    return {
      by: 'attributes',
      lead: list(people, language),
      statements: [...said, ...presentAll(record.statements.slice(0, 1), language)].slice(0, 5),
      named: people,
    };
  }
  return null;
}

function names(place: LoadedPlace, asked: Asked, language: string): Found | null {
  if (asked.kind === 'when') return renamed(place, asked, language);
  if (asked.kind !== 'what' && asked.kind !== 'list' && asked.kind !== 'words') return null;
  if (!words.names.test(asked.plain) || place.nameHistory.length === 0 || asked.topic.length > 3) return null;
  const periods = asked.dates.flatMap((date) => date.periods);
  const at = place.nameHistory.filter(
    ({ from, to }) =>
      periods.length === 0 || periods.some((p) => overlaps(p, { from: from?.from ?? null, to: to?.to ?? null })),
  );
  if (at.length === 0) return null;
  const said = at.map(
    ({
      name,
      from,
      to,
      sources,
    }: {
      name: Record<string, string>;
      from?: DateSpan;
      to?: DateSpan;
      sources: readonly Source[];
    }) =>
      fieldStatement(
        place,
        word('name', language, {
          place: titleOf(place, language),
          name: inLanguage(name, language),
          period: formatPeriod(from, to, language),
        }),
        language,
        sources,
        from ?? null,
      ),
  );
  return {
    by: 'attributes',
    lead: new Intl.ListFormat(language).format([...new Set(at.map(({ name }) => inLanguage(name, language)))]),
    statements: said.slice(-10),
  };
}

/** When a place got the name that the question says last. */
function renamed(place: LoadedPlace, asked: Asked, language: string): Found | null {
  if (!words.names.test(asked.plain) || asked.topic.length > 2) return null;
  const said = asked.mentions.filter(({ records }) => records.includes(place)).at(-1);
  const key = said
    ? nameKey(
        asked.tokens
          .slice(said.first, said.end)
          .map(({ folded }) => folded)
          .join(''),
      )
    : '';
  const forms = nameForms(key, asked.language);
  const got = place.nameHistory.findLast(
    ({ name, from }) => from && Object.values(name).some((one) => forms.includes(nameKey(one))),
  );
  if (!got?.from) return null;
  const values = {
    place: titleOf(place, language),
    name: inLanguage(got.name, language),
    period: formatPeriod(got.from, got.to, language),
  };
  const own = fieldStatement(place, word('name', language, values), language, got.sources, got.from);
  const day = got.from;
  const same = place.statements.filter(({ date }) => date?.from === day.from).slice(0, 3);
  return { by: 'attributes', lead: formatSpan(day, language), statements: [...presentAll(same, language), own] };
}

/** Who called the event that the best statement is about; null where something else is asked. */
export function answerOrganisers(asked: Asked, ranked: readonly Ranked[], language: string): Found | null {
  if (!isWho(asked.kind) || !words.organisers.test(asked.plain)) return null;
  const best = ranked[0];
  const event = best?.statement.record;
  if (
    !best ||
    event?.type !== 'event' ||
    event.organisers.length === 0 ||
    best.structure.dates < 0 ||
    (asked.mentions.length > 0 && best.structure.names < 1)
  )
    return null;
  const people = event.organisers.map(({ record }) => record);
  const said = event.organisers.map(({ record, sources }) =>
    fieldStatement(
      event,
      word('organiser', language, { event: titleOf(event, language), name: titleOf(record, language) }),
      language,
      sources,
      event.date,
    ),
  );
  const named = ranked
    .filter(({ statement }) => statement.record === event)
    .slice(0, 3)
    .map(({ statement }) => statement);
  return {
    by: 'attributes',
    lead: list(people, language),
    statements: [...said, ...presentAll(named, language)].slice(0, 5),
    named: people,
  };
}

const list = (records: readonly LoadedRecord[], language: string) =>
  new Intl.ListFormat(language).format(records.map((record) => titleOf(record, language)));

/** The record's statements that give this day in their text. */
function sameDay(record: LoadedRecord, date: DateSpan, library: Library, language: string): AnswerStatement[] {
  const same = library
    .about(record)
    .filter((statement) =>
      library
        .facets(statement)
        .days.some(
          (day) =>
            day.from !== null &&
            date.from !== null &&
            date.to !== null &&
            day.from >= date.from &&
            (day.to ?? day.from) <= date.to,
        ),
    );
  return presentAll(same.slice(0, 3), language);
}

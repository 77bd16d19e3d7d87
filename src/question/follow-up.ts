/** "And in Almaty?", "who was he?", "what about the next day?": a question completed from the one before it. */

import type { Context } from '../answer/types.ts';
import { parseDate } from '../knowledge/date.ts';
import type { Knowledge, LoadedRecord, RecordType } from '../knowledge/model.ts';
import { titleOf } from '../knowledge/texts.ts';
import { formatSpan } from '../language/format-date.ts';
import type { AskedDate, Days } from '../language/question-dates.ts';
import { isWho } from '../language/question-kind.ts';
import { tokenize } from '../language/tokens.ts';
import type { Library } from '../search/library.ts';
import type { Mention } from '../search/names.ts';
import type { NamedDay } from '../search/vocabulary.ts';
import type { Asked, Topic } from './asked.ts';
import { readLater } from './relative-dates.ts';
import { complete, understand } from './understand.ts';

const elliptic = /^(and|what about|how about|а|и|ну а|ал|сонда)( |$)|( |^)ше$/;
/** The words of it that are no topic. */
const opener = /^(and|а|и|ну|ал|сонда|ше)$/;
/** Words that stand for a record named before, and the types that they can mean. */
const pronouns: readonly (readonly [RegExp, readonly RecordType[]])[] = [
  [/(^| )(he|she|him|her|his|hers|он|она|его|ее|ему|ей|него|нее|нем|ней)( |$)/, ['person']],
  [/(^| )(there|там|туда|оттуда|онда|сонда)( |$)/, ['place']],
  [/(^| )(they|them|their|они|их|им|олар|олардын)( |$)/, ['organisation', 'person', 'event']],
  [/(^| )(it|its|это|этого|этом|оно|сол|осы|муны|соны)( |$)|( |^)(that|this)$/, ['event', 'organisation']],
  [/(^| )(ол|онын|оны|оган)( |$)/, ['person', 'organisation', 'event']],
];
const nextDay =
  /\b(the )?(next|following) day\b|(^| )(на следующий день|следующий день|назавтра|келеси кун\S*|ертесине)( |$)/;
const dayBefore = /\b(the )?(previous day|day before)\b|(^| )(накануне|днем ранее|алдынгы кун\S*)( |$)/;
const sameDay = /\b(that|same) day\b|(^| )(в тот( же)? день|в этот день|сол куни)( |$)|( |^)then( |$)/;

/** The question with what it leaves out taken from the questions before; itself where it leaves out nothing. */
export function followUp(asked: Asked, after: Context, knowledge: Knowledge, library: Library): Asked {
  const shifted = dayShift(asked, after);
  const referred = asked.mentions.length === 0 ? referredTo(asked, after, knowledge) : undefined;
  if (!referred && leavesOut(asked, shifted !== null)) {
    const [first = '', ...rest] = after.question.split(separator);
    const read = (text: string) => understand(text, knowledge, library, after.language);
    const before = rest.reduce((whole, text) => merge(read(text), whole, null), read(first));
    return merge(asked, before, shifted);
  }
  if (!referred && !shifted) return asked;
  return complete({
    ...asked,
    text: [asked.text, referred && titleOf(referred, asked.language), shifted?.periods[0]?.from]
      .filter(Boolean)
      .join(' '),
    mentions: referred ? [mention(referred), ...asked.mentions] : asked.mentions,
    dates: shifted ? [shifted] : asked.dates,
    dateTokens: shifted ? inWords(shifted, asked.language) : asked.dateTokens,
    topic: shifted ? asked.topic.filter(({ token }) => !dayWord.test(token.folded)) : asked.topic,
  });
}

/** Whether it asks nothing of its own: "and in Almaty?", "why?", "on 12 June?"; but not "and who is X?". */
function leavesOut(asked: Asked, shifted: boolean): boolean {
  const { kind, topic, mentions, dates } = asked;
  const ownTopic = topicOf(topic, shifted);
  const open = kind === 'what' || kind === 'words' || kind === 'list';
  if (elliptic.test(asked.plain)) return open || ownTopic.length === 0 ? !(isWho(kind) && mentions.length > 0) : false;
  const onlyAsks = ownTopic.length + mentions.length + dates.length === 0 && kind !== 'words';
  return onlyAsks || shifted || (kind === 'words' && ownTopic.length <= 1);
}

/** What it asks of its own: neither the word that opens it nor, where it tells a day from another, the words for that. */
const topicOf = (topic: readonly Topic[], shifted: boolean) =>
  topic.filter(({ token }) => !opener.test(token.folded) && !(shifted && dayWord.test(token.folded)));

/** The record that a pronoun of the question stands for. */
function referredTo(asked: Asked, after: Context, knowledge: Knowledge): LoadedRecord | undefined {
  const all = [...knowledge.records.values()];
  const known = after.records.flatMap((ref) => all.find((record) => record.ref === ref) ?? []);
  const types = pronouns.filter(([pattern]) => pattern.test(asked.plain)).flatMap(([, meant]) => meant);
  return types.flatMap((type) => known.find((record) => record.type === type) ?? [])[0];
}

const dayWord =
  /^(\d+|a|one|two|three|weeks?|months?|years?|later|через|спустя|недел\S*|месяц\S*|год\S*|лет|бир|еки|уш|жыл\S*|апта\S*|ай\S*|кейин|next|following|previous|days?|same|следующ\S*|день|днем|ранее|накануне|тот|этот|келеси|кун\S*|алдынг\S*|ертесине)$/;
/** Between the questions of a chain in a context. */
const separator = '\n';

const mention = (record: LoadedRecord): Mention => ({
  first: -1,
  end: -1,
  records: [record],
  full: true,
  misspelt: false,
});

/** The earlier question, with what the later one says in place of its like. */
function merge(asked: Asked, before: Asked, shifted: AskedDate | null): Asked {
  const types = new Set(asked.mentions.map((one) => one.records[0]?.type));
  const dates = shifted ? [shifted] : asked.dates.length ? inYearOf(asked.dates, before.dates) : before.dates;
  const topic = topicOf(asked.topic, shifted !== null);
  const measured = asked.measures.length > 0;
  return complete({
    ...before,
    kind:
      asked.kind === 'what' || asked.kind === 'words' || asked.kind === 'list' || asked.kind === 'happened'
        ? before.kind
        : asked.kind,
    language: before.language,
    text: [before.text, shifted?.periods[0]?.from ?? asked.text].join(separator),
    dates,
    dateTokens: shifted ? inWords(shifted, before.language) : asked.dates.length ? asked.dateTokens : before.dateTokens,
    mentions: [...before.mentions.filter((one) => !types.has(one.records[0]?.type as RecordType)), ...asked.mentions],
    measures: measured ? asked.measures : before.measures,
    kinds: asked.kinds.length ? asked.kinds : before.kinds,
    topic: measured ? topic : [...before.topic, ...topic],
  });
}

/** "And in August?" is of the year asked about before; "and in 2018?" after a holiday is that year's. */
function inYearOf(dates: readonly AskedDate[], before: readonly AskedDate[]): readonly AskedDate[] {
  const yearOf = (period: Days | undefined) => period?.from?.slice(0, 4);
  const years = new Set(before.filter(({ yearSaid }) => yearSaid).flatMap(({ periods }) => periods.map(yearOf)));
  const [year] = years;
  const holiday = before.find((date): date is NamedDay => 'yearly' in date && date.yearly === true);
  return dates.map((date) => {
    if (holiday && date.precision === 'year') {
      const [day] = holiday.periods;
      const moved = day?.from?.replace(/^\d{4}/, yearOf(date.periods[0]) ?? '') ?? null;
      return { ...holiday, periods: [{ from: moved, to: moved }], yearSaid: true };
    }
    const own = date.periods.filter((period) => yearOf(period) === year);
    return date.yearSaid || years.size !== 1 || own.length === 0 ? date : { ...date, periods: own, yearSaid: true };
  });
}

/** The day as a question would say it, so that statements which do are found. */
const inWords = (date: AskedDate, language: string) =>
  tokenize(formatSpan(parseDate(date.periods[0]?.from as string), language));

function dayShift(asked: Asked, after: Context): AskedDate | null {
  const step = nextDay.test(asked.plain) ? 1 : dayBefore.test(asked.plain) ? -1 : sameDay.test(asked.plain) ? 0 : null;
  if (!after.date) return null;
  const span = parseDate(after.date);
  if (step === null) return asked.dates.length === 0 ? readLater(asked.tokens, span) : null;
  const base = step > 0 ? span.to : span.from;
  if (!base || span.precision !== 'day') return null;
  const day = Temporal.PlainDate.from(base).add({ days: step }).toString();
  return { periods: [{ from: day, to: day }], precision: 'day', yearSaid: true, first: -1, end: -1 };
}

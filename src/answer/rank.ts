/** Orders statements by how well they answer: their words, and whether they speak of the right names, days and measures. */
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { type Days, overlaps } from '../language/question-dates.ts';
import { givesDuration, givesReason } from '../language/question-kind.ts';
import type { Asked } from '../question/asked.ts';
import type { TextFeatures } from '../search/features.ts';
import type { Candidate } from '../search/language-index.ts';
import type { Library } from '../search/library.ts';

/** What the structure says of a candidate, each between -1 and 1. */
export interface StructureFeatures {
  /** Share of the names asked about that the statement speaks of; -1 where it speaks of none. */
  readonly names: number;
  /** 1 where it is about a day asked for, -1 where it is about another, 0 where it gives none. */
  readonly dates: number;
  /** 1 where it has a figure of the measure asked for. */
  readonly measure: number;
  /** 1 where it names a person or place, gives its event's day, or has a figure, where that is asked for. */
  readonly answers: number;
  /** Share of the event's title that the question says: "A resigns" before "A has B's government resign". */
  readonly title: number;
  /** 1 where the event is of the kind asked for. */
  readonly kind: number;
}

export interface Ranked {
  readonly statement: LoadedStatement;
  readonly text: TextFeatures;
  readonly structure: StructureFeatures;
  readonly score: number;
}

/** Set by hand: names and days decide before words do, since a statement about another person or day is no answer. */
const weights: Readonly<Record<keyof StructureFeatures, number>> = {
  names: 6,
  dates: 6,
  measure: 2.5,
  answers: 1.5,
  title: 1.5,
  kind: 1,
};

/**
 * Considered beside statements that share words with the question: those of the records named, up to so many; and those
 * with a figure of the measure asked for, of the time asked for.
 */
const alsoConsidered = 40;

export function rank(asked: Asked, library: Library): Ranked[] {
  const also: LoadedStatement[] = [];
  for (const mention of asked.mentions)
    for (const record of mention.records.slice(0, 2)) also.push(...library.about(record).slice(0, alsoConsidered));
  const periods = asked.dates.flatMap((date) => date.periods);
  const [measure] = asked.measures;
  if (measure && periods.length > 0)
    for (const statement of library.measuring(measure)) {
      const { date } = statement;
      if (date && periods.some((period) => overlaps(period, date))) also.push(statement);
    }
  const candidates = library.index(asked.language).search(asked.search, {
    also,
    holds: (statement) => holds(asked, statement, library),
  });
  const terms = asked.search.terms;
  const said = new Set([...terms, ...terms.flatMap((term) => library.index(asked.language).forms(term))]);
  return candidates
    .map((candidate) => {
      const structure = structureOf(candidate, asked, said, library);
      let score = candidate.score;
      for (const name of Object.keys(weights) as (keyof StructureFeatures)[]) score += weights[name] * structure[name];
      return { statement: candidate.statement, text: candidate.features, structure, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** Whether a statement speaks of any record that a mention can mean; a place counts where it is part of the one meant. */
export function speaksOf(statement: LoadedStatement, records: readonly LoadedRecord[], library: Library): boolean {
  const { about } = library.facets(statement);
  if (records.some((record) => about.has(record))) return true;
  const places = records.filter((record) => record.type === 'place');
  return (
    places.length > 0 &&
    [...about].some(
      (record) => record.type === 'place' && library.within(record).some((outer) => places.includes(outer as never)),
    )
  );
}

function structureOf(
  { statement }: Candidate,
  asked: Asked,
  said: ReadonlySet<string>,
  library: Library,
): StructureFeatures {
  const facets = library.facets(statement);
  const named = asked.mentions.filter((mention) => speaksOf(statement, mention.records, library)).length;
  return {
    names: asked.mentions.length === 0 ? 0 : named === 0 ? -1 : named / asked.mentions.length,
    dates: dateFit(statement, asked, facets.days),
    measure: asked.measures.length && statement.figures.some((f) => f.measure === asked.measures[0]) ? 1 : 0,
    answers: answers(asked, statement, library) ? 1 : 0,
    title: statement.record.type === 'event' ? library.index(asked.language).titleShare(statement.record, said) : 0,
    kind: statement.record.type === 'event' && asked.kinds.includes(statement.record.data.kind) ? 1 : 0,
  };
}

function dateFit(statement: LoadedStatement, asked: Asked, days: readonly Days[]): number {
  if (asked.dates.length === 0) return 0;
  const periods = asked.dates.flatMap((date) => date.periods);
  const fits = (span: Days) => periods.some((period) => overlaps(period, span));
  if (days.length > 0) {
    if (days.some(fits)) return 1;
    if (!statement.date || !fits(statement.date)) return -1;
    return 0.3;
  }
  if (!statement.date) return 0;
  return fits(statement.date) ? 0.9 : -1;
}

/** Whether a statement gives, as a record, a figure or the day of its event, what is asked for and the question has not. */
function answers(asked: Asked, statement: LoadedStatement, library: Library): boolean {
  const { named, days } = library.facets(statement);
  const other = (types: readonly LoadedRecord['type'][]) =>
    named.some(
      (record) => types.includes(record.type) && !asked.mentions.some(({ records }) => records.includes(record)),
    );
  switch (asked.kind) {
    case 'when': {
      const { record } = statement;
      return record.type === 'event' && days[0]?.from === record.date.from && days[0]?.to === record.date.to;
    }
    case 'how-many':
      return statement.figures.length > 0;
    case 'name':
    case 'who':
      return other(['person', 'organisation']);
    case 'where':
      return other(['place']);
    default:
      return false;
  }
}

/** The same by the look of the words, for knowledge without such records: a number, a name that the question has not. */
function holds(asked: Asked, statement: LoadedStatement, library: Library): boolean {
  const { days, number, year, capitals } = library.facets(statement);
  switch (asked.kind) {
    case 'when':
      return days.length > 0 || year;
    case 'how-many':
      return number;
    case 'how-long':
      return number && givesDuration(statement.text[asked.language] ?? '', asked.language);
    case 'why':
      return givesReason(statement.text[asked.language] ?? '', asked.language);
    case 'name':
    case 'who':
    case 'where':
      for (const word of capitals(asked.language)) if (!asked.folded.has(word)) return true;
      return false;
    default:
      return false;
  }
}

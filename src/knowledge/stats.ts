/** How much the knowledge holds, and where it has gaps. */

import { monthsOf } from './coverage.ts';
import { parseDate } from './date.ts';
import { findDisputes } from './disputes.ts';
import { folders } from './files.ts';
import type { Knowledge, RecordType } from './model.ts';

export interface Stats {
  readonly records: Readonly<Record<RecordType, number>>;
  readonly statements: number;
  readonly sources: number;
  /** Statements that have a text in each of the pack's languages, by language. */
  readonly languages: Readonly<Record<string, number>>;
  readonly disputes: number;
  /** Months (2019-06) of the pack's period in which no event begins or ends. */
  readonly uncovered: readonly string[];
}

export function statsOf(knowledge: Knowledge): Stats {
  const { pack, records, statements, sources } = knowledge;
  const all = [...records.values()];
  const count = (type: RecordType) => all.filter((record) => record.type === type).length;
  const inLanguage = (language: string) => statements.filter(({ text }) => language in text).length;
  return {
    records: Object.fromEntries(Object.values(folders).map((type) => [type, count(type)])) as Stats['records'],
    statements: statements.length,
    sources: sources.size,
    languages: Object.fromEntries(pack.languages.map((language) => [language, inLanguage(language)])),
    disputes: findDisputes(knowledge).length,
    uncovered: uncoveredMonths(knowledge),
  };
}

/** An event known to no more than a year covers no month. */
function uncoveredMonths({ pack, records }: Knowledge): string[] {
  const covered = new Set<string | undefined>();
  for (const { date } of records.values())
    if (date && date.precision !== 'year') covered.add(date.from?.slice(0, 7)).add(date.to?.slice(0, 7));
  const { from, to } = parseDate(pack.period);
  return monthsOf(from, to).filter((month) => !covered.has(month));
}

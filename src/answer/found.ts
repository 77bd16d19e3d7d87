/** What one way of answering hands to the engine. */
import type { DateSpan } from '../knowledge/date.ts';
import type { LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import type { Source } from '../knowledge/schema.ts';
import { present } from './present.ts';
import type { AnswerStatement, DeclineReason } from './types.ts';

export interface Found {
  /** Which way it was, for `--explain`. */
  readonly by: string;
  readonly lead?: string | null;
  readonly statements: readonly AnswerStatement[];
  /** Where it is a refusal. */
  readonly reason?: DeclineReason;
  /** What decided so, for `--explain`. */
  readonly because?: string;
  readonly suggestions?: readonly LoadedRecord[];
  /** Questions near to the one that is refused. */
  readonly questions?: readonly string[];
  /** Records that the lead names, for follow-ups. */
  readonly named?: readonly LoadedRecord[];
}

/** A sentence that a record's cited field says. */
export function fieldStatement(
  record: LoadedRecord,
  text: string,
  language: string,
  sources: readonly Source[],
  date: DateSpan | null = null,
): AnswerStatement {
  return { text, language, record, date, attribution: null, sources, figures: [] };
}

export const presentAll = (statements: readonly LoadedStatement[], language: string): AnswerStatement[] =>
  statements.map((statement) => present(statement, language));

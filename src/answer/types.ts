/** What goes in and out of the engine. Plain data: the edge decides how it looks. */
import type { DateSpan } from '../knowledge/date.ts';
import type { Figure, LoadedRecord, RecordType } from '../knowledge/model.ts';
import type { Source } from '../knowledge/schema.ts';
import type { Found } from '../search/records.ts';

export type { Found } from '../search/records.ts';

/** Why there is no answer. */
export type DeclineReason =
  /** Nothing was asked: no words, greetings, only signs. */
  | 'no-question'
  /** Advice, opinion or prediction is asked for; records hold none. */
  | 'opinion'
  /** The question is about something that no record speaks of. */
  | 'unknown-subject'
  /** The time asked about lies outside what is recorded. */
  | 'outside-period'
  /** The record is there, but what is asked of it is not in it. */
  | 'no-such-attribute'
  /** What the question takes for granted is recorded otherwise; `statements` say how. */
  | 'contradicted';

/** What a follow-up may refer to. Small and JSON-serialisable. */
export interface Context {
  /** The question, and after it, a line each, those that completed it: "and in Almaty?". */
  readonly question: string;
  readonly language: string;
  /** Refs of the records that the question and its answer were about, foremost first. */
  readonly records: readonly string[];
  /** The day or period that the answer was about, EDTF. */
  readonly date: string | null;
}

export interface AnswerStatement {
  readonly text: string;
  /** Of `text`, which may be another than the reply's where a translation is missing. */
  readonly language: string;
  readonly record: LoadedRecord;
  readonly date: DateSpan | null;
  /** Who says so, worded in the reply's language. */
  readonly attribution: string | null;
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
}

export interface Answer {
  readonly outcome: 'answer' | 'none';
  readonly reason?: DeclineReason;
  /** Of the reply. */
  readonly language: string;
  /** The short direct answer, in that language. */
  readonly lead: string | null;
  /** At most 5, 10 where a list is asked for. */
  readonly statements: readonly AnswerStatement[];
  /** The nearest records where there is no answer. */
  readonly suggestions: readonly LoadedRecord[];
  /** Where there is no answer: questions near to this one that have one, in the question's language. */
  readonly questions: readonly string[];
  /** To be given back as `after` with a follow-up. */
  readonly context: Context;
  /** From question to answer, in milliseconds. */
  readonly ms: number;
}

export interface AskOptions {
  /** The reply's language (BCP 47); without it, the question's. */
  readonly language?: string;
  readonly after?: Context;
}

export interface FindOptions {
  readonly language?: string;
  readonly type?: RecordType;
  readonly limit?: number;
}

export interface Engine {
  ask(question: string, options?: AskOptions): Answer;
  /** How the answer comes about, as lines for a terminal. */
  explain(question: string, options?: AskOptions): string;
  /** Records by name or title, best first; for empty words, in the order of the knowledge. */
  find(words: string, options?: FindOptions): Found[];
}

/** The tables, as queries see them: the same in SQLite and PostgreSQL. JSON is kept as text, instants as integers. */
import type { Kysely } from 'kysely';
import type { ItemState, Schedule, Scope, TimelineState, TimelineWork } from './store.ts';

export interface SettingRow {
  scope: Scope;
  scopeId: string;
  key: string;
  value: string;
}

export interface TimelineRow {
  id: string;
  key: string | null;
  guildId: string;
  channelId: string;
  requesterId: string;
  language: string;
  options: string;
  state: TimelineState;
  /** What was under way when it stopped. */
  resumes: TimelineWork | null;
  reason: string;
  threadId: string | null;
  report: string;
  knowledge: string | null;
  /** Counts the workers that took it over. */
  turn: number;
  createdAt: number;
  updatedAt: number;
}

export interface ItemRow {
  id: string;
  timelineId: string;
  position: number;
  records: string;
  body: string;
  hash: string;
  sentHash: string | null;
  state: ItemState;
  messageId: string | null;
  attemptedAt: number | null;
  postedAt: number | null;
  editedAt: number | null;
}

export interface ScheduleRow {
  id: string;
  guildId: string;
  channelId: string;
  requesterId: string;
  kind: Schedule['kind'];
  hour: number | null;
  timeZone: string;
  everyMinutes: number | null;
  language: string;
  options: string;
  catchUp: Schedule['catchUp'];
  nextAt: number;
  state: Schedule['state'];
  cursor: string;
  lastRun: string | null;
  createdAt: number;
}

export interface AuditRow {
  id: string;
  guildId: string;
  userId: string | null;
  action: string;
  subject: string;
  details: string;
  at: number;
}

/** Only SQLite has it: on PostgreSQL, pg-boss keeps tables of its own. */
export interface JobRow {
  id: string;
  name: string;
  key: string;
  data: string;
  failures: number;
  runAt: number;
  /** Who has taken it; null while it waits. */
  owner: string | null;
  leasedUntil: number | null;
}

export interface Tables {
  settings: SettingRow;
  timelines: TimelineRow;
  items: ItemRow;
  schedules: ScheduleRow;
  audit: AuditRow;
  jobs: JobRow;
}

export type Database = Kysely<Tables>;

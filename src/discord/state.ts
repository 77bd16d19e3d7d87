/** What a button or menu does, kept in its custom_id, so that it still works after a restart, tomorrow. */
import { createHash } from 'node:crypto';
import type { Knowledge, LoadedRecord } from '../knowledge/model.ts';
import { LIMITS } from './limits.ts';

/** The timeline's filter: first and last day in ISO form; keys of records and of the kind. */
export interface TimelineState {
  from?: string;
  to?: string;
  place?: string;
  person?: string;
  organisation?: string;
  kind?: string;
  text?: string;
}

export type State =
  | { does: 'record' | 'sources'; record: string; page: number; language: string }
  /** Of `answer`, the question stands in the message. */
  | { does: 'answer' | 'about'; page: number; language: string }
  | ({ does: 'timeline'; page: number; language: string } & TimelineState)
  /** `day`: month and day, `06-09`. */
  | { does: 'today'; day: string; page: number; language: string }
  /** Opens the form for a follow-up question; and that form, sent. */
  | { does: 'follow-up' | 'asked'; language: string }
  /** A menu whose values are keys of records. */
  | { does: 'open'; language: string }
  /** A menu whose values are questions, to be asked. */
  | { does: 'ask'; language: string }
  /** `asker`: id of the user whose message it is. */
  | { does: 'delete'; asker: string }
  /** To a timeline that a moderator posts, by its id in the store. */
  | { does: 'publish'; act: PublishAct; timeline: string; language: string };

export type PublishAct = 'post' | 'cancel' | 'stop' | 'resume';

/** A letter each, and the fields in order. Any change to a shape needs a new version. */
const SHAPES: Record<State['does'], { code: string; fields: readonly string[] }> = {
  record: { code: 'r', fields: ['page', 'language', 'record'] },
  sources: { code: 's', fields: ['page', 'language', 'record'] },
  answer: { code: 'a', fields: ['page', 'language'] },
  about: { code: 'i', fields: ['page', 'language'] },
  timeline: {
    code: 't',
    fields: ['page', 'language', 'from', 'to', 'place', 'person', 'organisation', 'kind', 'text'],
  },
  today: { code: 'd', fields: ['page', 'language', 'day'] },
  'follow-up': { code: 'q', fields: ['language'] },
  asked: { code: 'm', fields: ['language'] },
  open: { code: 'o', fields: ['language'] },
  ask: { code: 'k', fields: ['language'] },
  delete: { code: 'x', fields: ['asker'] },
  publish: { code: 'p', fields: ['act', 'language', 'timeline'] },
};
const FORMS: Record<string, RegExp> = {
  page: /^\d{1,4}$/,
  language: /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/,
  record: /^[\w-]{7}$/,
  place: /^([\w-]{7})?$/,
  person: /^([\w-]{7})?$/,
  organisation: /^([\w-]{7})?$/,
  kind: /^([\w-]{7})?$/,
  from: /^(\d{4}-\d{2}-\d{2})?$/,
  to: /^(\d{4}-\d{2}-\d{2})?$/,
  day: /^\d{2}-\d{2}$/,
  asker: /^\d{17,20}$/,
  act: /^(post|cancel|stop|resume)$/,
  timeline: /^[a-z0-9]{10}$/,
};
const VERSION = '1';
const SEPARATOR = '~';

/** Most characters of a timeline's text filter, so that all of its state fits. */
export const TIMELINE_TEXT = 30;

/** The custom_id of a state. @throws RangeError where it would be longer than Discord takes. */
export function encodeState(state: State): string {
  const { code, fields } = SHAPES[state.does];
  const values = state as unknown as Record<string, unknown>;
  const words = fields.map((field) => String(values[field] ?? ''));
  while (words.at(-1) === '') words.pop();
  const id = [VERSION + code, ...words].join(SEPARATOR);
  if (id.length > LIMITS.customId) throw new RangeError(`A custom_id of ${id.length} characters: ${state.does}`);
  return id;
}

/** The state of a custom_id; null where it is of another version, forged or damaged. */
export function decodeState(customId: string): State | null {
  const [head = '', ...words] = customId.split(SEPARATOR);
  const shape = Object.entries(SHAPES).find(([, { code }]) => head === VERSION + code);
  if (!shape) return null;
  const [does, { fields }] = shape;
  const last = fields.length - 1;
  if (words.length > fields.length && fields[last] !== 'text') return null;
  const state: Record<string, unknown> = { does };
  for (const [at, field] of fields.entries()) {
    const word = (at === last ? words.slice(at).join(SEPARATOR) : words[at]) ?? '';
    if (FORMS[field] && !FORMS[field].test(word)) return null;
    if (field === 'page') state[field] = Number(word);
    else if (word) state[field] = word;
  }
  return state as unknown as State;
}

/** Seven characters that stand for an id, however long it is: 42 bits of its SHA-256. */
export function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 7);
}

const keyed = new WeakMap<Knowledge, Map<string, LoadedRecord>>();

/** The record of a key, if these records still have it. */
export function recordOfKey(knowledge: Knowledge, key: string): LoadedRecord | undefined {
  let records = keyed.get(knowledge);
  if (!records) {
    records = new Map([...knowledge.records.values()].map((record) => [keyOf(record.id), record]));
    keyed.set(knowledge, records);
  }
  return records.get(key);
}

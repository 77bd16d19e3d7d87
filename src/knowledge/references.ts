/** Where one record names another, or a page: the one list of such places, for the checks and for linking. */
import type { ParsedRecord } from './folder.ts';
import type { RecordType } from './model.ts';
import type { Path } from './parse.ts';
import { type Attribution, Id, type Statement } from './schema.ts';

export interface Reference {
  readonly path: Path;
  readonly id: string;
  /** What it may lead to. */
  readonly types: readonly RecordType[];
}

const anyType: readonly RecordType[] = ['event', 'person', 'organisation', 'place'];

/** An attribution in the shape of an id is meant to be one: words for people have capitals or spaces. */
export const isIdLike = (attribution: unknown): attribution is string =>
  typeof attribution === 'string' && Id.safeParse(attribution).success;

export const eachAttribution = (attribution: Attribution | undefined) =>
  attribution === undefined ? [] : Array.isArray(attribution) ? attribution : [attribution];

/** Every figure of a statement with its measure and where it stands in the statement. */
export function* figuresOf(statement: Statement) {
  for (const [measure, given] of Object.entries(statement.figures ?? {})) {
    for (const [index, entry] of (Array.isArray(given) ? given : [given]).entries()) {
      const path: Path = Array.isArray(given) ? ['figures', measure, index] : ['figures', measure];
      yield { measure, path, ...(typeof entry === 'number' ? { value: entry } : entry) };
    }
  }
}

/** Every place where the record names another. */
export function* references(record: ParsedRecord): Generator<Reference> {
  const { type, data } = record;
  const list = function* (key: string, ids: readonly string[], only: RecordType): Generator<Reference> {
    for (const [index, id] of ids.entries()) yield { path: [key, index], id, types: [only] };
  };
  if (type === 'event') {
    yield* list('places', data.places, 'place');
    yield* list('people', data.people, 'person');
    yield* list('organisations', data.organisations, 'organisation');
    yield* list('related', data.related, 'event');
    for (const [index, { id }] of data.organisers.entries())
      yield { path: ['organisers', index, 'id'], id, types: ['person', 'organisation'] };
    for (const [index, { id }] of data.follows.entries())
      yield { path: ['follows', index, 'id'], id, types: ['event'] };
  } else if (type === 'person') {
    for (const [index, { organisation }] of data.offices.entries())
      if (organisation) yield { path: ['offices', index, 'organisation'], id: organisation, types: ['organisation'] };
  } else if (type === 'organisation') {
    for (const [index, { id }] of data.leaders.entries())
      yield { path: ['leaders', index, 'id'], id, types: ['person'] };
  } else if (data.within) yield { path: ['within'], id: data.within, types: ['place'] };
  for (const [index, statement] of data.statements.entries()) {
    const several = Array.isArray(statement.attribution);
    for (const [at, id] of eachAttribution(statement.attribution).entries())
      if (isIdLike(id))
        yield { path: ['statements', index, 'attribution', ...(several ? [at] : [])], id, types: anyType };
    for (const { path, place } of figuresOf(statement))
      if (place) yield { path: ['statements', index, ...path, 'place'], id: place, types: ['place'] };
  }
}

/** Every citation of a page, at any depth. */
export function* citations(value: unknown, path: Path = []): Generator<{ path: Path; id: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'sources' && Array.isArray(inner))
      for (const [index, id] of inner.entries()) yield { path: [...at, index], id };
    else yield* citations(inner, at);
  }
}

/** Checks one file's value against its schema, and saves what is sound of it so that the other checks can go on. */
import type { z } from 'zod';
import { explain, valueAt } from './explain.ts';
import type { Fault, Position } from './fault.ts';
import type { ParsedFile, Path } from './parse.ts';

/** A file's data, as far as it is sound, and where each part of it stands. */
export interface Parsed<Data> {
  readonly file: string;
  readonly data: Data;
  readonly at: (path: Path) => Position;
  readonly atKey: (path: Path) => Position;
}

export interface Validated<Data> {
  readonly faults: Fault[];
  /** Absent where nothing of it can be used. */
  readonly parsed?: Parsed<Data>;
}

/** Of one file; a file with more is not a record with slips but something else. */
const mostFaults = 200;

export function validate<Schema extends z.ZodType>(
  file: string,
  yaml: ParsedFile,
  schema: Schema,
): Validated<z.output<Schema>> {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { faults: [], parsed: { file, data: result.data, at: yaml.at, atKey: yaml.atKey } };
  const found = explain(schema, yaml.value, result.error.issues);
  const faults: Fault[] = found.slice(0, mostFaults).map(({ path, key, code, message, remedy }) => ({
    file,
    ...(key ? yaml.atKey(path) : yaml.at(path)),
    code,
    message,
    remedy,
  }));
  const more = found.length - faults.length;
  if (more > 0)
    faults.push({
      file,
      ...yaml.at([]),
      code: 'bad-value',
      message: `there are ${more} faults more`,
      remedy: 'mend the others first',
    });
  const saved = salvage(yaml.value, schema, result.error.issues);
  if (!saved) return { faults };
  const { data, original } = saved;
  const parsed = {
    file,
    data,
    at: (path: Path) => yaml.at(original(path)),
    atKey: (path: Path) => yaml.atKey(original(path)),
  };
  return { faults, parsed };
}

const mostRounds = 8;

/** Leaves out what the schema objects to, and then what cannot do without it, until the rest is sound. */
function salvage<Schema extends z.ZodType>(value: unknown, schema: Schema, found: readonly z.core.$ZodIssue[]) {
  let rest = value;
  let issues = found;
  const rounds: ((path: Path) => Path)[] = [];
  while (rounds.length < mostRounds) {
    const unsound = issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
      return [valueAt(rest, issue.path) === undefined ? issue.path.slice(0, -1) : issue.path];
    });
    if (unsound.some((path) => path.length === 0)) return undefined;
    const kept = new Map<string, number[]>();
    rest = without(rest, [], [], new Set(unsound.map(keyOf)), kept);
    rounds.unshift((path) =>
      path.map((segment, depth) => kept.get(keyOf(path.slice(0, depth)))?.[Number(segment)] ?? segment),
    );
    const result = schema.safeParse(rest);
    if (result.success) {
      return { data: result.data, original: (path: Path) => rounds.reduce((at, before) => before(at), path) };
    }
    issues = result.error.issues;
  }
  return undefined;
}

const keyOf = (path: Path): string => JSON.stringify(path.map(String));

/**
 * A copy of the value without some of its parts. Lists close up: `kept` takes down, by the copy's path, which of the
 * original items are left.
 */
function without(
  value: unknown,
  from: Path,
  to: Path,
  unsound: ReadonlySet<string>,
  kept: Map<string, number[]>,
): unknown {
  const isSound = (key: PropertyKey) => !unsound.has(keyOf([...from, key]));
  if (Array.isArray(value)) {
    const indices = [...value.keys()].filter(isSound);
    kept.set(keyOf(to), indices);
    return indices.map((index, at) => without(value[index], [...from, index], [...to, at], unsound, kept));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isSound(key))
      .map(([key, inner]) => [key, without(inner, [...from, key], [...to, key], unsound, kept)]),
  );
}

/** Turns Zod's findings into what is wrong and what to do, at the node that is to be changed. */
import type { z } from 'zod';
import type { FaultCode } from './fault.ts';
import { suggest } from './suggest.ts';

export interface Finding {
  readonly path: PropertyKey[];
  /** The key itself is at fault, not its value. */
  readonly key?: true;
  readonly code: FaultCode;
  readonly message: string;
  readonly remedy: string;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Everything that the schema finds wrong with a value, in the order of the value. */
export function explain(schema: Schema, value: unknown, issues: readonly Issue[]): Finding[] {
  return issues.flatMap((issue) => explainOne(schema, value, issue, []));
}

function explainOne(schema: Schema, root: unknown, issue: Issue, above: PropertyKey[]): Finding[] {
  const path = [...above, ...issue.path];
  const given = valueAt(root, path);
  const field = fieldName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(schema, path);
        const remedy = suggest(key, known, 'remove it');
        return { path: [...path, key], key: true, code: 'unknown-key', message: `“${key}” is no field here`, remedy };
      });
    case 'invalid_union': {
      const branch = fitting(issue.errors);
      if (branch) return branch.flatMap((inner) => explainOne(schema, root, inner, path));
      return [wrongType(path, given, expectedTypes(issue))];
    }
    case 'invalid_type':
      return [given === undefined ? missing(path) : wrongType(path, given, [issue.expected])];
    case 'invalid_key':
      return [
        {
          path,
          key: true,
          code: 'bad-value',
          message: `“${String(path.at(-1))}” cannot stand here`,
          remedy: issue.issues[0]?.message ?? 'use another key',
        },
      ];
    case 'invalid_value': {
      const values = issue.values.map(String);
      return [
        {
          path,
          code: 'bad-value',
          message: `${field} cannot be “${String(given)}”`,
          remedy: suggest(String(given), values),
        },
      ];
    }
    case 'too_small':
    case 'too_big': {
      if (path.at(-1) === 'sources')
        return [{ path, code: 'uncited', message: `${field} is empty`, remedy: 'cite at least one source' }];
      if (issue.code === 'too_small' && issue.origin !== 'number') {
        const remedy = issue.origin === 'array' ? issue.message : 'fill it in, or leave the field out';
        return [{ path, code: 'bad-value', message: `${field} is empty`, remedy }];
      }
      const [side, limit] = issue.code === 'too_small' ? ['small', issue.minimum] : ['large', issue.maximum];
      const remedy = `write ${limit} or ${side === 'small' ? 'more' : 'less'}`;
      return [{ path, code: 'bad-value', message: `${field} is ${String(given)}, which is too ${side}`, remedy }];
    }
    default: {
      const code = /EDTF|ISO date/.test(issue.message) ? 'bad-date' : 'bad-value';
      const shown = typeof given === 'object' ? field : `${field} is “${String(given)}”`;
      return [{ path, code, message: `${shown}, which cannot be`, remedy: issue.message }];
    }
  }
}

function missing(path: PropertyKey[]): Finding {
  const name = String(path.at(-1) ?? 'the value');
  if (name === 'sources')
    return { path, code: 'uncited', message: 'no source is cited', remedy: 'add “sources:” with at least one id' };
  return { path, code: 'missing', message: `“${name}” is missing`, remedy: `add “${name}:”` };
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'fields (key: value)',
  record: 'fields (key: value)',
  array: 'a list',
};

function wrongType(path: PropertyKey[], given: unknown, expected: readonly string[]): Finding {
  const wanted = [...new Set(expected.map((type) => names[type] ?? type))].join(' or ');
  const is = given === null ? 'empty' : Array.isArray(given) ? 'a list' : (names[typeof given] ?? typeof given);
  const quotes = expected.includes('string') && typeof given === 'number';
  return {
    path,
    code: 'wrong-type',
    message: `${fieldName(path)} is ${is}, not ${wanted}`,
    remedy: quotes ? `put it in quotes: '${given}'` : `write ${wanted}`,
  };
}

/** Of a union's branches the one that takes a value of this type and objects to something within it. */
function fitting(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches
    .filter((issues) => issues.length > 0 && !issues.some(isOfType))
    .sort((a, b) => a.length - b.length)[0];
}

const isOfType = (issue: Issue): boolean =>
  issue.path.length === 0 &&
  (issue.code === 'invalid_type' ||
    (issue.code === 'invalid_union' && issue.errors.every((inner) => inner.some(isOfType))));

function expectedTypes(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(expectedTypes) : [];
}

function fieldName(path: PropertyKey[]): string {
  const named = path.filter((segment) => typeof segment === 'string');
  return named.length > 0 ? `“${named.join('.')}”` : 'the file';
}

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

/** The fields that the schema has at a path, through defaults, options and unions. */
function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  const { def } = schema._zod as unknown as { def: Definition };
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(def.shape ?? {});
  const next = def.element ?? def.valueType ?? def.shape?.[String(first)];
  return next ? keysAt(next, rest) : [];
}

/** The parts of Zod's definitions that lead further in. */
interface Definition {
  innerType?: Schema;
  options?: Schema[];
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
}

import type { ZodMiniType } from 'zod/mini';
import { ApiError } from '../errors.ts';

type Path = readonly PropertyKey[];

/** One fault in a request's body: where, and Discord's code and words for it. */
export interface Fault {
  path: Path;
  code: string;
  message: string;
}

/** Gathers the faults of a body, so that all are named at once. */
export class Form {
  readonly faults: Fault[] = [];

  add(path: Path, code: string, message: string): void {
    this.faults.push({ path, code, message });
  }

  /** `value` has more than `most` characters. */
  tooLong(path: Path, most: number): void {
    this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }

  required(path: Path): void {
    this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  /** @throws ApiError 50035 with every fault where it stands, if there is any */
  check(): void {
    if (this.faults.length > 0) throw invalidForm(this.faults);
  }
}

/** Discord's 50035: https://discord.com/developers/docs/reference#error-messages */
export function invalidForm(faults: readonly Fault[]): ApiError {
  const errors: Record<string, unknown> = {};
  for (const { path, code, message } of faults) {
    let at = errors;
    for (const key of path) {
      const name = String(key);
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at._errors = [...((at._errors as unknown[]) ?? []), { code, message }];
  }
  return new ApiError(400, 50035, 'Invalid Form Body', { errors });
}

interface Issue {
  code: string;
  path: Path;
  message: string;
  expected?: string;
  input?: unknown;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
  errors?: Issue[][];
}

/**
 * Parses a body, or the part of it that stands at `path`, with one of Discord's own schemas.
 * @throws ApiError 50035 naming each field that does not fit
 */
export function parse<T>(schema: ZodMiniType, body: unknown, path: Path = []): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data as T;
  const faults = (result.error.issues as unknown as Issue[]).map((issue) => faultOf(issue, body));
  throw invalidForm(faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })));
}

function faultOf(issue: Issue, body: unknown): Fault {
  const { path } = issue;
  if (issue.code === 'invalid_union' && issue.errors?.length) {
    // The branch that was meant is the one whose `type` fits; of those, the one with the deepest fault.
    const fitting = issue.errors.filter((branch) => !branch.some((inner) => inner.path[0] === 'type'));
    const branch = (fitting.length > 0 ? fitting : issue.errors).toSorted((a, b) => depth(b) - depth(a))[0];
    if (branch?.[0]) {
      const inner = faultOf(branch[0], at(body, path));
      return { ...inner, path: [...path, ...inner.path] };
    }
  }
  if (issue.code === 'invalid_type' && at(body, path) === undefined) {
    return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array')) {
    return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  }
  if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array')) {
    return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  }
  return { path, code: issue.code.toUpperCase(), message: issue.message };
}

const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((issue) => issue.path.length));

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);

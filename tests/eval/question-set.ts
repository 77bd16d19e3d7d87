/** The project's own questions: what a question of the set is, and how its two parts are read. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a question asks for; `decline` is for those that no record answers. */
export const kinds = [
  'when',
  'who',
  'where',
  'how-many',
  'why',
  'what',
  'list',
  'compare',
  'is-it-true',
  'identity',
  'office',
  'relative',
  'count',
  'follow-up',
  'decline',
] as const;

/** Why a question must be declined. */
const declines = [
  'unknown-subject',
  'outside-period',
  'no-such-attribute',
  'false-premise',
  'opinion',
  'no-question',
  'injection',
  'other-person',
] as const;

const isPattern = (text: string) => {
  try {
    return Boolean(new RegExp(text, 'iu'));
  } catch {
    return false;
  }
};

/** A fact that an answer must show: a regular expression, whose alternatives are the ways in which it may be put. */
const Fact = z.string().min(1).refine(isPattern, 'a fact is a regular expression');

const asked = {
  id: z.string().regex(/^[a-z]{2}-\d{3}$/, 'an id is a language and three digits'),
  language: z.enum(['en', 'ru', 'kk']),
  question: z.string().min(1),
  /** The question that this one follows. */
  after: z.string().optional(),
};

const Answerable = z.strictObject({
  ...asked,
  kind: z.enum(kinds).exclude(['decline']),
  facts: z.array(Fact).min(1),
  /** Refs of records, one of which must carry the answer. */
  records: z.array(z.string()).min(1),
  /** Ids of sources, one of which must be cited for it. */
  sources: z.array(z.string()).min(1),
  /** No statement says it: it is counted, or reckoned from dates. */
  computed: z.literal(true).optional(),
});
const Unanswerable = z.strictObject({ ...asked, kind: z.literal('decline'), decline: z.enum(declines) });

export const Question = z.discriminatedUnion('kind', [Answerable, Unanswerable]);
export type Question = z.infer<typeof Question>;
export type Answerable = z.infer<typeof Answerable>;

/** The part to develop on, and the part that is scored only at the end. */
export type Part = 'dev' | 'held';

/** One part of the set. @throws ZodError for a question that is not well formed. */
export async function readQuestions(part: Part): Promise<Question[]> {
  const text = await readFile(new URL(`questions/${part}.yaml`, import.meta.url), 'utf8');
  return z.array(Question).parse(parse(text));
}

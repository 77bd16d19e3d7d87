/** Puts the questions to the engine and to what it is compared to, and says of each whether it was answered well. */
import type { Answer, Context, Engine } from '../../src/answer/types.ts';
import type { Baseline } from './baselines.ts';
import { showsAll } from './facts.ts';
import type { Answerable, Question } from './question-set.ts';

/** What may be wrong with an answer. */
export type Failure = 'declined' | 'not-declined' | 'facts-missing' | 'not-cited';

export interface Scored {
  readonly question: Question;
  readonly answer: Answer;
  /** From question to answer, in milliseconds. */
  readonly ms: number;
  readonly failure?: Failure;
  /** By engine: do its first three statements show all facts? Always false where declining is right. */
  readonly baselines: Readonly<Record<string, boolean>>;
}

/** What the reply shows: the lead, and the statements. */
const shownText = ({ lead, statements }: Answer) => [lead ?? '', ...statements.map(({ text }) => text)].join('\n');

/** Does a statement of one of the records stand there with one of the pages that support it? */
const isCited = ({ records, sources }: Answerable, { statements }: Answer) =>
  statements.some(
    ({ record, sources: cited }) => records.includes(record.ref) && cited.some(({ id }) => sources.includes(id)),
  );

function judge(question: Question, answer: Answer): Failure | undefined {
  if (question.kind === 'decline') return answer.outcome === 'none' ? undefined : 'not-declined';
  if (answer.outcome === 'none') return 'declined';
  if (!showsAll(question.facts, shownText(answer))) return 'facts-missing';
  return isCited(question, answer) ? undefined : 'not-cited';
}

/** Asks each question as a person would: its language is not told, and a follow-up has only what came before it. */
export async function score(
  questions: readonly Question[],
  engine: Engine,
  baselines: readonly Baseline[],
): Promise<Scored[]> {
  const contexts = new Map<string, Context>();
  const scored: Scored[] = [];
  for (const question of questions) {
    const after = question.after ? contexts.get(question.after) : undefined;
    const started = performance.now();
    const answer = engine.ask(question.question, after ? { after } : {});
    const ms = performance.now() - started;
    contexts.set(question.id, answer.context);
    const failure = judge(question, answer);
    const others: Record<string, boolean> = {};
    for (const { name, find } of baselines) {
      const found = await find(question.question, question.language);
      others[name] = question.kind !== 'decline' && showsAll(question.facts, found.join('\n'));
    }
    scored.push({ question, answer, ms, ...(failure ? { failure } : {}), baselines: others });
  }
  return scored;
}

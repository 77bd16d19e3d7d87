/** A question as the message that answers it shows it: so that it can be understood again, after a restart as well. */
import type { Answer, Context, Engine } from '../answer/types.ts';
import { escapeMarkdown, plainLine, unescapeMarkdown } from './escape.ts';
import { LIMITS, shorten } from './limits.ts';

/** What was asked, oldest first: a follow-up stands after the question that it follows. */
export type Questions = readonly string[];

const BETWEEN = ' › ';
/** Characters of a question that are read and shown, escaped. */
const LONGEST = 1200;

/** A question in one line, no longer than can be shown; `cut` says whether it was. */
export function readQuestion(text: string): { question: string; cut: boolean } {
  const line = plainLine(text).replaceAll('›', '>');
  let question = line;
  for (let max = LONGEST; escapeMarkdown(question).length > LONGEST; max -= 50) question = shorten(line, max);
  return { question, cut: question !== line };
}

/** The title that shows the questions, or the quotation where one is too long for a title. */
export function showQuestions(questions: Questions): { title: string } | { top: string } {
  for (let first = Math.max(questions.length - 2, 0); first < questions.length; first++) {
    const title = questions.slice(first).map(escapeMarkdown).join(BETWEEN);
    if (title.length <= LIMITS.title) return { title };
  }
  return { top: `> ${escapeMarkdown(questions.at(-1) ?? '')}` };
}

/** The questions that a message of the bot shows; none where it shows none. */
export function questionsOf(embed: { title?: string | null; description?: string | null } | undefined): Questions {
  if (embed?.title) return unescapeMarkdown(embed.title).split(BETWEEN);
  const quoted = /^> (.+)/.exec(embed?.description ?? '');
  return quoted?.[1] ? [unescapeMarkdown(quoted[1])] : [];
}

/** Answers the last question, each understood after the one before. */
export function askAll(engine: Engine, questions: Questions, language?: string): Answer {
  let after: Context | undefined;
  for (const question of questions.slice(0, -1)) after = engine.ask(question, after ? { after } : {}).context;
  return engine.ask(questions.at(-1) ?? '', { ...(language ? { language } : {}), ...(after ? { after } : {}) });
}

/** From a question to the message that answers it. */
import type { DeclineReason } from '../answer/types.ts';
import type { Bot } from './bot.ts';
import type { MessageBody } from './limits.ts';
import { answerMessage } from './looks/answer.ts';
import { askAll, type Questions, readQuestion } from './question.ts';

export interface Asking {
  text: string;
  /** Questions that this one follows. */
  after?: Questions;
  /** Of the reply; the question's where absent. */
  language?: string | undefined;
  asker?: string | undefined;
  followUp: boolean;
}

/** Answers a question. `reason` says why there is no answer, where there is none. */
export function answerTo(
  { text, after = [], language, asker, followUp }: Asking,
  bot: Bot,
): { body: MessageBody; reason: DeclineReason | undefined } {
  const { knowledge, engine } = bot.serving();
  const { question, cut } = readQuestion(text);
  const questions = [...after, question];
  const answer = askAll(engine, questions, language);
  const body = answerMessage(answer, questions, knowledge.pack, {
    language: answer.language,
    asker,
    followUp,
    cut: cut ? question.length : undefined,
  });
  return { body, reason: answer.reason };
}

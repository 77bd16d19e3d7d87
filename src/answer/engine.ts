/** The engine: knowledge prepared once, then a question at a time. The flow of an answer is in answer.ts. */

import { prepareOffices } from '../fields/office-index.ts';
import type { Knowledge, LoadedRecord } from '../knowledge/model.ts';
import { memo } from '../language/memo.ts';
import type { Asked } from '../question/asked.ts';
import { followUp } from '../question/follow-up.ts';
import { understand } from '../question/understand.ts';
import { createLibrary } from '../search/library.ts';
import { answer } from './answer.ts';
import { explain } from './explain.ts';
import type { Found } from './found.ts';
import type { Answer, AskOptions, Engine } from './types.ts';

/** Statements shown: by default, and where a list is asked for. */
const shown = 5;
const listed = 10;
const remembered = 6;
/** Questions offered in place of an answer. */
const offered = 3;

/**
 * Prepares knowledge for questions: some seconds for thousands of statements, in steps between which everything else
 * goes on; every question after that takes a few milliseconds.
 */
export async function createEngine(knowledge: Knowledge): Promise<Engine> {
  const library = await createLibrary(knowledge);
  const offices = prepareOffices(knowledge, library);
  const { languages } = knowledge.pack;

  function read(question: string, { language, after }: AskOptions): { asked: Asked; language: string } {
    const own = understand(question, knowledge, library, language ?? after?.language);
    const asked = after ? followUp(own, after, knowledge, library) : own;
    return { asked, language: language && languages.includes(language) ? language : own.language };
  }

  /** Of the questions beside the records, which are asked again and again. */
  const isAnswered = memo((question) => {
    const { asked, language } = read(question, {});
    return !answer(asked, { knowledge, library, offices, language }).found.reason;
  });

  return {
    ask(question, options = {}) {
      const started = performance.now();
      const { asked, language } = read(question, options);
      const { found } = answer(asked, { knowledge, library, offices, language });
      const questions = (found.questions ?? [])
        .values()
        .filter((other) => other !== asked.text && isAnswered(other))
        .take(offered)
        .toArray();
      return reply(asked, { ...found, questions }, language, performance.now() - started);
    },
    explain(question, options = {}) {
      const { asked, language } = read(question, options);
      return explain(asked, answer(asked, { knowledge, library, offices, language }));
    },
    find: (words, options = {}) => library.records.find(words, options),
  };
}

function reply(asked: Asked, found: Found, language: string, ms: number): Answer {
  const statements = found.statements.slice(0, found.by === 'events' || asked.kind === 'list' ? listed : shown);
  const records: LoadedRecord[] = [
    ...(found.named ?? []),
    ...asked.mentions.flatMap((mention) => mention.records.slice(0, 1)),
    ...statements.map((statement) => statement.record),
  ];
  return {
    outcome: found.reason ? 'none' : 'answer',
    ...(found.reason ? { reason: found.reason } : {}),
    language,
    lead: found.lead ?? null,
    statements,
    suggestions: found.suggestions ?? [],
    questions: found.questions ?? [],
    context: {
      question: asked.text,
      language: asked.language,
      records: [...new Set(records.map((record) => record.ref))].slice(0, remembered),
      date:
        asked.dates[0]?.precision === 'day' && asked.dates[0].periods[0]?.from
          ? asked.dates[0].periods[0].from
          : (statements[0]?.date?.edtf ?? null),
    },
    ms,
  };
}

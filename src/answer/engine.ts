/**
 * The flow of an answer: understand → decline what is no question → answer from structure → else the best statements →
 * decline where they do not carry it.
 */
import type { Knowledge, LoadedRecord, LoadedStatement } from '../knowledge/model.ts';
import { declineOutright, declineRanked, suggest } from './decline.ts';
import { answerFigures } from './figures.ts';
import { introduce, namedAlone } from './identity.ts';
import { leadFrom } from './lead.ts';
import { createLibrary } from './library.ts';
import { present } from './present.ts';
import { rank } from './rank.ts';
import type { Answer, AskOptions, DeclineReason, Engine } from './types.ts';
import { understand } from './understand.ts';

/** Statements shown: by default, and where a list is asked for. */
const shown = 5;
const listed = 10;
/** A further statement is shown where it ranks this near the first. */
const near = 0.6;

/** Prepares knowledge for questions. Takes part of a second; every question after that about a millisecond. */
export function createEngine(knowledge: Knowledge): Engine {
  const library = createLibrary(knowledge);
  const { languages } = knowledge.pack;

  function ask(question: string, options: AskOptions = {}): Answer {
    const started = performance.now();
    const asked = understand(question, knowledge, library, options.language);
    const language = options.language && languages.includes(options.language) ? options.language : asked.language;
    const reply = (found: {
      lead?: string | null;
      statements?: readonly LoadedStatement[];
      reason?: DeclineReason;
      suggestions?: LoadedRecord[];
    }): Answer => {
      const statements = (found.statements ?? []).slice(0, asked.kind === 'list' ? listed : shown);
      const records = [
        ...statements.map((s) => s.record.ref),
        ...asked.mentions.map((m) => m.records[0]?.ref as string),
      ];
      return {
        outcome: found.reason ? 'none' : 'answer',
        ...(found.reason ? { reason: found.reason } : {}),
        language,
        lead: found.lead ?? null,
        statements: statements.map((statement) => present(statement, language)),
        suggestions: found.suggestions ?? [],
        context: {
          question: asked.text,
          language: asked.language,
          records: [...new Set(records)].slice(0, 5),
          date: statements[0]?.date?.edtf ?? null,
        },
        ms: performance.now() - started,
      };
    };

    const outright = declineOutright(asked);
    const ranked = outright === 'no-question' ? [] : rank(asked, library);
    if (outright) return reply({ reason: outright, suggestions: suggest(asked, ranked) });

    const record = namedAlone(asked);
    if (record) return reply({ statements: introduce(record, ranked) });
    const figures = answerFigures(asked, ranked, library, language);
    if (figures) return reply(figures);

    const reason = declineRanked(asked, ranked[0], library);
    if (reason) return reply({ reason, suggestions: suggest(asked, ranked) });
    const best = ranked[0]?.score ?? 0;
    const statements = ranked.filter(({ score }) => score >= best * near).map(({ statement }) => statement);
    const lead = statements[0] ? leadFrom(statements[0], asked, library, language) : null;
    return reply({ lead, statements });
  }

  return {
    ask,
    find: (words, options = {}) => library.records.find(words, options),
  };
}

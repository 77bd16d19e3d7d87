/**
 * `npm run eval -- [--held] [--failures] [--json] [--knowledge DIR]`: the project's own questions, put to the engine and
 * beside it to MiniSearch, SQLite FTS5 and Orama over the same statements. Scores the part to develop on; with --held
 * the other one. --failures lists what went wrong, and is for the part to develop on only.
 */
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/answer/engine.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { table } from '../support/figures.ts';
import { prepareBaselines } from './baselines.ts';
import { kinds, type Part, readQuestions } from './question-set.ts';
import { type Scored, score } from './score.ts';
import { type Summary, summarise } from './summary.ts';

const { values } = parseArgs({
  options: {
    held: { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    knowledge: { type: 'string', default: process.env.KNOWLEDGE_DIR ?? 'knowledge' },
  },
});
if (values.held && values.failures) {
  console.error('The failures of the held-back part are not shown: whoever reads them develops on it.');
  process.exit(1);
}

const part: Part = values.held ? 'held' : 'dev';
const languages = ['en', 'ru', 'kk'];
const questions = await readQuestions(part);
const knowledge = await loadKnowledge(values.knowledge);
const engine = await createEngine(knowledge);
const baselines = await prepareBaselines(knowledge, languages);
await score(questions, engine, []); // until the code is warm, its times say nothing
const scored = await score(questions, engine, baselines);

/** The questions of each language and of each kind, and all. */
const groups: [name: string, scored: Scored[]][] = [
  ...languages.map((language): [string, Scored[]] => [
    language,
    scored.filter((s) => s.question.language === language),
  ]),
  ...kinds.map((kind): [string, Scored[]] => [kind, scored.filter((s) => s.question.kind === kind)]),
  ['all', scored],
];
const summaries = new Map(groups.map(([name, members]) => [name, summarise(members)]));

const percent = (count: number, of: number) => (of ? `${((100 * count) / of).toFixed(1)} %` : '–');

function row(name: string, summary: Summary): Record<string, string | number> {
  const { answerable, right, toDecline, declined, rightlyDeclined } = summary;
  const others = Object.entries(summary.baselines).map(([engineName, count]) => [
    engineName,
    percent(count, answerable),
  ]);
  return {
    ' ': name,
    questions: answerable + toDecline,
    'right and cited': percent(right, answerable),
    ...Object.fromEntries(others),
    'refusal precision': answerable && toDecline ? percent(rightlyDeclined, declined) : '–',
    'refusal recall': percent(rightlyDeclined, toDecline),
    'statements a reply': summary.statements.toFixed(1),
    uncited: summary.uncited,
    'p50 ms': summary.p50.toFixed(2),
    'p99 ms': summary.p99.toFixed(2),
  };
}

/** A Markdown table whose heads are the names of the cells. */
function tableOf(rows: readonly Record<string, string | number>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  return table(
    heads,
    rows.map((cells) => heads.map((head) => String(cells[head]))),
  );
}

if (values.json) {
  const failures = scored.flatMap(({ question, failure }) => (failure ? [{ id: question.id, failure }] : []));
  console.log(
    JSON.stringify(
      { part, summaries: Object.fromEntries(summaries), ...(part === 'dev' ? { failures } : {}) },
      null,
      2,
    ),
  );
} else {
  console.log(`${questions.length} questions of the part “${part}”, ${knowledge.statements.length} statements.\n`);
  console.log(tableOf([...summaries].map(([name, summary]) => row(name, summary))));
}

if (values.failures)
  for (const { question, answer, failure } of scored) {
    if (!failure) continue;
    const wanted = question.kind === 'decline' ? question.decline : question.facts.join(' & ');
    const shown = answer.lead ?? answer.statements[0]?.text ?? '';
    console.log(`\n${question.id} ${question.kind} ${failure}: ${question.question}\n  wanted: ${wanted}`);
    console.log(`  got: ${answer.reason ?? answer.outcome} ${shown}`);
  }

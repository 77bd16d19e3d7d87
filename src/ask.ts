/**
 * `npm run ask -- [--language en|ru|kk] [--knowledge DIR] [--json] [--explain] [QUESTION]`: a cited answer in the
 * terminal; with --json and no question, one JSON object a line from stdin to stdout, in order.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createEngine } from './answer/engine.ts';
import { KnowledgeError } from './knowledge/fault.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { answerLines, printed, toJson } from './terminal.ts';

const usage = 'Usage: npm run ask -- [--language en|ru|kk] [--knowledge DIR] [--json] [--explain] [QUESTION]';

/** Where the output goes may be closed before all is said (`… | head -1`): that is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const fail = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        knowledge: { type: 'string', default: process.env.KNOWLEDGE_DIR ?? 'knowledge' },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const question = positionals.join(' ');
if (!question && !values.json) fail(usage);
const knowledge = await loadKnowledge(values.knowledge).catch((error: unknown) =>
  fail(error instanceof KnowledgeError ? `${error.message}\nRun npm run check to see every fault.` : String(error)),
);
if (values.language && !knowledge.pack.languages.includes(values.language))
  fail(`There is no “${values.language}” in this knowledge; choose one of ${knowledge.pack.languages.join(', ')}.`);
const engine = await createEngine(knowledge);
const options = values.language ? { language: values.language } : {};

if (!question)
  await answerLines(
    createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    engine,
    options,
    write,
  );
else if (values.explain) await write(engine.explain(question, options));
else {
  const answer = engine.ask(question, options);
  await write(values.json ? JSON.stringify(toJson(answer)) : printed(answer));
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

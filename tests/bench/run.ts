/**
 * `npm run bench [-- --knowledge DIR]`: speed and memory, each figure beside that of what it is compared to, taken in
 * the same run. Nothing leaves the machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine } from '../../src/answer/engine.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { readQuestions } from '../eval/question-set.ts';
import { median, table } from '../support/figures.ts';
import { onlyYaml } from './only-yaml.ts';
import { type RunningBot, type Settings, START, startBot, startToPage, timeOf } from './process.ts';
import { miniSearchOver, timesOf } from './questions.ts';
import { ASKED, measureWire } from './wire.ts';

/** How often a start is measured. */
const STARTS = 5;

const { knowledge: directory } = parseArgs({
  options: { knowledge: { type: 'string', default: process.env.KNOWLEDGE_DIR ?? 'knowledge' } },
}).values;
const folder = await mkdtemp(join(tmpdir(), 'jylnama-bench-'));
const env = { KNOWLEDGE_DIR: directory, DATA_DIR: folder };
const ours: Settings = { script: START, env };
// The bot uses Node's compile cache; without one, the other would lose by more than it is.
const empty: Settings = { script: 'tests/bench/empty-bot.ts', env: { NODE_COMPILE_CACHE: join(folder, 'compiled') } };

const rows: [figure: string, jylnama: string, other: string, comparedTo: string][] = [];
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Milliseconds that a task takes, and what it gives. */
async function timed<T>(task: () => T | Promise<T>): Promise<[took: number, result: T]> {
  const begun = performance.now();
  const result = await task();
  return [performance.now() - begun, result];
}

/** The first start fills the compile cache, and is not counted; the last bot goes on running. */
async function measureStart(settings: Settings): Promise<{ startedIn: number; bot: RunningBot }> {
  await (await startBot(settings)).close();
  const times: number[] = [];
  for (;;) {
    const bot = await startBot(settings);
    times.push(bot.startedIn);
    if (times.length === STARTS) return { startedIn: median(times), bot };
    await bot.close();
  }
}

// First of all, while the code is as cold as at a start.
const [reading, knowledge] = await timed(() => loadKnowledge(directory));
const [building, engine] = await timed(() => createEngine(knowledge));
const [parsing] = await timed(() => onlyYaml(directory));
const [indexing, search] = await timed(() => miniSearchOver(knowledge));
rows.push(['records read and checked', ms(reading), ms(parsing), 'their YAML only parsed']);
rows.push(['engine built', ms(building), ms(indexing), 'MiniSearch built']);

const questions = [...(await readQuestions('dev')), ...(await readQuestions('held'))];
for (const language of knowledge.pack.languages) {
  const own = questions.filter((question) => question.language === language);
  const [us, them] = [timesOf(own, ({ question }) => engine.ask(question)), timesOf(own, search)];
  for (const part of ['p50', 'p99'] as const)
    rows.push([`question in “${language}”, ${part}`, ms(us[part]), ms(them[part]), 'MiniSearch with its defaults']);
}

const texts = questions.map(({ question }) => question);
const measured = [];
for (const settings of [ours, empty]) {
  const { startedIn, bot } = await measureStart(settings);
  const fresh = await bot.vitals();
  const wire = await measureWire(bot, texts);
  measured.push({ startedIn, fresh, wire, used: await bot.vitals() });
  await bot.close();
}
const [us, them] = measured as [(typeof measured)[0], (typeof measured)[0]];
const beside = (name: string, figure: (of: typeof us) => string) =>
  rows.push([name, figure(us), figure(them), 'an empty discord.js bot']);
beside('start to commands registered', ({ startedIn }) => ms(startedIn));
beside('memory after start (RSS)', ({ fresh }) => mb(fresh.rss));
beside('memory after start (live heap)', ({ fresh }) => mb(fresh.heap));
beside(`memory after ${ASKED} questions (RSS)`, ({ used }) => mb(used.rss));
beside(`memory after ${ASKED} questions (live heap)`, ({ used }) => mb(used.heap));
beside('/ask over the wire, alone, p50', ({ wire }) => ms(wire.p50));
beside('/ask over the wire, alone, p99', ({ wire }) => ms(wire.p99));
beside('/ask over the wire, 50 in flight', ({ wire }) => `${wire.throughput.toFixed(0)} a second`);
beside('processor time an answer', ({ wire }) => ms(wire.cpu));

const pages: number[] = [];
const checks: number[] = [];
const parses: number[] = [];
for (let count = 0; count < STARTS; count++) {
  pages.push(await startToPage(env));
  checks.push(await timeOf('src/check.ts', '--knowledge', directory));
  parses.push(await timeOf('tests/bench/only-yaml.ts', directory));
}
rows.push(['npm start without a token, to its page', ms(median(pages)), '–', '']);
rows.push(['npm run check', ms(median(checks)), ms(median(parses)), 'their YAML only parsed']);

await rm(folder, { recursive: true });
const { records, statements } = knowledge;
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
console.log(`${records.size} records, ${statements.length} statements; ${machine}; Node ${process.version}\n`);
console.log(table(['figure', 'Jylnama', 'beside', 'what that is'], rows));

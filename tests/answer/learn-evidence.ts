/**
 * Learns the weights of src/answer/evidence-score.ts: `node tests/answer/learn-evidence.ts [DIR]`. A logistic regression
 * with an L2 penalty, fitted by gradient descent on the questions of the part to develop on that no field answers; and,
 * with DIR (en-, ru- and kk-encyclopedia.jsonl, a passage with its questions a line), on some public questions about
 * other subjects, which must all be refused. Prints the weights, and what ten folds say of refusing below several
 * probabilities. The held-back part is never read.
 */
import { join } from 'node:path';
import { answer } from '../../src/answer/answer.ts';
import { declineOutright } from '../../src/answer/decline.ts';
import { createEngine } from '../../src/answer/engine.ts';
import { type Evidence, evidenceOf } from '../../src/answer/evidence-score.ts';
import { rank } from '../../src/answer/rank.ts';
import type { Context } from '../../src/answer/types.ts';
import { prepareOffices } from '../../src/fields/office-index.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { followUp } from '../../src/question/follow-up.ts';
import { understand } from '../../src/question/understand.ts';
import { createLibrary } from '../../src/search/library.ts';
import { readPassages } from '../eval/public-questions.ts';
import { readQuestions } from '../eval/question-set.ts';

const knowledge = await loadKnowledge(process.env.KNOWLEDGE_DIR ?? 'knowledge');
const library = await createLibrary(knowledge);
const offices = prepareOffices(knowledge, library);
const engine = await createEngine(knowledge);
const contexts = new Map<string, Context>();
const rows: { x: number[]; answerable: number }[] = [];
let names: (keyof Evidence)[] = [];

for (const { id, question, kind, after } of await readQuestions('dev')) {
  const before = after ? contexts.get(after) : undefined;
  contexts.set(id, engine.ask(question, before ? { after: before } : {}).context);
  const own = understand(question, knowledge, library, before?.language);
  const asked = before ? followUp(own, before, knowledge, library) : own;
  if (declineOutright(asked)) continue;
  const { found, ranked } = answer(asked, { knowledge, library, offices, language: asked.language });
  const [best] = ranked;
  if (!best || (found.by !== 'text' && found.by !== 'decline')) continue;
  const evidence = evidenceOf(asked, ranked, best, library);
  names = Object.keys(evidence) as (keyof Evidence)[];
  rows.push({ x: names.map((name) => evidence[name]), answerable: kind === 'decline' ? 0 : 1 });
}

/** So many questions about other subjects in each language. */
const others = 40;
const [directory] = process.argv.slice(2);
for (const language of directory ? ['en', 'ru', 'kk'] : []) {
  const passages = await readPassages(join(directory as string, `${language}-encyclopedia.jsonl`));
  const questions = passages.flatMap(({ answerable }) => answerable.slice(0, 1));
  const step = Math.max(1, Math.floor(questions.length / others));
  for (let at = 0; at < questions.length; at += step) {
    const asked = understand((questions[at] as { question: string }).question, knowledge, library);
    const [best, ...rest] = rank(asked, library);
    if (!best || declineOutright(asked)) continue;
    const evidence = evidenceOf(asked, [best, ...rest], best, library);
    rows.push({ x: names.map((name) => evidence[name]), answerable: 0 });
  }
}

const penalty = 5;
const rounds = 2000;
const mean = names.map((_, f) => rows.reduce((sum, { x }) => sum + (x[f] as number), 0) / rows.length);
const spread = names.map(
  (_, f) =>
    Math.sqrt(rows.reduce((sum, { x }) => sum + ((x[f] as number) - (mean[f] as number)) ** 2, 0) / rows.length) || 1,
);
const scaled = rows.map(({ x, answerable }) => ({
  x: [...x.map((value, f) => (value - (mean[f] as number)) / (spread[f] as number)), 1],
  answerable,
}));
type Row = (typeof scaled)[number];
const logit = (w: readonly number[], { x }: Row) => x.reduce((sum, value, f) => sum + value * (w[f] as number), 0);
const probability = (w: readonly number[], row: Row) => 1 / (1 + Math.exp(-logit(w, row)));

function learn(part: readonly Row[]): number[] {
  const w = [...names.map(() => 0), 0];
  for (let round = 0; round < rounds; round++) {
    const gradient = w.map((value, f) => (f < names.length ? -penalty * value : 0));
    for (const row of part) {
      const miss = row.answerable - probability(w, row);
      row.x.forEach((value, f) => {
        gradient[f] = (gradient[f] as number) + miss * value;
      });
    }
    for (let f = 0; f < w.length; f++) w[f] = (w[f] as number) + (2 * (gradient[f] as number)) / part.length;
  }
  return w;
}

const all = learn(scaled);
const own = names.map((_, f) => (all[f] as number) / (spread[f] as number));
for (const [f, name] of names.entries()) console.log(`  ${name}: ${Number((own[f] as number).toFixed(2))},`);
const bias = (all.at(-1) as number) - own.reduce((sum, value, f) => sum + value * (mean[f] as number), 0);
console.log(`bias = ${Number(bias.toFixed(2))}; ${rows.length} questions`);

const folds = 10;
const judged = Array.from({ length: folds }, (_, fold) => {
  const w = learn(scaled.filter((_, at) => at % folds !== fold));
  return scaled
    .filter((_, at) => at % folds === fold)
    .map((row) => ({ answerable: row.answerable, p: probability(w, row) }));
}).flat();
const unanswerable = judged.filter(({ answerable }) => !answerable).length;
const pairs = judged.filter(({ answerable }) => answerable).map(({ p }) => p);
const below = (p: number) =>
  pairs.filter((other) => other > p).length + pairs.filter((other) => other === p).length / 2;
const area = judged.filter(({ answerable }) => !answerable).reduce((sum, { p }) => sum + below(p), 0);
console.log(
  `an answerable question stands above one that is not with a probability of ${(area / pairs.length / unanswerable).toFixed(3)}`,
);
for (const least of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6]) {
  const refused = judged.filter(({ p }) => p < least);
  const right = refused.filter(({ answerable }) => !answerable).length;
  const share = (a: number, b: number) => (a / b).toFixed(2);
  console.log(`below ${least}: precision ${share(right, refused.length)}, recall ${share(right, unanswerable)}`);
}

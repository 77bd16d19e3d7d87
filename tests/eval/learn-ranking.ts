/**
 * Learns the weights of src/search/weights.ts on public questions: `node tests/eval/learn-ranking.ts DIR`, where DIR
 * holds en-, ru- and kk-encyclopedia.jsonl (one passage with its questions a line). A linear ranker is fitted by
 * gradient descent on the softmax of its candidates' scores, on the first of every two titles; the other titles tell
 * how good it is. Prints the weights, and hit@1 on the titles not learned from, beside MiniSearch with its defaults.
 */
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { rank } from '../../src/answer/rank.ts';
import { understand } from '../../src/question/understand.ts';
import type { TextFeatures } from '../../src/search/features.ts';
import { createLibrary } from '../../src/search/library.ts';
import { asKnowledge, type Grouping, readPassages } from './public-questions.ts';

interface Example {
  readonly candidates: readonly { readonly x: readonly number[]; readonly right: boolean }[];
}

const [directory] = process.argv.slice(2);
if (!directory) throw new Error('Use: node tests/eval/learn-ranking.ts DIR');
const languages = ['en', 'ru', 'kk'];
const groupings: Grouping[] = ['passage', 'title'];
let names: (keyof TextFeatures)[] = [];
const learn: Example[] = [];
const held = new Map<string, { examples: Example[]; baseline: number }>();

for (const language of languages) {
  const passages = await readPassages(join(directory, `${language}-encyclopedia.jsonl`));
  const titles = [...new Set(passages.map((passage) => passage.title))];
  for (const grouping of groupings)
    for (const half of [0, 1]) {
      const part = passages.filter((passage) => titles.indexOf(passage.title) % 2 === half);
      const { knowledge, questions } = asKnowledge(part, language, grouping);
      const library = await createLibrary(knowledge);
      const asked = questions.filter(({ answers }) => answers.size > 0);
      const examples = asked.map(({ question, answers }): Example => {
        const candidates = rank(understand(question, knowledge, library), library).map(({ text, statement }) => {
          names = Object.keys(text) as (keyof TextFeatures)[];
          return { x: names.map((name) => text[name]), right: answers.has(statement.id) };
        });
        return { candidates };
      });
      if (half === 0) learn.push(...examples);
      else {
        const plain = new MiniSearch({ fields: ['text'] });
        plain.addAll(knowledge.statements.map((statement) => ({ id: statement.id, text: statement.text[language] })));
        const baseline = asked.filter(({ question, answers }) => answers.has(plain.search(question)[0]?.id)).length;
        held.set(`${language} by ${grouping}`, { examples, baseline: baseline / asked.length });
      }
    }
}

const dot = (w: readonly number[], x: readonly number[]) =>
  x.reduce((sum, value, i) => sum + value * (w[i] as number), 0);
const usable = learn.filter(({ candidates }) => candidates.some(({ right }) => right));
const rounds = 300;
const decay = 1e-4;
const w = names.map(() => 0);
for (let round = 0; round < rounds; round++) {
  const gradient = names.map(() => 0);
  for (const { candidates } of usable) {
    const scores = candidates.map(({ x }) => Math.exp(dot(w, x)));
    const all = scores.reduce((a, b) => a + b, 0);
    const good = candidates.reduce((sum, { right }, i) => sum + (right ? (scores[i] as number) : 0), 0);
    candidates.forEach(({ x, right }, i) => {
      const push = (right ? (scores[i] as number) / good : 0) - (scores[i] as number) / all;
      x.forEach((value, f) => {
        gradient[f] = (gradient[f] as number) + push * value;
      });
    });
  }
  const step = 20 / Math.sqrt(1 + round);
  for (let f = 0; f < w.length; f++)
    w[f] = (w[f] as number) + step * ((gradient[f] as number) / usable.length - decay * (w[f] as number));
}

const hits = (examples: readonly Example[], depth: number) =>
  examples.filter(({ candidates }) =>
    [...candidates]
      .sort((a, b) => dot(w, b.x) - dot(w, a.x))
      .slice(0, depth)
      .some(({ right }) => right),
  ).length / examples.length;
for (const [f, name] of names.entries()) console.log(`  ${name}: ${(w[f] as number).toFixed(2)},`);
for (const [set, { examples, baseline }] of held)
  console.log(
    `${set}: ${examples.length} questions, hit@1 ${hits(examples, 1).toFixed(3)}, @5 ${hits(examples, 5).toFixed(3)}; MiniSearch ${baseline.toFixed(3)}`,
  );

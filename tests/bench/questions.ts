/** Time per question, in this process: the engine, and MiniSearch with its defaults over the same statements. */
import MiniSearch from 'minisearch';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { percentile } from '../support/figures.ts';

export interface Asked {
  readonly question: string;
  readonly language: string;
}

/** Milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** How often each question is timed, after once to warm up. */
const ROUNDS = 3;

export function timesOf(questions: readonly Asked[], ask: (asked: Asked) => unknown): Times {
  for (const asked of questions) ask(asked);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const asked of questions) {
      const begun = performance.now();
      ask(asked);
      times.push(performance.now() - begun);
    }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** An index for each language, as the package's readme makes it. */
export function miniSearchOver({ pack, statements }: Knowledge): (asked: Asked) => unknown {
  const indexes = new Map(
    pack.languages.map((language) => {
      const index = new MiniSearch<{ id: number; title: string; text: string }>({
        fields: ['title', 'text'],
        storeFields: ['text'],
      });
      index.addAll(
        statements.map(({ text, record }, id) => ({
          id,
          title: record.title[language] ?? '',
          text: text[language] ?? '',
        })),
      );
      return [language, index];
    }),
  );
  return ({ question, language }) => indexes.get(language)?.search(question);
}

/** Public reading-comprehension questions as knowledge: every sentence of their passages a statement, without dates. */
import { readFile } from 'node:fs/promises';
import type { Knowledge, LoadedRecord, LoadedStatement } from '../../src/knowledge/model.ts';
import { Pack } from '../../src/knowledge/schema.ts';

interface Passage {
  readonly title: string;
  readonly text: string;
  readonly answerable: readonly { question: string; answer: string; start: number }[];
  readonly unanswerable: readonly string[];
}

export interface PublicQuestion {
  readonly question: string;
  /** Ids of the statements that hold the answer: none where there is no answer. */
  readonly answers: ReadonlySet<string>;
}

export interface PublicSet {
  readonly knowledge: Knowledge;
  readonly questions: readonly PublicQuestion[];
}

/** Which passages go to one record: each its own, or all of one title together. */
export type Grouping = 'passage' | 'title';

/** One JSON object a line, as in the questions' own README. */
export async function readPassages(file: string): Promise<Passage[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Passage);
}

/** A record that has nothing but a title and statements. */
function topic(id: string, title: string, language: string, statements: readonly LoadedStatement[]): LoadedRecord {
  const names = { [language]: title };
  const data = { names, aliases: [], kind: 'topic', leaders: [], statements: [] };
  return {
    type: 'organisation',
    leaders: [],
    id,
    ref: `organisations/${id}`,
    title: names,
    data,
    statements,
    unanswered: {},
    file: `organisations/${id}.yaml`,
  };
}

/** Knowledge of the passages in one language, and the questions on them. */
export function asKnowledge(passages: readonly Passage[], language: string, grouping: Grouping): PublicSet {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const records = new Map<string, LoadedRecord>();
  const statements: LoadedStatement[] = [];
  const questions: PublicQuestion[] = [];
  passages.forEach((passage, number) => {
    const id =
      grouping === 'passage' ? `passage-${number}` : `title-${passages.findIndex((p) => p.title === passage.title)}`;
    const own: LoadedStatement[] = (records.get(id)?.statements as LoadedStatement[]) ?? [];
    const record = records.get(id) ?? topic(id, passage.title, language, own);
    records.set(id, record);
    const spans = [...segmenter.segment(passage.text)].filter(({ segment }) => segment.trim());
    const made = spans.map(({ segment, index }) => {
      const statement: LoadedStatement = {
        id: `${record.ref}#${own.length}`,
        record,
        text: { [language]: segment.trim() },
        speakers: [],
        figures: [],
        questions: {},
        sources: [],
      };
      own.push(statement);
      statements.push(statement);
      return { statement, from: index, to: index + segment.length };
    });
    for (const { question, start } of passage.answerable) {
      const holds = made.filter(({ from, to }) => start >= from && start < to).map(({ statement }) => statement.id);
      questions.push({ question, answers: new Set(holds) });
    }
    for (const question of passage.unanswerable) questions.push({ question, answers: new Set() });
  });
  const pack = Pack.parse({ name: { [language]: 'Public questions' }, period: '0001/2030', languages: [language] });
  return { knowledge: { pack, sources: new Map(), records, statements }, questions };
}

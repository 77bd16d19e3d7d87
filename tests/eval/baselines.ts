/** What ours is compared to: three search engines as they come, over the same statements; the top three are shown. */
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { Knowledge } from '../../src/knowledge/model.ts';

interface Text {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

export interface Baseline {
  readonly name: string;
  /** The texts of the best statements, best first. */
  readonly find: (question: string, language: string) => Promise<string[]>;
}

const shown = 3;

/** The statements in one language, or in English where a translation is missing. */
const texts = (knowledge: Knowledge, language: string): Text[] =>
  knowledge.statements.map((statement, id) => ({
    id,
    title: statement.record.title[language] ?? statement.record.title.en ?? '',
    text: statement.text[language] ?? statement.text.en ?? '',
  }));

/** MiniSearch with its defaults. */
function miniSearch(documents: readonly Text[]) {
  const index = new MiniSearch<Text>({ fields: ['title', 'text'], storeFields: ['text'] });
  index.addAll(documents);
  return (question: string): string[] => index.search(question).map((hit) => hit.text as string);
}

/** SQLite FTS5, `porter` over `unicode61`, ranked by its bm25; any word of the question may match. */
function fts5(documents: readonly Text[]) {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE statement USING fts5(title, text, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO statement (rowid, title, text) VALUES (?, ?, ?)');
  for (const { id, title, text } of documents) insert.run(id, title, text);
  const select = database.prepare('SELECT text FROM statement WHERE statement MATCH ? ORDER BY rank LIMIT ?');
  return (question: string): string[] => {
    const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    return select.all(words.map((word) => `"${word}"`).join(' OR '), shown).map((row) => String(row.text));
  };
}

/** Orama with its defaults; it has no Kazakh, and of its alphabets only the Russian one keeps Cyrillic. */
async function orama(documents: readonly Text[], language: string) {
  const index = create({
    schema: { title: 'string', text: 'string' } as const,
    language: language === 'en' ? 'english' : 'russian',
  });
  await insertMultiple(
    index,
    documents.map(({ title, text }) => ({ title, text })),
  );
  return async (question: string): Promise<string[]> => {
    const { hits } = await search(index, { term: question, limit: shown });
    return hits.map(({ document }) => document.text);
  };
}

type Find = (question: string) => Promise<string[]> | string[];
type Build = (documents: readonly Text[], language: string) => Promise<Find> | Find;
const engines: readonly [name: string, build: Build][] = [
  ['MiniSearch', miniSearch],
  ['SQLite FTS5', fts5],
  ['Orama', orama],
];

/** The engines, with an index for each language. */
export async function prepareBaselines(knowledge: Knowledge, languages: readonly string[]): Promise<Baseline[]> {
  const baselines: Baseline[] = [];
  for (const [name, build] of engines) {
    const indexes = new Map<string, Find>();
    for (const language of languages) indexes.set(language, await build(texts(knowledge, language), language));
    const find = async (question: string, language: string) => (await indexes.get(language)?.(question)) ?? [];
    baselines.push({ name, find: async (question, language) => (await find(question, language)).slice(0, shown) });
  }
  return baselines;
}

/** Finding records by what people type of their names and titles: for autocomplete, search, and "the best match". */
import type { Knowledge, LoadedRecord, RecordType } from '../knowledge/model.ts';
import { nameKey } from '../language/name-key.ts';
import { tokenize } from '../language/tokens.ts';
import { distance } from './distance.ts';
import { namesOf } from './names.ts';

export interface Found {
  readonly record: LoadedRecord;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The name or title that matched. */
  readonly matched: string;
}

interface Name {
  readonly record: LoadedRecord;
  readonly name: string;
  readonly whole: string;
  readonly words: readonly string[];
}

export interface RecordIndex {
  /** Records whose names begin with, contain or nearly equal the words, best first. Empty words: in order of the files. */
  find(words: string, options?: { type?: RecordType; limit?: number; language?: string }): Found[];
}

const keys = (text: string) =>
  tokenize(text)
    .map((token) => nameKey(token.folded))
    .filter(Boolean);

export function createRecordIndex(knowledge: Knowledge): RecordIndex {
  const names: Name[] = [];
  for (const record of knowledge.records.values())
    for (const name of namesOf(record)) {
      const words = keys(name);
      if (words.length) names.push({ record, name, whole: words.join(''), words });
    }

  return {
    find(words, { type, limit = 25, language } = {}) {
      const wanted = keys(words);
      const shown = (record: LoadedRecord) =>
        (language && record.title[language]) || (Object.values(record.title)[0] as string);
      if (wanted.length === 0) {
        const all = [...knowledge.records.values()].filter((record) => !type || record.type === type);
        return all.slice(0, limit).map((record) => ({ record, score: 0, matched: shown(record) }));
      }
      const whole = wanted.join('');
      const best = new Map<LoadedRecord, Found>();
      for (const name of names) {
        if (type && name.record.type !== type) continue;
        const score = closeness(wanted, whole, name);
        if (score <= 0) continue;
        const known = best.get(name.record);
        if (!known || score > known.score + (known.matched === shown(name.record) ? 0.02 : 0))
          best.set(name.record, { record: name.record, score, matched: name.name });
      }
      return [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** 1 for the same name, less the further from it; 0 where too little fits. */
function closeness(wanted: readonly string[], whole: string, name: Name): number {
  if (name.whole === whole) return 1;
  let sum = 0;
  let length = 0;
  wanted.forEach((word, i) => {
    length += word.length;
    let best = 0;
    for (const other of name.words) best = Math.max(best, likeness(word, other, i === wanted.length - 1));
    sum += best * word.length;
  });
  const fit = sum / length;
  if (name.whole.startsWith(whole)) return 0.9 + 0.05 * (whole.length / name.whole.length);
  if (fit < 0.5) return 0;
  const extent = Math.min(1, length / name.whole.length);
  return fit * (0.7 + 0.2 * extent);
}

/** How well a typed word fits a word of a name: the same, the beginning of it, or a slip or two away from it. */
function likeness(typed: string, word: string, last: boolean): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return last || typed.length >= 3 ? 0.9 : 0.6;
  if (typed.length < 4) return 0;
  const allowed = typed.length >= 8 ? 2 : 1;
  const whole = distance(typed, word, allowed + 1);
  const edits = Math.min(whole, distance(typed, word.slice(0, typed.length), allowed + 1));
  if (edits <= allowed) return 0.85 - 0.15 * edits;
  return typed.length >= 5 && word.length >= 5 && typed.startsWith(word.slice(0, -1)) && typed.length - word.length <= 4
    ? 0.8
    : 0;
}

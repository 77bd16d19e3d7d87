/** Which records a text names: full names, aliases and parts of people's names, in any script, inflected or misspelt. */

import type { Knowledge, LoadedRecord } from '../knowledge/model.ts';
import { memo } from '../language/memo.ts';
import { nameForms, nameKey, nameStem } from '../language/name-key.ts';
import { isStopWord, type Token, tokenize } from '../language/tokens.ts';
import { distance } from './distance.ts';
import type { Words } from './words.ts';

export interface Mention {
  /** Positions among the tokens: first, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** What it can mean, likeliest first. */
  readonly records: readonly LoadedRecord[];
  /** The whole name rather than a part of it. */
  readonly full: boolean;
  readonly misspelt: boolean;
}

interface Name {
  readonly record: LoadedRecord;
  readonly words: readonly string[];
}

export interface NameIndex {
  /** Whether a folded word, inflected or not, is part of a name. */
  has(folded: string, language: string): boolean;
  /** The records named among the tokens, in order, never overlapping. `known` says which folded words are no typos. */
  mentions(tokens: readonly Token[], language: string, known: (folded: string) => boolean): Mention[];
}

/** Every name of a record as written: in each language, aliases, and a place's former names. */
export function namesOf(record: LoadedRecord): string[] {
  const names = [...Object.values(record.title), ...record.data.aliases];
  if (record.type === 'place') for (const { name } of record.data.name_history) names.push(...Object.values(name));
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)/g, '').trim()).filter(Boolean))];
}

/** A hyphenated name is also known written together: [nur, sultan] and [nursultan]. */
function spellings(name: string): string[][] {
  const tokens = tokenize(name);
  const apart = tokens.map((token) => nameKey(token.folded)).filter(Boolean);
  const together: string[] = [];
  tokens.forEach((token, i) => {
    const joined = i > 0 && token.start === (tokens[i - 1]?.end ?? 0) + 1 && name[token.start - 1] !== ' ';
    if (joined) together[together.length - 1] += token.folded;
    else together.push(token.folded);
  });
  const joined = together.map(nameKey).filter(Boolean);
  return joined.length === apart.length ? [apart] : [apart, joined];
}

/** A title of one telling word ("How many protests") names no event: it is how people ask. */
const fewestOfTitle = 2;

const contentWords = (name: string): number =>
  tokenize(name).filter(({ folded }) => !['en', 'ru', 'kk'].some((language) => isStopWord(folded, language))).length;

/** An organisation's name also without the country in it: "Democratic Party (of Kazakhstan)". */
function withoutCountry(words: string[], record: LoadedRecord, countries: ReadonlySet<string>): string[][] {
  if (record.type !== 'organisation' || words.length < 3) return [words];
  const isCountry = (word: string) =>
    [...nameForms(word, 'kk'), ...nameForms(word, 'ru')].some((form) => countries.has(form));
  const rest = words.filter((word) => !isCountry(word));
  while (/^(of|ning|the)$/.test(rest.at(-1) ?? '')) rest.pop();
  return rest.length >= 2 && rest.length < words.length ? [words, rest] : [words];
}

const shortestMisspelt = 5;
/** Of a word written small without its ending, to be part of a name. */
const shortestPart = 5;

/** Which of the letters a key has, a bit each. */
function lettersOf(key: string): number {
  let bits = 0;
  for (let at = 0; at < key.length; at++) bits |= 1 << (key.charCodeAt(at) & 31);
  return bits;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** @param used the words of the statements: those that they write small are no part of a name where a question does. */
export function createNameIndex(knowledge: Knowledge, used: Words): NameIndex {
  const whole = new Map<string, Name[]>();
  const parts = new Map<string, Set<LoadedRecord>>();
  const prominence = countMentions(knowledge);
  const countries = new Set<string>();
  for (const record of knowledge.records.values())
    if (record.type === 'place' && !record.within)
      for (const name of namesOf(record))
        for (const form of [nameKey(name), nameStem(nameKey(name))]) countries.add(form);
  for (const record of knowledge.records.values()) {
    for (const name of namesOf(record)) {
      if (record.type === 'event' && contentWords(name) < fewestOfTitle) continue;
      for (const words of spellings(name).flatMap((one) => withoutCountry(one, record, countries))) {
        if (words.length === 0) continue;
        const first = words[0] as string;
        for (const form of new Set([first, nameStem(first)]))
          whole.getOrInsertComputed(form, () => []).push({ record, words });
        if (record.type === 'person')
          for (const word of words)
            if (word.length >= 3)
              for (const form of new Set([word, nameStem(word)]))
                parts.getOrInsertComputed(form, () => new Set()).add(record);
      }
    }
  }
  const vocabulary = [...new Set([...whole.keys(), ...parts.keys()])].filter(
    (word) => word.length >= shortestMisspelt - 1,
  );
  /** Few words are as long and have nearly the same letters: only those are compared letter by letter. */
  const byLength = Map.groupBy(
    vocabulary.map((word) => ({ word, letters: lettersOf(word) })),
    ({ word }) => word.length,
  );
  const byProminence = (records: Iterable<LoadedRecord>) =>
    [...new Set(records)].sort((a, b) => (prominence.get(b) ?? 0) - (prominence.get(a) ?? 0));

  const correct = memo((key): readonly string[] => {
    const allowed = key.length >= 8 ? 2 : 1;
    const letters = lettersOf(key);
    let best = allowed + 1;
    let found: string[] = [];
    for (let length = key.length - allowed; length <= key.length + allowed; length++)
      for (const other of byLength.get(length) ?? []) {
        if (bitsOf(letters ^ other.letters) > 2 * allowed) continue;
        const d = distance(key, other.word, best);
        if (d < best) [best, found] = [d, [other.word]];
        else if (d === best && d <= allowed) found.push(other.word);
      }
    return found;
  });

  return {
    has: (folded, language) => nameForms(nameKey(folded), language).some((form) => whole.has(form) || parts.has(form)),
    mentions(tokens, language, known) {
      const forms = tokens.map((token, at) => {
        const shortest = token.capital && at > 0 ? 3 : 4;
        const all = nameForms(nameKey(token.folded), language).filter(Boolean);
        return all.filter((form, i) => i === 0 || form.length >= shortest);
      });
      const misspelt = new Set<number>();
      tokens.forEach((token, i) => {
        const own = forms[i] as readonly string[];
        if (own.some((form) => whole.has(form) || parts.has(form)) || known(token.folded)) return;
        const shortest = token.capital && i > 0 ? shortestMisspelt - 1 : shortestMisspelt;
        if ((own[0]?.length ?? 0) < shortest || isStopWord(token.folded, language) || /\d/.test(token.folded)) return;
        const corrected = own.flatMap((form) => (form.length >= shortest ? correct(form) : []));
        if (corrected.length === 0) return;
        forms[i] = [...new Set(corrected)];
        misspelt.add(i);
      });
      const matches = (at: number, word: string) => {
        const stem = nameStem(word);
        return forms[at]?.some((form) => form === word || form === stem) ?? false;
      };

      const found: Mention[] = [];
      for (let at = 0; at < tokens.length; ) {
        let best: { end: number; records: LoadedRecord[]; full: boolean } | null = null;
        for (const form of forms[at] ?? [])
          for (const name of whole.get(form) ?? []) {
            const end = at + name.words.length;
            if (end > tokens.length || !name.words.every((word, k) => matches(at + k, word))) continue;
            if (name.words.length === 1 && !standsAlone(tokens[at] as Token, language)) continue;
            if (!best || end > best.end) best = { end, records: [name.record], full: true };
            else if (end === best.end) best.records.push(name.record);
          }
        const part = partMention(at);
        if (part && (!best || part.end > best.end)) best = { ...part, full: part.end - at > 1 };
        else if (part && best && part.end === best.end) best.records.push(...part.records);
        if (best) {
          const records = byProminence(best.records);
          const range = Array.from({ length: best.end - at }, (_, k) => at + k);
          found.push({
            first: at,
            end: best.end,
            records: best.full ? firstExact(records, best.records) : records,
            full: best.full,
            misspelt: range.some((i) => misspelt.has(i)),
          });
        }
        at = best ? best.end : at + 1;
      }
      return found;

      /** The longest run of words that are all parts of one person's names, in any order. */
      function partMention(at: number): { end: number; records: LoadedRecord[] } | null {
        let records: Set<LoadedRecord> | null = null;
        let end = at;
        for (; end < tokens.length; end++) {
          const token = tokens[end] as Token;
          if (!standsAlone(token, language)) break;
          if (!token.capital && used.get(language)?.get(token.folded)?.small) break;
          const likely = (forms[end] ?? []).filter(
            (form, i) => i === 0 || token.capital || form.length >= shortestPart,
          );
          const here = new Set(likely.flatMap((form) => [...(parts.get(form) ?? [])]));
          const both: Set<LoadedRecord> = records ? new Set([...records].filter((record) => here.has(record))) : here;
          if (both.size === 0) break;
          records = both;
        }
        return records && end > at ? { end, records: [...records] } : null;
      }
    },
  };
}

/** Short words are names only where they are written as such, stop words never. */
const standsAlone = (token: Token, language: string) =>
  !isStopWord(token.folded, language) && (token.folded.length > 3 || token.capital);

/** Whole names in the order of prominence, with parts of longer names after them. */
function firstExact(sorted: LoadedRecord[], found: LoadedRecord[]): LoadedRecord[] {
  const whole = found[0];
  return whole && sorted[0]?.type === 'person' && whole.type !== 'person'
    ? [whole, ...sorted.filter((r) => r !== whole)]
    : sorted;
}

/** How often each record is spoken of: its statements, and the events that name it. */
function countMentions(knowledge: Knowledge): Map<LoadedRecord, number> {
  const counts = new Map<LoadedRecord, number>();
  const count = (record: LoadedRecord | undefined, by: number) =>
    record && counts.set(record, (counts.get(record) ?? 0) + by);
  for (const record of knowledge.records.values()) {
    count(record, record.statements.length);
    if (record.type === 'event')
      for (const id of [...record.data.people, ...record.data.organisations, ...record.data.places])
        count(knowledge.records.get(id), 1);
  }
  return counts;
}

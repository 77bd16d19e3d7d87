/** Nothing is said twice in a record; a name that two records share is pointed out. */
import type { ParsedRecord } from '../folder.ts';
import type { Path } from '../parse.ts';
import { type Check, faultAt } from './check.ts';

/** Letters and digits alone: what is left when case, punctuation and spaces do not count. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export const checkRepeats: Check = function* ({ records }) {
  for (const record of records) {
    const seen = new Map<string, number>();
    for (const [index, { text }] of record.data.statements.entries()) {
      for (const [language, words] of Object.entries(text)) {
        const key = `${language} ${folded(words)}`;
        const before = seen.get(key);
        if (before === undefined) seen.set(key, index);
        else {
          const path = ['statements', index, 'text', language];
          const message = `statement ${before + 1} of the record says this already`;
          yield faultAt(record, path, 'repeated-statement', message, 'join their sources in one of them');
        }
      }
    }
  }
};

export const checkNames: Check = function* ({ records }) {
  const owners = new Map<string, ParsedRecord>();
  for (const record of records) {
    const told = new Set<string>();
    for (const [path, name] of namesOf(record)) {
      const key = folded(name);
      const owner = owners.get(key);
      if (!owner) owners.set(key, record);
      else if (owner !== record && !told.has(key)) {
        told.add(key);
        const remedy = 'make sure that both are meant, or drop one';
        yield faultAt(record, path, 'shared-name', `“${name}” is a name of ${owner.file} too`, remedy);
      }
    }
  }
};

function* namesOf({ type, data }: ParsedRecord): Generator<[Path, string]> {
  const [field, names] = type === 'event' ? ['title', data.title] : ['names', data.names];
  for (const [language, name] of Object.entries(names)) yield [[field, language], name];
  for (const [index, name] of data.aliases.entries()) yield [['aliases', index], name];
}

/** Every record and page that is named exists and is of the right type; every page is cited somewhere. */
import { citations, references } from '../references.ts';
import { nearest, suggest } from '../suggest.ts';
import { type Check, faultAt } from './check.ts';

export const checkReferences: Check = function* ({ records, types }) {
  const idsOf = (wanted: readonly string[]) => [...types].filter(([, type]) => wanted.includes(type)).map(([id]) => id);
  for (const record of records) {
    for (const { path, id, types: wanted } of references(record)) {
      const type = types.get(id);
      if (!type)
        yield faultAt(
          record,
          path,
          'unknown-reference',
          `there is no ${wanted.join(' or ')} “${id}”`,
          remedyFor(id, path.includes('attribution'), idsOf(wanted)),
        );
      else if (!wanted.includes(type))
        yield faultAt(
          record,
          path,
          'unknown-reference',
          `“${id}” is a ${type}, not a ${wanted.join(' or ')}`,
          'move it to the field of its type',
        );
      else if (id === record.id && path[0] !== 'statements')
        yield faultAt(record, path, 'unknown-reference', `“${id}” names itself`, 'remove it');
    }
  }
};

function remedyFor(id: string, isSpeaker: boolean, known: string[]): string {
  if (nearest(id, known)) return suggest(id, known);
  return isSpeaker ? 'write its record, or words with a capital or a space' : 'write its record, or correct the id';
}

export const checkSources: Check = function* ({ records, sources, mentioned, listed }) {
  const known = new Set(sources.map(({ data }) => data.id));
  const cited = new Set<string>();
  for (const record of records) {
    for (const { path, id } of citations(record.data)) {
      cited.add(id);
      if (!known.has(id) && !listed.has(id))
        yield faultAt(
          record,
          path,
          'unknown-source',
          `there is no source “${id}”`,
          suggest(id, known, 'add it to the sources'),
        );
    }
  }
  for (const source of sources) {
    const { id } = source.data;
    if (!cited.has(id) && !mentioned.has(id))
      yield faultAt(source, ['id'], 'unused-source', `no record cites “${id}”`, 'cite it or remove it');
  }
};

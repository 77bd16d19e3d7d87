/** Kinds, sides and measures are of the pack's vocabularies, and texts in its languages. */
import type { Fault } from '../fault.ts';
import type { ParsedRecord } from '../folder.ts';
import type { Path } from '../parse.ts';
import { figuresOf } from '../references.ts';
import { suggest } from '../suggest.ts';
import type { Parsed } from '../validate.ts';
import { type Check, faultAt } from './check.ts';

type Vocabulary = 'kinds' | 'organisation_kinds' | 'sides' | 'measures';

/** Every word of a vocabulary that the record uses. */
function* terms(record: ParsedRecord): Generator<{ vocabulary: Vocabulary; path: Path; word: string }> {
  const { type, data } = record;
  if (type === 'event') yield { vocabulary: 'kinds', path: ['kind'], word: data.kind };
  if (type === 'organisation') yield { vocabulary: 'organisation_kinds', path: ['kind'], word: data.kind };
  if ((type === 'person' || type === 'organisation') && data.side)
    yield { vocabulary: 'sides', path: ['side'], word: data.side };
  for (const [index, statement] of data.statements.entries())
    for (const { measure } of figuresOf(statement))
      yield { vocabulary: 'measures', path: ['statements', index, 'figures', measure], word: measure };
}

export const checkVocabulary: Check = function* ({ pack, records }) {
  if (!pack) return;
  for (const record of records) {
    for (const { vocabulary, path, word } of terms(record)) {
      const known = Object.keys(pack.data[vocabulary]);
      if (known.length === 0 || known.includes(word)) continue;
      const message = `“${word}” is not among the ${vocabulary} of pack.yaml`;
      const remedy = suggest(word, known, 'choose one of those, or declare it there');
      const at = vocabulary === 'measures' ? record.atKey(path) : record.at(path);
      yield { file: record.file, ...at, code: 'unknown-term', message, remedy };
    }
  }
};

/** Fields that hold a text by language. */
const localised = new Set<PropertyKey>(['title', 'names', 'name', 'text', 'region', 'by', 'label', 'description']);
/** Fields that hold lists of words by language. */
const byLanguage = new Set<PropertyKey>(['words', 'starters', 'synonyms', 'asked']);

export const checkLanguages: Check = function* ({ pack, records, questions }) {
  if (!pack || pack.data.languages.length === 0) return;
  const { languages } = pack.data;
  // A language in another script (kk-Latn) is the same language.
  const declared = (tag: string) => languages.includes(tag) || languages.includes(tag.split('-')[0] ?? tag);
  for (const file of [pack, ...records, ...questions]) yield* walk(file, file.data, []);

  function* walk(file: Parsed<unknown>, value: unknown, path: Path): Generator<Fault> {
    if (typeof value !== 'object' || value === null) return;
    const key = path.findLast((segment) => typeof segment === 'string') ?? '';
    const isText = localised.has(key) || byLanguage.has(key) || key === 'attribution';
    for (const [inner, held] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(inner) : inner];
      if (!isText || Array.isArray(value)) yield* walk(file, held, at);
      else if (!declared(inner))
        yield {
          ...faultAt(
            file,
            at,
            'undeclared-language',
            `“${inner}” is not among the languages of pack.yaml`,
            suggest(inner, languages),
          ),
          ...file.atKey(at),
        };
    }
  }
};

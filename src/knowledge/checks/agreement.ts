/** A text says the same numbers and dates in each of its languages, and those that its figures give. */
import { knowsMonths, missingFrom, type Quantity, quantitiesOf } from '../../language/quantities.ts';
import type { Fault } from '../fault.ts';
import type { ParsedRecord } from '../folder.ts';
import type { Path } from '../parse.ts';
import { figuresOf } from '../references.ts';
import type { Localised } from '../schema.ts';
import { type Check, faultAt } from './check.ts';

export const checkAgreement: Check = function* ({ records, pack }) {
  const order = pack?.data.languages ?? [];
  for (const record of records) {
    if (record.type === 'event') yield* compare(record, ['title'], record.data.title, order);
    for (const [index, { text }] of record.data.statements.entries())
      yield* compare(record, ['statements', index, 'text'], text, order);
  }
};

/** Up to here people write numbers in words ("two dozen", "a hundred"), which are not read. */
const inWords = 100;

/** A figure beside a statement is one that its text gives. */
export const checkFigures: Check = function* ({ records }) {
  for (const record of records) {
    for (const [index, statement] of record.data.statements.entries()) {
      const figures = [...figuresOf(statement)];
      if (figures.length === 0) continue;
      const said = new Set(
        Object.entries(statement.text).flatMap(([language, text]) =>
          quantitiesOf(text, language).flatMap(({ readings }) => readings),
        ),
      );
      for (const { measure, path, value, min, max } of figures) {
        const unsaid = [value, min, max].filter(
          (number) => number !== undefined && number > inWords && !said.has(`${number}`),
        );
        if (unsaid.length === 0) continue;
        const message = `the text does not give the ${unsaid.join(', ')} of “${measure}”`;
        yield faultAt(
          record,
          ['statements', index, ...path],
          'unsaid-figure',
          message,
          'check which of the two is right',
        );
      }
    }
  }
};

function* compare(record: ParsedRecord, path: Path, texts: Localised, order: readonly string[]): Generator<Fault> {
  const languages = order.filter((language) => language in texts);
  const [first, ...others] = languages;
  if (first === undefined || others.length === 0) return;
  const original = quantitiesOf(texts[first] ?? '', first);
  for (const language of others) {
    const both = knowsMonths(first) && knowsMonths(language);
    const [left, right] = [original, quantitiesOf(texts[language] ?? '', language)].map((all) =>
      both ? all : all.filter(isNumber),
    ) as [Quantity[], Quantity[]];
    const lacking = missingFrom(right, left);
    const added = missingFrom(left, right);
    if (lacking.length === 0 && added.length === 0) continue;
    const said = [
      ...(lacking.length > 0 ? [`lacks ${lacking.join(', ')} of the “${first}” text`] : []),
      ...(added.length > 0 ? [`has ${added.join(', ')} which the “${first}” text lacks`] : []),
    ].join(' and ');
    const remedy = 'correct one of them (a number is in digits in all languages, or in words in all)';
    yield faultAt(record, [...path, language], 'language-disagreement', `the “${language}” text ${said}`, remedy);
  }
}

const isNumber = ({ readings }: Quantity): boolean => !readings.some((reading) => reading.startsWith('month'));

/** Every file of questions belongs to a record, and every block of it to one of that record's statements. */
import { names, unanswered } from '../questions.ts';
import { suggest } from '../suggest.ts';
import { type Check, faultAt } from './check.ts';

export const checkQuestions: Check = function* ({ questions, records, types }) {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const file of questions) {
    if (!types.has(file.id))
      yield faultAt(file, [], 'unknown-reference', `there is no record “${file.id}”`, suggest(file.id, types.keys()));
    const record = byId.get(file.id);
    if (!record) continue;
    for (const [at, block] of file.data.entries()) {
      if (block.of === unanswered) continue;
      const { length } = record.data.statements.filter((statement) => names(block, statement));
      if (length === 1) continue;
      const how = length === 0 ? 'no statement' : 'more than one statement';
      const remedy =
        length === 0 ? 'write the first words of one, and “…” where it goes on' : 'write more of its words';
      yield faultAt(file, [at], 'unknown-reference', `${how} of ${record.file} begins “${block.of}”`, remedy);
    }
  }
};

/** Every file of questions belongs to a record, and every block of it to one of that record's statements. */
import { isOf, unanswered } from '../questions.ts';
import { suggest } from '../suggest.ts';
import { type Check, faultAt } from './check.ts';

export const checkQuestions: Check = function* ({ questions, records, types }) {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const file of questions) {
    if (!types.has(file.id))
      yield faultAt(file, [], 'unknown-reference', `there is no record “${file.id}”`, suggest(file.id, types.keys()));
    const record = byId.get(file.id);
    if (!record) continue;
    const seen = new Set<unknown>();
    for (const [at, block] of file.data.entries()) {
      const meant: readonly unknown[] =
        block.of === unanswered ? [unanswered] : record.data.statements.filter((one) => isOf(block, one));
      const [one, second] = meant;
      if (one === undefined || second !== undefined) {
        const how = second ? 'more than one statement' : 'no statement';
        const remedy = second ? 'write more of its words' : 'write the first words of one, and “…” where it goes on';
        yield faultAt(file, [at], 'unknown-reference', `${how} of ${record.file} begins “${block.of}”`, remedy);
      } else if (seen.has(one))
        yield faultAt(file, [at], 'repeated-statement', `“${block.of}” has a block above`, 'put its questions there');
      else seen.add(one);
    }
  }
};

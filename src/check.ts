/** `npm run check [-- --knowledge DIR] [--stats] [--disputes]`: what is wrong with the knowledge, at its very line. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFault } from './knowledge/fault.ts';
import { inspectKnowledge } from './knowledge/load.ts';

const { values } = parseArgs({
  options: {
    knowledge: { type: 'string', default: process.env.KNOWLEDGE_DIR || 'knowledge' },
    stats: { type: 'boolean', default: false },
    disputes: { type: 'boolean', default: false },
  },
});
const { knowledge, faults, warnings } = await inspectKnowledge(values.knowledge);
const printed = (fault: Parameters<typeof formatFault>[0]) =>
  formatFault({ ...fault, file: join(values.knowledge, fault.file) });

for (const fault of faults) console.log(printed(fault));
for (const warning of warnings) console.log(`warning: ${printed(warning)}`);

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const outcome = `${faults.length === 0 ? 'no fault' : count(faults.length, 'fault')}, ${count(warnings.length, 'warning')}`;
const size = knowledge
  ? `${count(knowledge.records.size, 'record')}, ${count(knowledge.statements.length, 'statement')}, ${count(knowledge.sources.size, 'source')}: `
  : '';
console.log(`${values.knowledge}: ${size}${outcome}`);
process.exitCode = faults.length === 0 ? 0 : 1;

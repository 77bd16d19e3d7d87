/** `npm run check [-- --knowledge DIR] [--stats] [--disputes]`: what is wrong with the knowledge, at its very line. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Dispute, findDisputes } from './knowledge/disputes.ts';
import { type Fault, formatFault } from './knowledge/fault.ts';
import { inspectKnowledge } from './knowledge/load.ts';
import type { Figure, Speaker } from './knowledge/model.ts';
import type { Localised } from './knowledge/schema.ts';
import { type Stats, statsOf } from './knowledge/stats.ts';
import { formatSpan } from './language/format-date.ts';

const options = {
  knowledge: { type: 'string', default: 'knowledge' },
  stats: { type: 'boolean', default: false },
  disputes: { type: 'boolean', default: false },
} as const;
try {
  process.exitCode = await check(parseArgs({ options }).values);
} catch (error) {
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error;
  console.error(`${error.message}\nUse: npm run check [-- --knowledge DIR] [--stats] [--disputes]`);
  process.exitCode = 2;
}

async function check({ knowledge: directory, ...show }: { knowledge: string; stats: boolean; disputes: boolean }) {
  const { knowledge, faults, warnings } = await inspectKnowledge(directory);
  const printed = (fault: Fault) => formatFault({ ...fault, file: join(directory, fault.file) });
  for (const fault of faults) console.log(printed(fault));
  for (const warning of warnings) console.log(`warning: ${printed(warning)}`);

  const language = knowledge?.pack.languages[0] ?? 'en';
  const text = (words: Localised) => words[language] ?? Object.values(words)[0] ?? '';
  const disputes = knowledge && show.disputes ? findDisputes(knowledge) : [];
  for (const dispute of disputes) printDispute(dispute, language, text);
  if (knowledge && show.stats) printStats(statsOf(knowledge));

  const size = knowledge
    ? `${count(knowledge.records.size, 'record')}, ${count(knowledge.statements.length, 'statement')}, ${count(knowledge.sources.size, 'source')}: `
    : '';
  const outcome = faults.length === 0 ? 'no fault' : count(faults.length, 'fault');
  console.log(`${directory}: ${size}${outcome}, ${count(warnings.length, 'warning')}`);
  return faults.length === 0 ? 0 : 1;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function printDispute(
  { event, measure, place, date, sides }: Dispute,
  language: string,
  text: (of: Localised) => string,
) {
  const where = [place && text(place.title), formatSpan(date, language)].filter(Boolean).join(', ');
  console.log(`${event.ref}: ${measure} (${where})`);
  for (const { figure, statements } of sides) {
    const speakers = statements.flatMap((statement) => statement.speakers.map((speaker) => nameOf(speaker, text)));
    console.log(`  ${amount(figure).padStart(16)}  ${[...new Set(speakers)].join('; ') || '(nobody named)'}`);
  }
}

function amount({ value, min, max, about }: Figure): string {
  const figure =
    value ?? (min !== undefined && max !== undefined ? `${min}–${max}` : min === undefined ? `≤ ${max}` : `≥ ${min}`);
  return `${about ? 'about ' : ''}${figure}`;
}

function nameOf(speaker: Speaker, text: (of: Localised) => string): string {
  if ('record' in speaker) return text(speaker.record.title);
  return typeof speaker.words === 'string' ? speaker.words : text(speaker.words);
}

function printStats({ records, statements, sources, languages, disputes, uncovered }: Stats) {
  const row = (name: string, value: number | string) => console.log(`${name.padEnd(24)}${value}`);
  for (const [type, number] of Object.entries(records)) row(`records: ${type}`, number);
  row('statements', statements);
  for (const [language, number] of Object.entries(languages))
    row(`statements in ${language}`, `${number} (${Math.floor((number / Math.max(statements, 1)) * 100)} %)`);
  row('sources', sources);
  row('disputes', disputes);
  row('months without an event', uncovered.length === 0 ? 'none' : `${uncovered.length}: ${runs(uncovered)}`);
}

/** Months that follow one another as "first – last". */
function runs(months: readonly string[]): string {
  const joined: [first: string, last: string][] = [];
  for (const month of months) {
    const run = joined.at(-1);
    const next = run && Temporal.PlainYearMonth.from(run[1]).add({ months: 1 }).toString();
    if (run && next === month) run[1] = month;
    else joined.push([month, month]);
  }
  return joined.map(([first, last]) => (first === last ? first : `${first} – ${last}`)).join(', ');
}

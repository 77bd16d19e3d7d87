/** For curators and developers: what was understood, what was considered, and why each statement was taken or left. */

import { inLanguage } from '../knowledge/texts.ts';
import type { Asked } from '../question/asked.ts';
import type { Outcome } from './answer.ts';

const considered = 12;

/** Lines for a terminal. */
export function explain(asked: Asked, { found, ranked }: Outcome): string {
  const lines = [
    `question    ${asked.text}`,
    `language    ${asked.language}`,
    `kind        ${asked.kind}${asked.opinion ? ' (opinion)' : ''}`,
    `names       ${
      asked.mentions
        .map(
          ({ records, full, misspelt }) =>
            `${records
              .slice(0, 3)
              .map((r) => r.ref)
              .join(' | ')}${full ? '' : ' (part of the name)'}${misspelt ? ' (misspelt)' : ''}`,
        )
        .join('; ') || '–'
    }`,
    `dates       ${asked.dates.map(({ periods }) => periods.map(({ from, to }) => `${from ?? '..'}/${to ?? '..'}`).join(' or ')).join('; ') || '–'}`,
    `measures    ${asked.measures.join(', ') || '–'}`,
    `kinds       ${asked.kinds.join(', ') || '–'}`,
    `about them  ${asked.topic.map(({ term }) => term).join(' ') || '–'}`,
    `answered    by ${found.by}${found.reason ? `: declined, ${found.reason}${found.because ? ` (${found.because})` : ''}` : ''}${found.lead ? `; ${found.lead}` : ''}`,
    `considered  ${ranked.length}`,
  ];
  const taken = new Set(found.statements.map((statement) => statement.text));
  for (const { statement, score, text, structure } of ranked.slice(0, considered)) {
    const own = inLanguage(statement.text, asked.language);
    const mark = [...Object.values(statement.text)].some((one) => taken.has(one)) ? 'taken' : 'left ';
    const features = Object.entries({ ...text, ...structure }).map(([name, value]) => `${name} ${value.toFixed(2)}`);
    lines.push(`${mark} ${score.toFixed(2)}  ${statement.id}  ${own}`, `            ${features.join(', ')}`);
  }
  return lines.join('\n');
}

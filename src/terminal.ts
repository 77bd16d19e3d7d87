/** Answers as text for a terminal, and as JSON lines for programs. */

import type { Answer, AskOptions, Context, Engine } from './answer/types.ts';
import { word } from './answer/wording.ts';
import { inLanguage } from './knowledge/texts.ts';
import { formatSpan } from './language/format-date.ts';

/** An answer as the contract of `npm run ask -- --json` has it; `id` first where the question had one. */
export function toJson(answer: Answer, id?: unknown) {
  const title = (record: { title: Record<string, string> }) => inLanguage(record.title, answer.language);
  return {
    ...(id === undefined ? {} : { id }),
    outcome: answer.outcome,
    ...(answer.reason ? { reason: answer.reason } : {}),
    language: answer.language,
    lead: answer.lead,
    statements: answer.statements.map((statement) => ({
      text: statement.text,
      language: statement.language,
      record: statement.record.ref,
      title: title(statement.record),
      date: statement.date?.edtf ?? null,
      attribution: statement.attribution,
      sources: statement.sources.map(({ id, url, publisher, title, published }) => ({
        id,
        url,
        publisher,
        title: title ?? null,
        published: published ?? null,
      })),
    })),
    suggestions: answer.suggestions.map((record) => ({ record: record.ref, title: title(record) })),
    questions: answer.questions,
    ms: Math.round(answer.ms * 1000) / 1000,
  };
}

/** An answer to read: the lead, the statements with numbers, the pages behind the numbers. */
export function printed(answer: Answer): string {
  const { language } = answer;
  const lines: string[] = [];
  const numbers = new Map<string, number>();
  if (answer.outcome === 'none') lines.push(word(answer.statements.length ? 'none-but' : 'none', language));
  if (answer.lead) lines.push(answer.lead, '');
  for (const statement of answer.statements) {
    const cited = statement.sources.map((source) => {
      if (!numbers.has(source.id)) numbers.set(source.id, numbers.size + 1);
      return `[${numbers.get(source.id)}]`;
    });
    lines.push(`${statement.text}${statement.attribution ? ` — ${statement.attribution}` : ''} ${cited.join('')}`);
  }
  if (answer.suggestions.length) {
    lines.push(word('nearest', language));
    for (const record of answer.suggestions)
      lines.push(
        `  ${inLanguage(record.title, language)}${record.date ? ` (${formatSpan(record.date, language)})` : ''} · ${record.ref}`,
      );
  }
  if (answer.questions.length) lines.push(word('answered', language), ...answer.questions.map((one) => `  ${one}`));
  const sources = new Map(answer.statements.flatMap((s) => s.sources.map((source) => [source.id, source] as const)));
  if (sources.size) lines.push('');
  for (const [id, source] of sources)
    lines.push(
      `[${numbers.get(id)}] ${[source.publisher, source.title, source.published].filter(Boolean).join(', ')}: ${source.url}`,
    );
  return lines.join('\n');
}

/**
 * Answers one JSON object a line: `{"id", "question", "language"?, "after"?}`, where `after` is the id of an earlier
 * question. A line that cannot be read is answered, in its place, with an object that has `error` and outcome "none".
 */
export async function answerLines(
  lines: AsyncIterable<string>,
  engine: Engine,
  options: AskOptions,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const contexts = new Map<unknown, Context>();
  for await (const line of lines) {
    if (!line.trim()) continue;
    const asked = read(line);
    if ('error' in asked) {
      await write(
        JSON.stringify({
          id: asked.id,
          outcome: 'none',
          error: asked.error,
          statements: [],
          suggestions: [],
          questions: [],
        }),
      );
      continue;
    }
    const after = asked.after === undefined ? undefined : contexts.get(asked.after);
    const language = asked.language ?? options.language;
    const answer = engine.ask(asked.question, { ...(language ? { language } : {}), ...(after ? { after } : {}) });
    contexts.set(asked.id, answer.context);
    await write(JSON.stringify(toJson(answer, asked.id)));
  }
}

type Line = { id: unknown; question: string; language?: string; after?: unknown } | { id: unknown; error: string };

function read(line: string): Line {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { id: null, error: 'This line is not JSON.' };
  }
  const object = parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {};
  const id = object.id ?? null;
  if (typeof object.question !== 'string') return { id, error: 'A line needs a "question", a text.' };
  if (object.language !== undefined && typeof object.language !== 'string')
    return { id, error: '"language" is a text.' };
  return {
    id,
    question: object.question,
    ...(object.language ? { language: object.language } : {}),
    ...(object.after == null ? {} : { after: object.after }),
  };
}

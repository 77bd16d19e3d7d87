import { parseDate } from '../../knowledge/date.ts';
import type { Source } from '../../knowledge/schema.ts';
import { formatSpan } from '../../language/format-date.ts';
import { say } from '../../language/wording.ts';
import { citedEvent, type Exported } from './cited.ts';

/** A Markdown document (CommonMark): a heading an event, its statements, its numbered sources. */
export function toMarkdown(exported: Exported): string {
  const { title, events, language, asOf } = exported;
  const day = new Date(asOf).toISOString().slice(0, 10);
  const head = [
    `# ${escapeText(title)}`,
    `${say('timeline.count', language, { count: events.length })} · ${say('publish.as-of', language)} ${formatSpan(parseDate(day), language)}`,
  ];
  const sections = events.map((event) => {
    const { when, title: name, places, kind, statements, sources } = citedEvent(event, exported);
    return [
      `## ${escapeText(`${when} — ${name}`)}`,
      escapeText([kind, ...places].join(' · ')),
      statements
        .map(({ text, attribution, sources: cited }) => {
          const numbers = [...new Set(cited)].map((source) => link(`[${sources.indexOf(source) + 1}]`, source.url));
          return `- ${[escapeText(text), attribution ? `— *${escapeText(attribution)}*` : '', ...numbers].filter(Boolean).join(' ')}`;
        })
        .join('\n'),
      sources.map((source, n) => `${n + 1}. ${describe(source, language)}`).join('\n'),
    ].join('\n\n');
  });
  return `${[...head, ...sections].join('\n\n')}\n`;
}

function describe({ publisher, title, published, url }: Source, language: string): string {
  const when = published ? `, ${escapeText(formatSpan(parseDate(published), language))}` : '';
  return title
    ? `${escapeText(publisher)}: ${link(escapeText(title), url)}${when}`
    : `${link(escapeText(publisher), url)}${when}`;
}

const link = (words: string, url: string): string =>
  `[${words.replace(/^\[(\d+)\]$/, '\\[$1\\]')}](<${new URL(url).href.replace(/[<>]/g, encodeURIComponent)}>)`;

/** Text on one line in which no character is markup. */
const escapeText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])/, '\\$1');

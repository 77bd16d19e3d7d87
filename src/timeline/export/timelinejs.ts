import { type CitedEvent, citedEvent, type Exported } from './cited.ts';

/** A date as TimelineJS 3 takes it: what is not known is left out. */
interface TimelineDate {
  year: number;
  month?: number;
  day?: number;
}

/**
 * JSON that TimelineJS 3 opens as it is. Dates are as precise as the record; its texts are HTML, in which ours are
 * escaped. https://timeline.knightlab.com/docs/json-format.html
 */
export function toTimelineJs(exported: Exported): string {
  const { title, events } = exported;
  const slides = events.map((event) => {
    const cited = citedEvent(event, exported);
    const [first, last] = endsOf(cited);
    return {
      unique_id: cited.id,
      start_date: first ?? last,
      ...(first && last ? { end_date: last } : {}),
      display_date: cited.when,
      text: { headline: escapeHtml(cited.title), text: textOf(cited) },
    };
  });
  return JSON.stringify({ title: { text: { headline: escapeHtml(title) } }, events: slides }, null, 2);
}

/** First and last date as written; the last is absent where the date is one. */
function endsOf({ date }: CitedEvent): [TimelineDate | undefined, TimelineDate | undefined] {
  const [first = '', last] = date.edtf.split('/');
  return [read(first), last === undefined ? undefined : read(last)];
}

function read(end: string): TimelineDate | undefined {
  const [year, month, day] = end.replace(/[~?%]/g, '').split('-').map(Number);
  if (!year) return undefined;
  return { year, ...(month ? { month } : {}), ...(day ? { day } : {}) };
}

function textOf({ places, statements, sources }: CitedEvent): string {
  const lines = statements.map(({ text, attribution, sources: cited }) => {
    const who = attribution ? ` — <em>${escapeHtml(attribution)}</em>` : '';
    const numbers = [...new Set(cited)]
      .map((source) => anchor(`[${sources.indexOf(source) + 1}]`, source.url))
      .join(' ');
    return `<li>${escapeHtml(text)}${who} ${numbers}</li>`;
  });
  const listed = sources.map(({ publisher, title, url }) =>
    title ? `<li>${escapeHtml(publisher)}: ${anchor(title, url)}</li>` : `<li>${anchor(publisher, url)}</li>`,
  );
  const where = places.length > 0 ? `<p>${escapeHtml(places.join(' · '))}</p>` : '';
  return `${where}<ul>${lines.join('')}</ul><ol>${listed.join('')}</ol>`;
}

const anchor = (words: string, url: string): string =>
  `<a href="${escapeHtml(new URL(url).href)}" target="_blank" rel="noopener">${escapeHtml(words)}</a>`;

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (character) => `&${names[character]};`);
}

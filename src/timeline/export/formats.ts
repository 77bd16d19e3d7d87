/** Formats in which a timeline can be taken away. */
import type { Exported } from './cited.ts';
import { toCsv } from './csv.ts';
import { toICalendar } from './icalendar.ts';
import { toMarkdown } from './markdown.ts';
import { toTimelineJs } from './timelinejs.ts';

/** By name of the option: how it is called, the file's ending, and what makes it. */
export const FORMATS = {
  markdown: { name: 'Markdown', ending: 'md', make: toMarkdown },
  csv: { name: 'CSV', ending: 'csv', make: toCsv },
  timelinejs: { name: 'TimelineJS 3 (JSON)', ending: 'json', make: toTimelineJs },
  icalendar: { name: 'iCalendar', ending: 'ics', make: toICalendar },
} as const satisfies Record<string, { name: string; ending: string; make: (exported: Exported) => string }>;

export type Format = keyof typeof FORMATS;

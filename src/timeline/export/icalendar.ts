import ical from 'ical-generator';
import { citedEvent, type Exported, sourceLine, statementLines } from './cited.ts';

/**
 * An iCalendar file (RFC 5545): one all-day entry an event, over all days that its date can mean; where that is less
 * precise than a day, the title begins with the date in words.
 */
export function toICalendar(exported: Exported): string {
  const { title, events, asOf } = exported;
  const calendar = ical({ name: title, prodId: { company: 'Jylnama', product: 'Timeline', language: 'EN' } });
  for (const event of events) {
    const cited = citedEvent(event, exported);
    const { from, to, precision, approximate } = cited.date;
    const [first, last] = [from ?? to, to ?? from];
    if (!first || !last) continue;
    const exact = precision === 'day' && !approximate && from && to;
    const url = cited.sources[0]?.url;
    calendar.createEvent({
      id: `${cited.id}@jylnama`,
      allDay: true,
      start: at(first),
      // The day after the last, as RFC 5545 counts.
      end: at(Temporal.PlainDate.from(last).add({ days: 1 }).toString()),
      stamp: new Date(asOf),
      summary: exact ? cited.title : `${cited.when}: ${cited.title}`,
      description: [
        ...statementLines(cited),
        '',
        ...cited.sources.map((source, n) => `[${n + 1}] ${sourceLine(source)}`),
      ].join('\n'),
      ...(cited.places.length > 0 ? { location: cited.places.join(', ') } : {}),
      categories: [{ name: cited.kind }],
      ...(url ? { url } : {}),
    });
  }
  return calendar.toString();
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

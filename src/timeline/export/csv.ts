import { stringify } from 'csv-stringify/sync';
import { citedEvent, type Exported } from './cited.ts';

/**
 * A table (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read it right): one statement a row, with its
 * event, who says so, and its sources. `date` is EDTF, as precise as is known; `from` and `to` are the days it can mean.
 */
export function toCsv(exported: Exported): string {
  const rows = exported.events.flatMap((event) => {
    const { id, date, title, kind, places, statements } = citedEvent(event, exported);
    return statements.map(({ text, attribution, sources }) => ({
      event: id,
      date: date.edtf,
      from: date.from ?? '',
      to: date.to ?? '',
      title,
      kind,
      places: places.join('; '),
      statement: text,
      attribution: attribution ?? '',
      publishers: sources.map(({ publisher }) => publisher).join('; '),
      sources: sources.map(({ url }) => url).join(' '),
    }));
  });
  return stringify(rows, {
    bom: true,
    header: true,
    columns: [
      'event',
      'date',
      'from',
      'to',
      'title',
      'kind',
      'places',
      'statement',
      'attribution',
      'publishers',
      'sources',
    ],
    record_delimiter: '\r\n',
    // A cell that begins like a formula would be one in a spreadsheet.
    escape_formulas: true,
  });
}

import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { chooseEvents } from '../../src/timeline/choose.ts';
import type { Exported } from '../../src/timeline/export/cited.ts';
import { FORMATS, type Format } from '../../src/timeline/export/formats.ts';
import { LIGHTHOUSES, REAL, runApp, shownBy } from '../support/app.ts';

const asOf = Date.UTC(2026, 7, 1);
let lights: Exported;
let real: Exported;
beforeAll(async () => {
  const all = (knowledge: Knowledge): Exported => ({
    title: 'All, of “it”',
    events: chooseEvents(knowledge, {}),
    pack: knowledge.pack,
    language: 'en',
    asOf,
  });
  [lights, real] = (await Promise.all([loadKnowledge(LIGHTHOUSES), loadKnowledge(REAL)])).map(all) as [
    Exported,
    Exported,
  ];
});

describe('every format', () => {
  it.each(Object.keys(FORMATS) as Format[])('%s cites every page of every event', (format) => {
    for (const exported of [lights, real]) {
      const text = FORMATS[format].make(exported).replace(/\r\n[ \t]/g, '');
      const plain = text
        .replaceAll('&amp;', '&')
        .replaceAll('\\\\', '\\')
        .replace(/\\([,;])/g, '$1');
      for (const { statements } of exported.events)
        for (const { url } of statements.flatMap(({ sources }) => sources))
          expect(plain.includes(url) || plain.includes(new URL(url).href)).toBe(true);
    }
  });
});

it('writes TimelineJS dates as precisely as they are known', () => {
  const { events } = JSON.parse(FORMATS.timelinejs.make(lights)) as {
    events: { unique_id: string; start_date: object; end_date?: object }[];
  };
  const dates = Object.fromEntries(
    events.map(({ unique_id, start_date, end_date }) => [unique_id, [start_date, end_date]]),
  );
  expect(dates['1858-09-01-bishop-rock-lit']).toEqual([{ year: 1858, month: 9, day: 1 }, undefined]);
  expect(dates['1867-1881-ar-men-built']?.[0]).toMatchObject({ year: 1867 });
  expect(dates['1867-1881-ar-men-built']?.[1]).toMatchObject({ year: 1881 });
  for (const { start_date } of events) expect(start_date).toHaveProperty('year');
});

it('writes iCalendar lines of at most 75 octets and whole days', () => {
  const text = FORMATS.icalendar.make(real);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(real.events.length);
  expect(FORMATS.icalendar.make(lights)).toContain('DTSTART;VALUE=DATE:18580901\r\nDTEND;VALUE=DATE:18580902');
});

it('writes a CSV row for each statement', () => {
  const rows = FORMATS.csv.make(lights).trimEnd().split('\r\n');
  expect(rows).toHaveLength(1 + lights.events.flatMap(({ statements }) => statements).length);
});

it('sends the file on Discord', async () => {
  const running = await runApp();
  try {
    const options = { format: 'timelinejs', from: '1858', to: '1881' };
    const used = await running.member.command('timeline', {
      channelId: running.general,
      subcommand: 'export',
      options,
    });
    const [file] = shownBy(used).attachments;
    expect(file?.filename).toBe('timeline-en.json');
    const { events } = JSON.parse(await (await fetch(file?.url ?? '')).text());
    expect(events.length).toBeGreaterThan(1);
    expect(running.discord.requests.refused()).toEqual([]);
  } finally {
    await running.close();
  }
});

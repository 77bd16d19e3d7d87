/** `npm run coverage`: draws what the knowledge covers, by month and by place, into docs/coverage.svg. */
import { writeFile } from 'node:fs/promises';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Coverage, coverageOf } from './knowledge/coverage.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { inLanguage } from './knowledge/texts.ts';

const file = 'docs/coverage.svg';
const shownPlaces = 12;
const width = 860;

const coverage = coverageOf(await loadKnowledge('knowledge'));
await writeFile(file, draw(coverage));
console.log(`${file}: ${coverage.months.length} months, ${coverage.places.length} places`);

/** One SVG, the months above the places. */
function draw({ months, places }: Coverage): string {
  const { document } = parseHTML('<!doctype html><body></body>');
  const common = { document, width, style: { background: 'white', color: '#222' } };
  const byMonth = Plot.plot({
    ...common,
    height: 220,
    marginBottom: 50,
    x: {
      type: 'band',
      label: null,
      tickRotate: -60,
      tickFormat: (month: string) => (/-0[17]$/.test(month) ? month : ''),
    },
    y: { label: 'events that begin in the month', grid: true },
    marks: [Plot.barY(months, { x: 'month', y: 'events', fill: '#3b6fb6' }), Plot.ruleY([0])],
  });
  const byPlace = Plot.plot({
    ...common,
    height: 300,
    marginLeft: 170,
    x: { label: 'events within the period', grid: true },
    y: { label: null },
    marks: [
      Plot.barX(
        places.slice(0, shownPlaces).map(({ place, events }) => ({ place: inLanguage(place.title, 'en'), events })),
        { x: 'events', y: 'place', fill: '#3b6fb6', sort: { y: '-x' } },
      ),
      Plot.ruleX([0]),
    ],
  });
  byPlace.setAttribute('y', '240');
  for (const plot of [byMonth, byPlace]) plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="550" viewBox="0 0 ${width} 550" font-family="system-ui, sans-serif"><title>Events by month and by place</title><rect width="100%" height="100%" fill="white"/>${byMonth.outerHTML}${byPlace.outerHTML}</svg>\n`;
}

import { expect, test } from 'vitest';
import { findDisputes } from '../../src/knowledge/disputes.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { statsOf } from '../../src/knowledge/stats.ts';
import { copyOfLighthouses, lighthouses } from './copy.ts';

const lit = 'events/1858-09-01-bishop-rock-lit.yaml';

/** What the disputes of a copy say: measure, place, day, then the figures with how many statements give each. */
async function disputesIn(directory: string): Promise<string[]> {
  return findDisputes(await loadKnowledge(directory)).map(({ measure, place, date, sides }) => {
    const said = sides.map(({ figure, statements }) => `${figure.value ?? `${figure.min}+`}×${statements.length}`);
    return `${measure} ${place?.id} ${date.edtf}: ${said.join(' ')}`;
  });
}

test('figures that differ stand side by side with their speakers', async () => {
  const [dispute, ...others] = findDisputes(await loadKnowledge(lighthouses));
  expect(others).toEqual([]);
  expect(dispute?.event.id).toBe('1858-09-01-bishop-rock-lit');
  expect(dispute?.sides.map(({ statements }) => statements.map(({ speakers }) => speakers))).toMatchObject([
    [[{ record: { id: 'trinity-house' } }]],
    [[{ words: 'Penzance Weekly' }]],
  ]);
});

test('the same figure is one side; a least figure is another', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit(lit, 'height-metres: 35', 'height-metres: 35, cost-pounds: 34560');
  await copy.edit(lit, 'value: 36000, about: true', 'min: 36000');
  expect(await disputesIn(copy.directory)).toEqual(['cost-pounds bishop-rock 1858-09-01: 34560×2 36000+×1']);
});

test('figures of other days or places do not contradict one another', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit(lit, 'value: 36000', 'value: 36000, place: cornwall');
  const built = 'events/1867-1881-ar-men-built.yaml';
  await copy.edit(built, 'landings: 7', 'landings: [7, { value: 16, date: 1868-07 }]');
  expect(await disputesIn(copy.directory)).toEqual([]);
  await copy.edit(lit, 'place: cornwall', 'place: bishop-rock');
  await copy.edit(built, ', date: 1868-07', '');
  expect(await disputesIn(copy.directory)).toEqual([
    'cost-pounds bishop-rock 1858-09-01: 34560×1 36000×1',
    'landings ar-men 1867: 7×1 16×1',
  ]);
});

test('the counts say what there is and what there is not', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit('pack.yaml', 'period: 1800/1900', 'period: 1881-07/1882-06');
  await copy.edit(
    'people/james-walker.yaml',
    '      fr: James Walker était un ingénieur écossais qui dessina le phare de Bishop Rock.\n',
    '',
  );
  expect(statsOf(await loadKnowledge(copy.directory))).toEqual({
    records: { event: 6, person: 3, organisation: 2, place: 5 },
    statements: 16,
    sources: 8,
    languages: { en: 16, fr: 15 },
    disputes: 1,
    uncovered: '1881-07 1881-09 1881-10 1881-11 1881-12 1882-01 1882-02 1882-03 1882-04 1882-06'.split(' '),
  });
});

import { expect, test } from 'vitest';
import { parseDate } from '../../src/knowledge/date.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { LoadedPlace } from '../../src/knowledge/model.ts';
import { nameAt } from '../../src/knowledge/place-name.ts';

const { records } = await loadKnowledge('tests/fixtures/lighthouses');
const pontivy = records.get('pontivy') as LoadedPlace;

test.each([
  ['1840-05-01', 'Pontivy'],
  ['1860', 'Napoléonville'],
  ['1868/1872', 'Napoléonville'],
  ['1871-02-03', 'Pontivy'],
  ['../1860', 'Pontivy'],
])('at %s the town is called %s', (date, name) => {
  expect(nameAt(pontivy, parseDate(date)).en).toBe(name);
});

test('a place of one name keeps it', () => {
  const place = [...records.values()].find((record) => record.type === 'place' && record.nameHistory.length === 0);
  expect(nameAt(place as LoadedPlace, parseDate('1850')).en).toBe(place?.title.en);
});

import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { understand } from '../../src/question/understand.ts';
import { createLibrary } from '../../src/search/library.ts';

const knowledge = await loadKnowledge('tests/fixtures/lighthouses');
const own = await loadKnowledge('knowledge');
const ownLibrary = await createLibrary(own);
const library = await createLibrary(knowledge);

test.each([
  ['the day before 1 September 1858', '1858-08-31'],
  ['fifteen days after 1 September 1858', '1858-09-16'],
  ['two days after the Ar-Men was lit', '1881-09-02'],
  ['the day after the Bishop Rock lighthouse was lit did the keepers complain', '1858-09-02'],
])('what happened %s: %s', (words, day) => {
  const { dates } = understand(`What happened ${words}?`, knowledge, library, 'en');
  expect(dates.flatMap(({ periods }) => periods)).toEqual([{ from: day, to: day }]);
});

test.each([
  ['kk', 'Тоқаев ант бергеннің ертеңінде не болды?', '2019-03-21'],
  ['ru', 'Кого задержали за день до митинга 22 февраля 2020 года у суда?', '2020-02-21'],
  ['en', 'Who resigned the day after the election of 9 June 2019 in the capital?', '2019-06-10'],
])('%s: %s', (language, question, day) => {
  const { dates } = understand(question, own, ownLibrary, language);
  expect(dates.flatMap(({ periods }) => periods)).toEqual([{ from: day, to: day }]);
});

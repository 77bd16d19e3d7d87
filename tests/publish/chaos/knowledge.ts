/** A folder of knowledge with a number of small events, and how it changes. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const ENTRIES = 40;
/** Numbers of the events: those that change, go, and come in later. */
export const CHANGED = [2, 7, 8, 15, 16, 17, 23, 31, 39, 40];
export const DROPPED = [11, 28];
export const ADDED = [41, 42];

export const nameOf = (number: number): string => `Lantern ${String(number).padStart(2, '0')}`;

/** Writes a folder of the first forty. */
export async function writeKnowledge(folder: string): Promise<void> {
  await mkdir(join(folder, 'events'), { recursive: true });
  await writeFile(
    join(folder, 'pack.yaml'),
    'name: { en: Lanterns }\nperiod: 1800/1899\nlanguages: [en]\nkinds:\n  lighting: { label: { en: Lighting } }\n',
  );
  await writeFile(
    join(folder, 'sources.yaml'),
    '- { id: list, publisher: The List, url: "https://example.org/list", language: en }\n',
  );
  for (let number = 1; number <= ENTRIES; number++) await writeEvent(folder, number, 'was lit');
}

/** Some entries say something else, two are gone, and two are new. */
export async function changeKnowledge(folder: string): Promise<void> {
  for (const number of CHANGED) await writeEvent(folder, number, 'was lit anew');
  for (const number of DROPPED) await rm(fileOf(folder, number));
  for (const number of ADDED) await writeEvent(folder, number, 'was lit');
}

const fileOf = (folder: string, number: number): string =>
  join(folder, 'events', `${1800 + number}-lantern-${String(number).padStart(2, '0')}.yaml`);

async function writeEvent(folder: string, number: number, what: string): Promise<void> {
  const name = nameOf(number);
  await writeFile(
    fileOf(folder, number),
    `title: { en: ${name} }\ndate: ${1800 + number}-05-01\nkind: lighting\nstatements:\n  - text: { en: ${name} ${what}. }\n    sources: [list]\n`,
  );
}

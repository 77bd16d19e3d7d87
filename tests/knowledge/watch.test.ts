import { EventEmitter, once } from 'node:events';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { KnowledgeError } from '../../src/knowledge/fault.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { watchKnowledge } from '../../src/knowledge/watch.ts';
import { copyOfLighthouses, lighthouses } from './copy.ts';

const walker = 'people/james-walker.yaml';

/** A watched copy; `loaded` and `fault` wait for the next report of either kind. */
async function watched() {
  const copy = await copyOfLighthouses();
  const reports = new EventEmitter();
  const watcher = watchKnowledge(copy.directory, {
    onLoaded: (knowledge) => {
      reports.emit('loaded', knowledge);
    },
    onFault: (error) => reports.emit('fault', error),
  });
  const next = async (kind: string) => (await once(reports, kind))[0];
  return {
    ...copy,
    loaded: () => next('loaded') as Promise<Knowledge>,
    fault: () => next('fault') as Promise<KnowledgeError>,
    async [Symbol.asyncDispose]() {
      watcher.close();
      await copy[Symbol.asyncDispose]();
    },
  };
}

const nameOf = (knowledge: Knowledge) => knowledge.records.get('james-walker')?.title.en;

test('a change is taken up within about a second', async () => {
  await using copy = await watched();
  const loaded = copy.loaded();
  const started = performance.now();
  await copy.edit(walker, 'en: James Walker,', 'en: Jas. Walker,');
  expect(nameOf(await loaded)).toBe('Jas. Walker');
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('a file that an editor puts in place of the old one is taken up', async () => {
  await using copy = await watched();
  for (const name of ['Jas. Walker', 'Jim Walker']) {
    const loaded = copy.loaded();
    const text = await readFile(copy.at(walker), 'utf8');
    await writeFile(copy.at('people/.james-walker.yaml.swp'), text.replace(/en: [^,]+,/, `en: ${name},`));
    await rename(copy.at('people/.james-walker.yaml.swp'), copy.at(walker));
    expect(nameOf(await loaded)).toBe(name);
  }
});

test('half a file, a file that is gone and an id that was renamed are faults until they are mended', async () => {
  await using copy = await watched();
  const whole = await readFile(copy.at(walker), 'utf8');

  let fault = copy.fault();
  await writeFile(copy.at(walker), whole.slice(0, whole.length / 2));
  expect((await fault).faults.every(({ file }) => file === walker)).toBe(true);

  let loaded = copy.loaded();
  await writeFile(copy.at(walker), whole);
  expect(nameOf(await loaded)).toBe('James Walker');

  fault = copy.fault();
  await rm(copy.at(walker));
  expect((await fault).faults.map(({ code }) => code)).toContain('unknown-reference');

  loaded = copy.loaded();
  await writeFile(copy.at(walker), whole);
  await loaded;

  fault = copy.fault();
  await rename(copy.at('places/brittany.yaml'), copy.at('places/bretagne.yaml'));
  expect((await fault).faults.map(({ remedy }) => remedy).join()).toMatch(/correct the id|did you mean/);

  loaded = copy.loaded();
  await rename(copy.at('places/bretagne.yaml'), copy.at('places/brittany.yaml'));
  expect((await loaded).records.has('brittany')).toBe(true);
});

test('many files changed together are taken up together', async () => {
  await using copy = await watched();
  const loaded = copy.loaded();
  await copy.edit('places/brittany.yaml', 'names:', '# moved\nnames:');
  await copy.edit('places/ar-men.yaml', 'within: brittany', 'within: bretagne');
  await copy.edit('places/pontivy.yaml', 'within: brittany', 'within: bretagne');
  await copy.edit('events/1897-10-17-eckmuhl-inaugurated.yaml', '[brittany]', '[bretagne]');
  await rename(copy.at('places/brittany.yaml'), copy.at('places/bretagne.yaml'));
  const { records } = await loaded;
  expect([records.has('brittany'), records.has('bretagne')]).toEqual([false, true]);
});

test('a folder that is added, and one that is removed and comes back, are followed', async () => {
  await using copy = await watched();
  let loaded = copy.loaded();
  await mkdir(copy.at('sources'));
  await rename(copy.at('sources.yaml'), copy.at('sources/all.yaml'));
  expect((await loaded).sources.size).toBe(8);

  const fault = copy.fault();
  await rm(copy.directory, { recursive: true });
  expect((await fault).faults).toHaveLength(1);

  loaded = copy.loaded();
  await cp(lighthouses, copy.directory, { recursive: true });
  expect(nameOf(await loaded)).toBe('James Walker');

  loaded = copy.loaded();
  await copy.edit(walker, 'en: James Walker,', 'en: Jas. Walker,');
  expect(nameOf(await loaded)).toBe('Jas. Walker');
});

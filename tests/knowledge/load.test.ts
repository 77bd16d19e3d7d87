import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type FaultCode, KnowledgeError } from '../../src/knowledge/fault.ts';
import { inspectKnowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import type { LoadedEvent, LoadedOrganisation, LoadedPerson, LoadedPlace } from '../../src/knowledge/model.ts';
import { copyOfLighthouses, lighthouses } from './copy.ts';

describe('loaded knowledge is linked', async () => {
  const { records, statements, sources, pack } = await loadKnowledge(lighthouses);
  const get = <Of>(id: string) => records.get(id) as Of;

  test('events come by date, then people, organisations and places', () => {
    const all = [...records.values()];
    expect(all.map(({ type }) => type)).toEqual([
      ...Array(6).fill('event'),
      ...Array(3).fill('person'),
      ...Array(2).fill('organisation'),
      ...Array(5).fill('place'),
    ]);
    const days = all.flatMap(({ date }) => date?.from ?? []);
    expect(days).toEqual([...days].sort());
    expect(pack.languages).toEqual(['en', 'fr']);
    expect(sources.get('light-list-1890')?.publisher).toBe('Channel Lights Society');
  });

  test('an event leads to its records, its pages, and what followed', () => {
    const lit = get<LoadedEvent>('1858-09-01-bishop-rock-lit');
    const swept = get<LoadedEvent>('1850-02-05-bishop-rock-swept-away');
    expect(lit.ref).toBe('events/1858-09-01-bishop-rock-lit');
    expect(lit.places).toEqual([get('bishop-rock')]);
    expect(lit.people[0]).toBe(get('james-walker'));
    expect(lit.organisers).toEqual([{ record: get('trinity-house'), sources: [sources.get('light-list-1890')] }]);
    expect(lit.follows[0]?.record).toBe(swept);
    expect(swept.followedBy).toEqual([{ record: lit, sources: [sources.get('journal-bishop-rock')] }]);
    expect(lit.related[0]?.related[0]).toBe(lit);
  });

  test('a statement knows who speaks, of which day, with which figures and pages', () => {
    const [, official, weekly] = get<LoadedEvent>('1858-09-01-bishop-rock-lit').statements;
    expect(official?.id).toBe('events/1858-09-01-bishop-rock-lit#1');
    expect(official?.speakers).toEqual([{ record: get('trinity-house') }]);
    expect(official?.date?.edtf).toBe('1858-09-01');
    expect(official?.figures).toEqual([{ measure: 'cost-pounds', value: 34560, about: false }]);
    expect(weekly?.speakers).toEqual([{ words: 'Penzance Weekly' }]);
    expect(weekly?.figures).toEqual([{ measure: 'cost-pounds', value: 36000, about: true }]);
    expect(weekly?.sources.map(({ id }) => id)).toEqual(['journal-bishop-rock']);
    expect(get<LoadedEvent>('1867-1881-ar-men-built').statements[1]?.date?.edtf).toBe('1867');
    expect(statements).toHaveLength(16);
  });

  test('people, organisations and places have their fields with dates and pages', () => {
    const [office] = get<LoadedPerson>('james-nicholas-douglass').offices;
    expect(office?.organisation).toBe(get('trinity-house'));
    expect([office?.from?.edtf, office?.to?.edtf]).toEqual(['1862', '1892']);
    expect(get<LoadedPerson>('james-walker').offices[0]).not.toHaveProperty('from');
    const commission = get<LoadedOrganisation>('commission-des-phares');
    expect(commission.founded?.date.edtf).toBe('1811');
    expect(commission.leaders[0]?.person).toBe(get('leonce-reynaud'));
    const pontivy = get<LoadedPlace>('pontivy');
    expect(pontivy.within).toBe(get('brittany'));
    expect(pontivy.nameHistory.map(({ name, to }) => [name.en, to?.edtf])).toEqual([
      ['Napoléonville', '1870'],
      ['Pontivy', undefined],
    ]);
    expect(get<LoadedPlace>('ar-men').coordinates?.sources[0]?.id).toBe('annales-ar-men');
  });
});

test('sources may be divided into a folder', async () => {
  await using copy = await copyOfLighthouses();
  await mkdir(copy.at('sources'));
  await rename(copy.at('sources.yaml'), copy.at('sources/all.yaml'));
  expect((await loadKnowledge(copy.directory)).sources.size).toBe(8);
});

test('loading throws all faults, and never for a warning', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit('people/james-walker.yaml', 'J. Walker', 'Léonce Reynaud');
  await copy.edit('events/1881-08-31-ar-men-lit.yaml', 'date: 1881-08-31', 'date: 1882-08-31');
  await copy.edit('events/1858-09-01-bishop-rock-lit.yaml', 'cost-pounds: 34560', 'cost-pounds: 35460');
  const { knowledge, warnings } = await inspectKnowledge(copy.directory);
  expect(knowledge).toBeDefined();
  expect(warnings.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'events/1858-09-01-bishop-rock-lit.yaml unsaid-figure',
    'events/1881-08-31-ar-men-lit.yaml file-date',
    'people/leonce-reynaud.yaml shared-name',
  ]);
  await copy.edit('places/ar-men.yaml', 'within: brittany', 'within: nowhere');
  await copy.edit('places/pontivy.yaml', 'within: brittany', 'within: nowhere');
  const error = await loadKnowledge(copy.directory).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(KnowledgeError);
  expect((error as KnowledgeError).faults).toHaveLength(2);
});

type Copy = Awaited<ReturnType<typeof copyOfLighthouses>>;
const person = 'people/james-walker.yaml';

/** Files that no curator means to write. */
const oddities: [name: string, spoil: (copy: Copy) => Promise<unknown>, file: string, code: FaultCode][] = [
  ['an empty file', ({ at }) => writeFile(at(person), ''), person, 'empty'],
  ['a file of comments', ({ at }) => writeFile(at(person), '# nothing yet\n'), person, 'empty'],
  ['a text for a record', ({ at }) => writeFile(at(person), 'James Walker\n'), person, 'wrong-type'],
  ['a list for a record', ({ at }) => writeFile(at(person), '- James Walker\n'), person, 'wrong-type'],
  ['a record for the sources', ({ at }) => writeFile(at('sources.yaml'), 'id: x\n'), 'sources.yaml', 'wrong-type'],
  ['10 MB', ({ at }) => writeFile(at(person), 'a'.repeat(10_000_000)), person, 'too-large'],
  [
    'another encoding',
    ({ at }) => writeFile(at(person), Buffer.from('\ufeffnames: {}', 'utf16le')),
    person,
    'encoding',
  ],
  [
    'bytes that are no text',
    ({ at }) => writeFile(at(person), Buffer.from([0x61, 0x3a, 0x20, 0xff])),
    person,
    'encoding',
  ],
  ['control characters', ({ at }) => writeFile(at(person), 'names: { en: "\0" }'), person, 'encoding'],
  ['brackets without end', ({ at }) => writeFile(at(person), '['.repeat(900_000)), person, 'yaml'],
  [
    'an alias within an alias',
    ({ at }) => writeFile(at(person), 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'),
    person,
    'yaml',
  ],
  ['two documents', ({ at }) => writeFile(at(person), 'names: { en: A }\n---\nnames: { en: B }\n'), person, 'yaml'],
  ['a tag of its own', ({ at }) => writeFile(at(person), 'names: !!js/function "() => 1"\n'), person, 'yaml'],
  [
    'a link that leads nowhere',
    async ({ at }) => {
      await rm(at(person));
      await symlink('nowhere.yaml', at(person));
    },
    person,
    'unreadable',
  ],
  [
    'a link to itself',
    async ({ at }) => {
      await rm(at(person));
      await symlink('james-walker.yaml', at(person));
    },
    person,
    'unreadable',
  ],
  ['a folder for a file', ({ at }) => mkdir(at('people/somebody.yaml')), 'people/somebody.yaml', 'unreadable'],
  [
    'a name that is no id',
    ({ at }) => rename(at(person), at('people/James Walker.yaml')),
    'people/James Walker.yaml',
    'file-name',
  ],
  ['.yml', ({ at }) => rename(at(person), at('people/james-walker.yml')), 'people/james-walker.yml', 'file-name'],
  ['a misspelt folder', ({ at }) => rename(at('people'), at('peoples')), 'peoples', 'file-name'],
  [
    'a record beside the folders',
    ({ at }) => rename(at(person), at('james-walker.yaml')),
    'james-walker.yaml',
    'file-name',
  ],
  ['no pack', ({ at }) => rm(at('pack.yaml')), 'pack.yaml', 'unreadable'],
  ['no sources', ({ at }) => rm(at('sources.yaml')), 'sources.yaml', 'unreadable'],
  [
    'a name of two records',
    ({ at }) => writeFile(at('people/cornwall.yaml'), 'names: { en: C }\nstatements: []\n'),
    'places/cornwall.yaml',
    'duplicate-id',
  ],
];

describe('what is no knowledge is refused in plain words', () => {
  test.each(oddities)('%s', async (_, spoil, file, code) => {
    await using copy = await copyOfLighthouses();
    await spoil(copy);
    const started = performance.now();
    const { knowledge, faults } = await inspectKnowledge(copy.directory);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect(knowledge).toBeUndefined();
    expect(faults.map((fault) => `${fault.file} ${fault.code}`)).toContain(`${file} ${code}`);
    for (const { message, remedy, line, column } of faults) {
      expect(message && remedy).toBeTruthy();
      expect(line * column).toBeGreaterThan(0);
    }
  });

  test('a folder that is not there', async () => {
    const { faults } = await inspectKnowledge('/no/such/folder');
    expect(faults).toMatchObject([{ file: '.', code: 'unreadable' }]);
  });

  test('thousands of keys take no time', async () => {
    await using copy = await copyOfLighthouses();
    await writeFile(copy.at(person), Array.from({ length: 40_000 }, (_, key) => `key${key}: 1\n`).join(''));
    const started = performance.now();
    await inspectKnowledge(copy.directory);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('a byte order mark and Windows line ends do no harm', async () => {
    await using copy = await copyOfLighthouses();
    await writeFile(copy.at('places/cornwall.yaml'), '\ufeffnames:\r\n  en: Cornwall\r\n  fr: Cornouailles\r\n');
    expect((await inspectKnowledge(copy.directory)).faults).toEqual([]);
  });
});

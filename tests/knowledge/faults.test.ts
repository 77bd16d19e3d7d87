import { rename } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type FaultCode, formatFault } from '../../src/knowledge/fault.ts';
import { inspectKnowledge } from '../../src/knowledge/load.ts';
import { copyOfLighthouses } from './copy.ts';

const lit = 'events/1858-09-01-bishop-rock-lit.yaml';
const built = 'events/1867-1881-ar-men-built.yaml';
const swept = 'events/1850-02-05-bishop-rock-swept-away.yaml';
const walker = 'people/james-walker.yaml';
const douglass = 'people/james-nicholas-douglass.yaml';
const asked = 'questions/1858-09-01-bishop-rock-lit.txt';
const commission = 'organisations/commission-des-phares.yaml';

interface Slip {
  name: string;
  file: string;
  before: string;
  after: string;
  /** Lines below the edit at which it is told; 0 where not given. */
  below?: number;
  /** Where it is told, if in another file. */
  elsewhere?: string;
  code: FaultCode;
  says?: RegExp;
}

/** What curators get wrong, one slip each, and the line at which they are told. */
const slips: Slip[] = [
  {
    name: 'a person nobody has written',
    file: lit,
    before: '[james-walker]',
    after: '[james-wolker]',
    code: 'unknown-reference',
    says: /did you mean “james-walker”/,
  },
  {
    name: 'a place among the people',
    file: lit,
    before: '[james-walker]',
    after: '[cornwall]',
    code: 'unknown-reference',
    says: /is a place, not a person/,
  },
  {
    name: 'a speaker that is no record',
    file: lit,
    before: 'attribution: trinity-house',
    after: 'attribution: trinity-home',
    code: 'unknown-reference',
  },
  {
    name: 'an organiser that is no record',
    file: lit,
    before: '{ id: trinity-house',
    after: '{ id: nobody',
    code: 'unknown-reference',
  },
  {
    name: 'an event that follows from none',
    file: lit,
    before: '1850-02-05-bishop',
    after: '1850-02-06-bishop',
    code: 'unknown-reference',
    says: /did you mean/,
  },
  {
    name: 'a related event that is none',
    file: lit,
    before: '[1882-05-18-eddystone-opened]',
    after: '[eddystone]',
    code: 'unknown-reference',
  },
  {
    name: 'an office in no organisation',
    file: walker,
    before: 'organisation: trinity-house',
    after: 'organisation: admiralty',
    code: 'unknown-reference',
  },
  {
    name: 'a leader that is no record',
    file: commission,
    before: 'id: leonce-reynaud',
    after: 'id: leonce-renaud',
    code: 'unknown-reference',
  },
  {
    name: 'a place within no place',
    file: 'places/ar-men.yaml',
    before: 'within: brittany',
    after: 'within: britanny',
    code: 'unknown-reference',
  },
  {
    name: 'a figure for no place',
    file: lit,
    before: '{ height-metres: 35 }',
    after: '{ height-metres: { value: 35, place: the-moon } }',
    code: 'unknown-reference',
  },
  {
    name: 'a page that is not listed',
    file: lit,
    before: 'sources: [journal-bishop-rock, light-list-1890]',
    after: 'sources: [journal-bishop-rock, light-list]',
    code: 'unknown-source',
  },
  {
    name: 'a page that nobody cites',
    file: 'events/1897-10-17-eckmuhl-inaugurated.yaml',
    before: '[gazette-eckmuhl]',
    after: '[atlas-brittany]',
    elsewhere: 'sources.yaml:35',
    code: 'unused-source',
  },
  {
    name: 'a statement without sources',
    file: built,
    before: "    date: '1867'\n    figures: { landings: 7 }\n    sources: [annales-ar-men]\n",
    after: "    date: '1867'\n",
    below: -3,
    code: 'uncited',
    says: /add “sources:”/,
  },
  {
    name: 'an empty list of sources',
    file: built,
    before: 'sources: [annales-ar-men]',
    after: 'sources: []',
    code: 'uncited',
  },
  {
    name: 'a misspelt field',
    file: lit,
    before: 'kind: lighting',
    after: 'kindd: lighting',
    code: 'unknown-key',
    says: /did you mean “kind”/,
  },
  {
    name: 'a misspelt field of a statement',
    file: lit,
    before: 'attribution: Penzance',
    after: 'atribution: Penzance',
    code: 'unknown-key',
    says: /“attribution”/,
  },
  {
    name: 'a misspelt field of a figure',
    file: lit,
    before: 'about: true',
    after: 'abuot: true',
    code: 'unknown-key',
    says: /“about”/,
  },
  {
    name: 'no title',
    file: swept,
    before: 'title:',
    after: '# title:',
    below: 1,
    code: 'missing',
    says: /“title” is missing/,
  },
  {
    name: 'an empty title',
    file: swept,
    before: 'en: The iron lighthouse on the Bishop Rock is swept away',
    after: 'en: ""',
    code: 'bad-value',
  },
  {
    name: 'a year that YAML takes for a number',
    file: built,
    before: "'1867'",
    after: '1867',
    code: 'wrong-type',
    says: /'1867'/,
  },
  {
    name: 'a figure in quotes',
    file: built,
    before: 'landings: 7',
    after: "landings: '7'",
    code: 'wrong-type',
    says: /a number/,
  },
  {
    name: 'a list that is a text',
    file: lit,
    before: '[bishop-rock]',
    after: 'bishop-rock',
    code: 'wrong-type',
    says: /a list/,
  },
  {
    name: 'a month that there is not',
    file: lit,
    before: 'date: 1858-09-01',
    after: 'date: 1858-13-01',
    code: 'bad-date',
  },
  {
    name: 'a day that there is not',
    file: lit,
    before: 'date: 1858-09-01',
    after: 'date: 1858-02-30',
    code: 'bad-date',
  },
  {
    name: 'a date in another order',
    file: lit,
    before: 'date: 1858-09-01',
    after: 'date: 01.09.1858',
    code: 'bad-date',
    says: /EDTF/,
  },
  {
    name: 'an interval the wrong way round',
    file: built,
    before: 'date: 1867/1881',
    after: 'date: 1881/1867',
    code: 'bad-date',
  },
  { name: 'a statement before its event', file: built, before: "'1867'", after: "'1866'", code: 'outside-period' },
  {
    name: 'a figure after its event',
    file: lit,
    before: 'value: 36000',
    after: 'value: 36000, date: 1858-09-02',
    code: 'outside-period',
  },
  {
    name: 'an office left before it was taken',
    file: douglass,
    before: "'1892'",
    after: "'1852'",
    code: 'ends-before-start',
  },
  {
    name: 'a leader gone before he came',
    file: commission,
    before: "to: '1878'",
    after: "to: '1838'",
    code: 'ends-before-start',
  },
  {
    name: 'banned before founded',
    file: commission,
    before: 'leaders:',
    after: "banned: { date: '1801', sources: [annales-reynaud] }\nleaders:",
    code: 'ends-before-start',
  },
  {
    name: 'a name that ended before it began',
    file: 'places/pontivy.yaml',
    before: "to: '1870'",
    after: "to: '1850'",
    code: 'ends-before-start',
  },
  {
    name: 'a kind outside the vocabulary',
    file: lit,
    before: 'kind: lighting',
    after: 'kind: lightning',
    code: 'unknown-term',
    says: /did you mean “lighting”/,
  },
  {
    name: 'a kind of organisation outside it',
    file: commission,
    before: 'kind: authority',
    after: 'kind: club',
    code: 'unknown-term',
    says: /authority/,
  },
  { name: 'a measure outside it', file: built, before: 'landings: 7', after: 'landngs: 7', code: 'unknown-term' },
  {
    name: 'a language that is not declared',
    file: walker,
    before: 'fr: James Walker était',
    after: 'de: James Walker était',
    code: 'undeclared-language',
  },
  {
    name: 'a tag that is no language',
    file: walker,
    before: 'fr: James Walker était',
    after: 'French: James Walker était',
    code: 'bad-value',
    says: /language tag/,
  },
  {
    name: 'the same source twice',
    file: 'sources.yaml',
    before: '- id: engineers-douglass',
    after: '- id: engineers-walker',
    code: 'duplicate-id',
  },
  {
    name: 'the same page twice',
    file: 'sources.yaml',
    before: 'https://annales.example.org/reynaud',
    after: 'http://annales.example.org/ar-men/#top',
    code: 'duplicate-url',
    says: /annales-ar-men/,
  },
  {
    name: 'an address that is none',
    file: 'sources.yaml',
    before: 'https://annales.example.org/reynaud',
    after: 'annales.example.org',
    code: 'bad-value',
  },
  {
    name: 'a publisher spelt otherwise',
    file: 'sources.yaml',
    before: 'id: annales-reynaud\n  publisher: Annales des phares',
    after: 'id: annales-reynaud\n  publisher: Annales des Phares.',
    below: 1,
    code: 'publisher-spelling',
  },
  {
    name: 'a statement said twice',
    file: lit,
    before: 'en: The Penzance Weekly wrote that the Bishop Rock lighthouse had cost about 36,000 pounds.',
    after: 'en: Trinity House put the cost of the Bishop Rock lighthouse at 34,560 POUNDS',
    code: 'repeated-statement',
  },
  {
    name: 'a number that differs between languages',
    file: lit,
    before: '34 560 livres',
    after: '35 560 livres',
    code: 'language-disagreement',
    says: /34,560/,
  },
  {
    name: 'a month that differs between languages',
    file: swept,
    before: '5 février 1850',
    after: '5 mars 1850',
    code: 'language-disagreement',
    says: /February/,
  },
  {
    name: 'a field given twice',
    file: lit,
    before: 'kind: lighting',
    after: 'kind: lighting\nkind: storm',
    below: 1,
    code: 'duplicate-key',
  },
  {
    name: 'an alias of YAML',
    file: lit,
    before: 'kind: lighting',
    after: 'kind: &kind lighting\nnote: *kind',
    below: 1,
    code: 'yaml',
  },
  { name: 'a quote that is not closed', file: lit, before: 'kind: lighting', after: 'kind: "lighting', code: 'yaml' },
  {
    name: 'a tab for indentation',
    file: walker,
    before: '    organisation: trinity-house',
    after: '\torganisation: trinity-house',
    code: 'yaml',
  },
  {
    name: 'a place within itself',
    file: 'places/brittany.yaml',
    before: 'aliases: [Breizh]',
    after: 'aliases: [Breizh]\nwithin: ar-men',
    code: 'cycle',
    elsewhere: 'places/ar-men.yaml:3',
  },
  {
    name: 'an unlikely latitude',
    file: 'places/ar-men.yaml',
    before: 'latitude: 48.05',
    after: 'latitude: 480.5',
    code: 'bad-value',
  },
  {
    name: 'questions of a statement that was reworded',
    file: asked,
    before: 'The Penzance Weekly wrote',
    after: 'The Penzance Daily wrote',
    code: 'unknown-reference',
    says: /no statement of .* begins “The Penzance Daily/,
  },
  {
    name: 'questions of more than one statement',
    file: asked,
    before: 'The Penzance Weekly wrote that the Bishop Rock …',
    after: 'T…',
    code: 'unknown-reference',
    says: /more than one statement/,
  },
  {
    name: 'a second block of one statement',
    file: asked,
    before: '\n?\n',
    after: '\nThe Penzance Weekly wrote …\n',
    below: 1,
    code: 'repeated-statement',
    says: /has a block above/,
  },
  {
    name: 'a question without its language',
    file: asked,
    before: 'en: Was',
    after: 'Was',
    code: 'bad-value',
  },
  {
    name: 'a question in a language of no reader',
    file: asked,
    before: 'en: Was',
    after: 'eo: Was',
    code: 'undeclared-language',
  },
  {
    name: 'a question of no statement',
    file: asked,
    before: 'The Penzance Weekly wrote that the Bishop Rock …\n',
    after: '',
    code: 'bad-value',
  },
  {
    name: 'no period in the pack',
    file: 'pack.yaml',
    before: 'period: 1800/1900',
    after: '# no period',
    code: 'missing',
    elsewhere: 'pack.yaml:2',
  },
];

describe('a slip is told at its line, with its code', () => {
  test.each(slips)('$name', async ({ file, before, after, below = 0, elsewhere, code, says }) => {
    await using copy = await copyOfLighthouses();
    const line = (await copy.edit(file, before, after)) + below;
    const { faults } = await inspectKnowledge(copy.directory);
    const told = faults.filter((fault) => fault.code === code);
    const places = told.map((fault) => `${fault.file}:${fault.line}`);
    expect(places, faults.map(formatFault).join('\n')).toContain(elsewhere ?? `${file}:${line}`);
    if (says) expect(told.map(formatFault).join('\n')).toMatch(says);
  });
});

test('questions of a record that is not there', async () => {
  await using copy = await copyOfLighthouses();
  await rename(copy.at(asked), copy.at('questions/1858-09-01-bishop-rock-list.txt'));
  const { faults } = await inspectKnowledge(copy.directory);
  expect(faults.map(formatFault)).toEqual([
    expect.stringMatching(/no record .*; did you mean “1858-09-01-bishop-rock-lit”/),
  ]);
});

test('a pack with a fault still tells which words it has', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit('pack.yaml', 'period: 1800/1900', 'period: 1800-1900');
  await copy.edit(lit, 'kind: lighting', 'kind: lightning');
  const { faults } = await inspectKnowledge(copy.directory);
  expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([`${lit} unknown-term`, 'pack.yaml bad-date']);
});

test('all slips are told at once, also those beside one another in a file', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit(lit, 'kind: lighting', 'kindd: lighting\nkind: lightning');
  await copy.edit(lit, 'cost-pounds: 34560', "cost-pounds: '34560'");
  await copy.edit(lit, 'attribution: Penzance Weekly', 'attribution: penzance-weekly');
  await copy.edit(lit, 'sources: [journal-bishop-rock]\n', 'sources: [journal-of-bishop-rock]\n');
  await copy.edit(walker, "to: '1862'", 'to: 1862');
  await copy.edit('sources.yaml', 'language: fr', 'language: French');
  const { knowledge, faults } = await inspectKnowledge(copy.directory);
  expect(knowledge).toBeUndefined();
  expect(faults.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    `${lit}:4 unknown-key`,
    `${lit}:5 unknown-term`,
    `${lit}:24 wrong-type`,
    `${lit}:29 unknown-reference`,
    `${lit}:31 unknown-source`,
    `${walker}:6 wrong-type`,
    'sources.yaml:30 bad-value',
  ]);
});

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copyOfLighthouses, lighthouses } from './copy.ts';

const script = fileURLToPath(new URL('../../src/check.ts', import.meta.url));

function check(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
}

test('sound knowledge ends with its size and success', () => {
  const { status, lines } = check('--knowledge', lighthouses);
  expect(status).toBe(0);
  expect(lines).toEqual([`${lighthouses}: 16 records, 16 statements, 8 sources: no fault, 0 warnings`]);
});

test('each fault is a line that an editor can follow, and the command fails', async () => {
  await using copy = await copyOfLighthouses();
  await copy.edit('places/ar-men.yaml', 'within: brittany', 'within: britanny');
  await copy.edit('people/james-walker.yaml', 'J. Walker', 'Léonce Reynaud');
  const { status, lines } = check('--knowledge', copy.directory);
  expect(status).toBe(1);
  expect(lines).toEqual([
    `${copy.at('places/ar-men.yaml')}:3:9: there is no place “britanny”; did you mean “brittany”?`,
    expect.stringMatching(/^warning: .*leonce-reynaud\.yaml:1:\d+: .*james-walker/),
    `${copy.directory}: 1 fault, 1 warning`,
  ]);
});

test('--stats and --disputes print what they are asked for', () => {
  const { lines } = check('--knowledge', lighthouses, '--stats', '--disputes');
  const all = lines.join('\n');
  expect(all).toMatch(
    /cost-pounds \(Bishop Rock, 1 September 1858\)\n +34560 {2}Trinity House\n +about 36000 {2}Penzance/,
  );
  expect(all).toMatch(/statements in fr +16 \(100 %\)/);
  expect(all).toMatch(/months without an event +1207: 1800-01 – 1850-01, 1850-03 – 1858-08/);
});

test('an option that there is not is explained', () => {
  const { status, stderr } = check('--statistics');
  expect(status).toBe(2);
  expect(stderr).toMatch(/--statistics[\s\S]*Use: npm run check/);
});

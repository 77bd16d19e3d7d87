import assert from 'node:assert/strict';
import { ADDED, CHANGED, DROPPED, ENTRIES, nameOf } from './knowledge.ts';
import type { Outcome, Standing } from './scenario.ts';

/** Every entry stands there exactly once, in order, as it should read. */
export function assertWhole({ posted, updated }: Outcome): void {
  const all = Array.from({ length: ENTRIES }, (_, n) => n + 1);
  assertStands(
    posted,
    all.map((number) => `${nameOf(number)} was lit.`),
  );
  const left = all.filter((number) => !DROPPED.includes(number));
  assertStands(
    updated,
    [...left, ...ADDED].map((number) => `${nameOf(number)} was lit${CHANGED.includes(number) ? ' anew' : ''}.`),
  );
}

function assertStands(standing: readonly Standing[], sentences: readonly string[]): void {
  const [header, ...entries] = standing;
  assert.equal(header?.number, 1, 'the header comes first');
  const found = entries.map(({ text }) => /Lantern \d\d was lit( anew)?\./.exec(text)?.[0]);
  assert.deepEqual(found, sentences);
  const numbers = entries.map(({ number }) => number);
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].sort((a, b) => a - b),
    'numbers rise, and none is twice',
  );
}

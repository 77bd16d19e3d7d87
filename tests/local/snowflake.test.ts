import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byAge, snowflakes, timeOf } from '../../src/local/snowflake.ts';

/** Milliseconds in which Discord's ids have 17 to 19 digits, which clients demand. */
const times = fc.array(fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2080, 0) }), { minLength: 2 });

test('ids grow whatever the clock does, and tell their time where it runs on', () => {
  fc.assert(
    fc.property(times, (clock) => {
      let at = 0;
      const next = snowflakes(() => clock[at] ?? 0);
      const ids = clock.map((_, index) => {
        at = index;
        return next();
      });
      expect(ids.toSorted(byAge)).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, id] of ids.entries()) {
        expect(id).toMatch(/^\d{17,19}$/);
        expect(timeOf(id)).toBe(Math.max(...clock.slice(0, index + 1)));
      }
    }),
  );
});

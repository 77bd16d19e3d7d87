/** Whatever changes between posting and updating: every entry stands there once, and nothing is left to do. */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { MESSAGES, readOptions } from '../../src/publish/options.ts';
import { planMessages, type Setting } from '../../src/publish/plan.ts';
import { type Changes, findChanges, isBehind } from '../../src/publish/revise.ts';
import type { Item, ItemState, PlannedItem } from '../../src/store/store.ts';
import { chooseEvents } from '../../src/timeline/choose.ts';
import { DETAILS } from '../../src/timeline/entry.ts';
import { REAL } from '../support/app.ts';

let knowledge: Knowledge;
let ids: string[];
beforeAll(async () => {
  knowledge = await loadKnowledge(REAL);
  ids = chooseEvents(knowledge, {})
    .map(({ id }) => id)
    .slice(0, 40);
});

function settingOf(
  events: readonly string[],
  messages: (typeof MESSAGES)[number],
  detail: (typeof DETAILS)[number],
): Setting {
  const options = readOptions({ selection: { events: [...events] }, messages, detail });
  return { knowledge, options, language: 'en', asOf: 0 };
}

const itemOf = (planned: PlannedItem, position: number, state: ItemState = 'posted'): Item => ({
  ...planned,
  id: `item-${position}`,
  timelineId: 'timeline00',
  position,
  state,
  sentHash: planned.hash,
  messageId: `${position}`,
  attemptedAt: 0,
  postedAt: 0,
  editedAt: null,
});

/** What the store makes of the items. */
function apply(items: readonly Item[], { changed, added, removed }: Changes): Item[] {
  const kept = items.map((item): Item => {
    const planned = changed.get(item.id);
    if (removed.includes(item.id)) return { ...item, state: 'removed' };
    return planned ? { ...item, ...planned } : item;
  });
  return [...kept, ...added.map((planned, n) => itemOf(planned, items.length + n))];
}

const live = (items: readonly Item[]) => items.filter(({ state }) => state === 'posted');
/** Headings of entries in a text: each entry has one, in whatever message. */
const entriesIn = (items: readonly Item[]) =>
  live(items).flatMap(({ records, body }) => {
    const { description } = body as { description: string };
    return /^\*[^*\n]+, continued\*/.test(description) ? [] : records;
  });

it('leaves each entry once, in any mode, whatever comes, goes or grows', () => {
  const chosen = () => fc.subarray(ids, { minLength: 1 });
  const look = fc.record({ messages: fc.constantFrom(...MESSAGES), detail: fc.constantFrom(...DETAILS) });
  fc.assert(
    fc.property(chosen(), chosen(), look, fc.constantFrom(...DETAILS), (before, after, { messages, detail }, later) => {
      const items = planMessages(settingOf(before, messages, detail)).map((planned, n) => itemOf(planned, n));
      const setting = settingOf(after, messages, later);
      const revised = apply(items, findChanges(setting, items));
      const wanted = after.map((id) => `events/${id}`).toSorted();
      expect(entriesIn(revised).toSorted()).toEqual(wanted);
      expect(isBehind(findChanges(setting, revised))).toBe(false);
      for (const { body } of live(revised))
        expect((body as { description: string }).description.length).toBeLessThanOrEqual(4096);
    }),
    { numRuns: 60 },
  );
});

it('changes nothing where nothing has changed', () => {
  for (const messages of MESSAGES)
    for (const detail of DETAILS) {
      const setting = settingOf(ids, messages, detail);
      const items = planMessages(setting).map((planned, n) => itemOf(planned, n));
      expect(isBehind(findChanges({ ...setting, asOf: 1_000_000 }, items))).toBe(false);
    }
});

it('does not bring back what was deleted by hand, unless asked', () => {
  const setting = settingOf(ids, 'each', 'key');
  const items = planMessages(setting).map((planned, n) => itemOf(planned, n, n === 3 ? 'deleted-by-hand' : 'posted'));
  expect(isBehind(findChanges(setting, items))).toBe(false);
  const { added, gone } = findChanges(setting, items, true);
  expect(gone).toBe(1);
  expect(added.map(({ records }) => records)).toEqual([items[3]?.records]);
});

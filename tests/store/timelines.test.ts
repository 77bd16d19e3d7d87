import { expect, test } from 'vitest';
import type { PlannedItem, Store, Timeline } from '../../src/store/store.ts';
import { describeStores } from './backends.ts';

const planned = (name: string): PlannedItem => ({ records: [`events/${name}`], body: { content: name }, hash: name });
const request = {
  guildId: 'g',
  channelId: 'c',
  requesterId: 'u',
  language: 'en',
  options: { from: '2001-02-03', tags: ['a', 'b'] },
};

async function begun(store: Store, ...names: string[]): Promise<{ id: string; turn: number }> {
  const { id } = await store.timelines.draft(request);
  expect(await store.timelines.begin(id, names.map(planned), 'v1')).toBe(true);
  return { id, turn: await store.timelines.takeOver(id) };
}

/** Does every step that is left. @returns what was done, such as `send a` */
async function workOff({ timelines }: Store, { id, turn }: { id: string; turn: number }): Promise<string[]> {
  const done: string[] = [];
  for (let step = await timelines.claimNext(id, turn); step; step = await timelines.claimNext(id, turn)) {
    done.push(`${step.does} ${step.item.hash}`);
    if (step.does === 'send') await timelines.recordPosted(step.item.id, `m${step.item.position}`);
    else if (step.does === 'edit') await timelines.recordEdited(step.item.id, step.item.hash);
    else await timelines.recordRemoved(step.item.id);
  }
  return done;
}

const states = async ({ timelines }: Store, id: string): Promise<string[]> =>
  (await timelines.items(id)).map(({ hash, state }) => `${hash} ${state}`);

describeStores('timelines', ({ open }) => {
  test('a draft says what was asked for, and can be cancelled until it is posted', async () => {
    const { timelines } = await open();
    const draft = await timelines.draft(request);
    expect(draft).toMatchObject({ ...request, state: 'draft', key: null, reason: null, threadId: null, report: null });
    expect(draft.id).toMatch(/^[a-z0-9]{10}$/);
    expect(await timelines.get(draft.id)).toEqual(draft);
    expect(await timelines.list('g')).toEqual([]);
    expect(await timelines.cancel(draft.id)).toBe(true);
    expect(await timelines.get(draft.id)).toBeUndefined();
    expect(await timelines.begin(draft.id, [planned('a')], 'v1')).toBe(false);
  });

  test('drafts of one key are one', async () => {
    const { timelines } = await open();
    const drafts = await Promise.all([1, 2, 3].map(() => timelines.draft({ ...request, key: 'daily:2001-02-03' })));
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    expect(await timelines.inState('draft')).toEqual([drafts[0]]);
  });

  test('old drafts are discarded, and nothing else is', async () => {
    const store = await open();
    const old = await store.timelines.draft(request);
    const { id } = await begun(store, 'a');
    const later = await store.timelines.draft(request);
    expect(await store.timelines.discardDrafts(later.createdAt)).toBe(1);
    expect(await store.timelines.get(old.id)).toBeUndefined();
    expect(await store.timelines.get(later.id)).toBeDefined();
    expect(await store.timelines.get(id)).toMatchObject({ state: 'posting' });
  });

  test('messages are sent in order, once each', async () => {
    const store = await open();
    const timeline = await begun(store, 'a', 'b', 'c');
    expect(await store.timelines.begin(timeline.id, [planned('again')], 'v1')).toBe(false);
    expect(await store.timelines.finish(timeline.id, timeline.turn)).toBe(false);
    expect(await workOff(store, timeline)).toEqual(['send a', 'send b', 'send c']);
    expect(await store.timelines.finish(timeline.id, timeline.turn)).toBe(true);
    expect(await store.timelines.get(timeline.id)).toMatchObject({ state: 'done', knowledge: 'v1' });
    const [first] = await store.timelines.items(timeline.id);
    expect(first).toMatchObject({ ...planned('a'), sentHash: 'a', state: 'posted', messageId: 'm0', position: 0 });
    expect(first?.id).toMatch(/^[\w-]{16}$/);
    expect(first?.postedAt).toBeGreaterThanOrEqual(first?.attemptedAt ?? Number.NaN);
  });

  test('more messages than a statement takes', async () => {
    const store = await open();
    const names = Array.from({ length: 2500 }, (_, index) => `n${index}`);
    const { id } = await begun(store, ...names);
    expect((await store.timelines.items(id)).map(({ hash }) => hash)).toEqual(names);
  });

  test('a sending whose end is unknown comes up again, under the same nonce', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a', 'b');
    const first = await store.timelines.claimNext(id, turn);
    const next = await store.timelines.takeOver(id);
    const again = await store.timelines.claimNext(id, next);
    expect(first).toMatchObject({ does: 'send', repeated: false, item: { state: 'sending' } });
    expect(again).toEqual({ ...first, repeated: true });
  });

  test('who was superseded gets no more steps', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a', 'b');
    const next = await store.timelines.takeOver(id);
    expect(await store.timelines.claimNext(id, turn)).toBeUndefined();
    expect(await workOff(store, { id, turn: next })).toEqual(['send a', 'send b']);
    expect(await store.timelines.finish(id, turn)).toBe(false);
    expect(await store.timelines.finish(id, next)).toBe(true);
  });

  test('stopped at the next step, resumed where it was', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a', 'b');
    const step = await store.timelines.claimNext(id, turn);
    expect(await store.timelines.stop(id, { code: 'missing', permission: 'SendMessages' })).toBe(true);
    expect(await store.timelines.stop(id, null)).toBe(false);
    await store.timelines.recordPosted(step?.item.id ?? '', 'm0');
    expect(await store.timelines.claimNext(id, turn)).toBeUndefined();
    expect(await store.timelines.finish(id, turn)).toBe(false);
    expect(await store.timelines.get(id)).toMatchObject({
      state: 'stopped',
      reason: { code: 'missing', permission: 'SendMessages' },
    });
    expect(await store.timelines.resume(id)).toBe(true);
    expect(await store.timelines.resume(id)).toBe(false);
    expect(await store.timelines.get(id)).toMatchObject({ state: 'posting', reason: null });
    expect(await workOff(store, { id, turn })).toEqual(['send b']);
  });

  test('failed can not be resumed, but removed', async () => {
    const store = await open();
    const { id } = await begun(store, 'a');
    expect(await store.timelines.fail(id, 'channel-gone')).toBe(true);
    expect(await store.timelines.resume(id)).toBe(false);
    expect(await store.timelines.get(id)).toMatchObject({ state: 'failed', reason: 'channel-gone' });
    expect(await store.timelines.withdraw(id)).toBe(true);
  });

  test('a revision edits what changed, deletes what is gone and adds at the end', async () => {
    const store = await open();
    const timeline = await begun(store, 'a', 'b', 'c');
    await workOff(store, timeline);
    await store.timelines.finish(timeline.id, timeline.turn);
    const [a, , c] = await store.timelines.items(timeline.id);
    const revision = {
      knowledge: 'v2',
      changed: new Map([[a?.id ?? '', planned('a2')]]),
      added: [planned('d')],
      removed: [c?.id ?? ''],
    };
    expect(await store.timelines.revise(timeline.id, revision)).toBe(true);
    expect(await store.timelines.revise(timeline.id, revision)).toBe(false);
    expect(await workOff(store, timeline)).toEqual(['edit a2', 'delete c', 'send d']);
    expect(await store.timelines.finish(timeline.id, timeline.turn)).toBe(true);
    expect(await store.timelines.get(timeline.id)).toMatchObject({ state: 'done', knowledge: 'v2' });
    expect(await states(store, timeline.id)).toEqual(['a2 posted', 'b posted', 'c removed', 'd posted']);
  });

  test('a message sent as it was before a revision is edited once it is found', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a');
    const step = await store.timelines.claimNext(id, turn);
    const itemId = step?.item.id ?? '';
    await store.timelines.stop(id, null);
    const changed = new Map([[itemId, planned('a2')]]);
    await store.timelines.revise(id, { knowledge: 'v2', changed, added: [], removed: [] });
    expect(await store.timelines.claimNext(id, turn)).toMatchObject({ does: 'send', repeated: true });
    await store.timelines.recordPosted(itemId, 'm0');
    expect(await workOff(store, { id, turn })).toEqual(['edit a2']);
  });

  test('a message that was not there is sent as it is now', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a');
    const step = await store.timelines.claimNext(id, turn);
    const itemId = step?.item.id ?? '';
    await store.timelines.stop(id, null);
    const changed = new Map([[itemId, planned('a2')]]);
    await store.timelines.revise(id, { knowledge: 'v2', changed, added: [], removed: [] });
    await store.timelines.recordAttempt(itemId);
    await store.timelines.recordPosted(itemId, 'm0');
    expect(await workOff(store, { id, turn })).toEqual([]);
    expect(await store.timelines.finish(id, turn)).toBe(true);
  });

  test('a stale message waits for the next revision; one deleted by hand stays away', async () => {
    const store = await open();
    const timeline = await begun(store, 'a', 'b');
    const { id, turn } = timeline;
    await workOff(store, timeline);
    await store.timelines.finish(id, turn);
    const [a, b] = (await store.timelines.items(id)).map((item) => item.id);
    const changed = new Map([
      [a ?? '', planned('a2')],
      [b ?? '', planned('b2')],
    ]);
    await store.timelines.revise(id, { knowledge: 'v2', changed, added: [], removed: [] });
    await store.timelines.recordStale(a ?? '');
    await store.timelines.recordGone(b ?? '');
    expect(await store.timelines.finish(id, turn)).toBe(true);
    expect(await states(store, id)).toEqual(['a2 stale', 'b2 deleted-by-hand']);
    await store.timelines.revise(id, { knowledge: 'v3', changed: new Map(), added: [], removed: [b ?? ''] });
    expect(await workOff(store, timeline)).toEqual(['edit a2']);
    expect(await states(store, id)).toEqual(['a2 posted', 'b2 deleted-by-hand']);
  });

  test('removal goes backwards, leaves out what was never sent, and hides the timeline', async () => {
    const store = await open();
    const { id, turn } = await begun(store, 'a', 'b', 'c', 'd');
    for (const message of ['m0', 'm1']) {
      const step = await store.timelines.claimNext(id, turn);
      await store.timelines.recordPosted(step?.item.id ?? '', message);
    }
    const onItsWay = await store.timelines.claimNext(id, turn);
    expect(await store.timelines.withdraw(id)).toBe(true);
    await store.timelines.recordPosted(onItsWay?.item.id ?? '', 'm2');
    expect(await states(store, id)).toEqual(['a removing', 'b removing', 'c removing', 'd removed']);
    expect(await store.timelines.claimNext(id, turn)).toMatchObject({ does: 'delete', item: { messageId: 'm2' } });
    expect(await workOff(store, { id, turn })).toEqual(['delete c', 'delete b', 'delete a']);
    expect(await store.timelines.finish(id, turn)).toBe(true);
    expect(await store.timelines.get(id)).toMatchObject({ state: 'removed' });
    expect(await store.timelines.list('g')).toEqual([]);
  });

  test('two workers of one turn never get the same new message', async () => {
    const where = await open();
    const { id, turn } = await begun(where, 'a', 'b', 'c');
    const steps = await Promise.all(Array.from({ length: 10 }, () => where.timelines.claimNext(id, turn)));
    expect(steps.filter((step) => step && !step.repeated)).toHaveLength(1);
  });

  test('lists a server’s own, newest first, with thread and report', async () => {
    const store = await open();
    const one = await begun(store, 'a');
    const other = await begun(store, 'a');
    await store.timelines.recordThread(one.id, 'thread');
    await store.timelines.setReport(one.id, { message: 'm' });
    const foreign = await store.timelines.draft({ ...request, guildId: 'elsewhere' });
    await store.timelines.begin(foreign.id, [], 'v1');
    const listed: Timeline[] = await store.timelines.list('g');
    expect(listed.map(({ id }) => id)).toEqual([other.id, one.id]);
    expect(listed[1]).toMatchObject({ threadId: 'thread', report: { message: 'm' } });
    expect((await store.timelines.inState('posting')).map(({ id }) => id)).toEqual([one.id, other.id, foreign.id]);
  });
});

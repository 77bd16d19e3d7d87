import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Handler } from '../../src/store/queue/queue.ts';
import type { Json, Store } from '../../src/store/store.ts';
import { describeStores } from './backends.ts';

/** A handler that notes what it's given; `next(n)` awaits the n-th. */
function recorder(during: Handler = async () => {}) {
  const seen: Json[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const handler: Handler = async (data, signal) => {
    seen.push(data);
    for (const one of waiting) if (seen.length >= one.count) one.resolve();
    await during(data, signal);
  };
  const reach = (count: number): Promise<void> =>
    new Promise((resolve) => {
      if (seen.length >= count) resolve();
      else waiting.push({ count, resolve });
    });
  return { seen, handler, reach };
}

/** Sends a last job and awaits it: whatever was waiting before has been taken by then. */
async function afterAllOf(store: Store, name: string, { seen, reach }: ReturnType<typeof recorder>): Promise<void> {
  const before = seen.length;
  await store.queue.send(name, 'last');
  await reach(before + 1);
  while (!seen.includes('last')) await reach(seen.length + 1);
}

const gate = () => Promise.withResolvers<void>();

describeStores('queue', ({ fresh, open }) => {
  test('a job sent before and one sent after its handler is there are both done, once', async () => {
    const store = await open();
    const jobs = recorder();
    await store.queue.send('a', { n: 1 });
    await store.queue.work('a', jobs.handler);
    await store.queue.send('a', { n: 2 });
    await jobs.reach(2);
    await afterAllOf(store, 'a', jobs);
    expect(jobs.seen).toEqual([{ n: 1 }, { n: 2 }, 'last']);
  });

  test('names are apart, and have one handler each', async () => {
    const store = await open();
    const [a, b] = [recorder(), recorder()];
    await store.queue.work('a', a.handler);
    await store.queue.work('b', b.handler);
    await store.queue.send('b', 'for b');
    await store.queue.send('a', 'for a');
    await Promise.all([a.reach(1), b.reach(1)]);
    expect([a.seen, b.seen]).toEqual([['for a'], ['for b']]);
    await expect(store.queue.work('a', a.handler)).rejects.toMatchObject({ code: 'twice' });
  });

  test('of a key one job waits', async () => {
    const store = await open();
    for (const n of [1, 2, 3]) await store.queue.send('a', n, { key: 'k' });
    await store.queue.send('a', 4, { key: 'other' });
    const jobs = recorder();
    await store.queue.work('a', jobs.handler);
    await jobs.reach(2);
    // Long enough for a second job of the key, had it been kept, to have come after the first.
    await store.queue.send('a', 5, { key: 'k', runAt: Date.now() + 1500 });
    while (!jobs.seen.includes(5)) await jobs.reach(jobs.seen.length + 1);
    expect([...jobs.seen].sort()).toEqual([1, 4, 5]);
  });

  test('one sent while its key is under way runs after it, never beside it, in whatever process', async () => {
    const where = await fresh();
    const stores = await Promise.all([open(where), open(where)]);
    const hold = gate();
    let beside = 0;
    let most = 0;
    const jobs = recorder(async () => {
      beside += 1;
      most = Math.max(most, beside);
      await hold.promise;
      beside -= 1;
    });
    for (const { queue } of stores) await queue.work('a', jobs.handler);
    await stores[0].queue.send('a', 1, { key: 'k' });
    await jobs.reach(1);
    await stores[1].queue.send('a', 2, { key: 'k' });
    await stores[0].queue.send('a', 'unrelated', { key: 'other' });
    while (!jobs.seen.includes('unrelated')) await jobs.reach(jobs.seen.length + 1);
    hold.resolve();
    await jobs.reach(3);
    expect([...jobs.seen].sort()).toEqual([1, 2, 'unrelated']);
    // The unrelated one may run beside either; two of the key may not.
    expect(most).toBe(2);
  });

  test('a job waits for its time', async () => {
    const store = await open();
    const jobs = recorder();
    await store.queue.work('a', jobs.handler);
    const runAt = Date.now() + 700;
    await store.queue.send('a', 'later', { runAt });
    await store.queue.send('a', 'now');
    await jobs.reach(2);
    expect(Date.now()).toBeGreaterThanOrEqual(runAt);
    expect(jobs.seen).toEqual(['now', 'later']);
  });

  test('a job whose handler fails is tried again', async () => {
    const store = await open();
    let failed = false;
    const jobs = recorder(async () => {
      if (failed) return;
      failed = true;
      throw new Error('not yet');
    });
    await store.queue.work('a', jobs.handler);
    await store.queue.send('a', 'x', { key: 'k' });
    await jobs.reach(2);
    expect(jobs.seen).toEqual(['x', 'x']);
  });

  test('closing aborts handlers, waits for them, and their jobs run again', async () => {
    const where = await fresh();
    const first = await open(where);
    let ended = false;
    const cut = recorder(async (_data, signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended = true;
    });
    await first.queue.work('a', cut.handler);
    await first.queue.send('a', 'x', { key: 'k' });
    await cut.reach(1);
    await first.close();
    expect(ended).toBe(true);
    const second = await open(where);
    const jobs = recorder();
    await second.queue.work('a', jobs.handler);
    await jobs.reach(1);
    expect(jobs.seen).toEqual(['x']);
    await expect(first.queue.work('b', jobs.handler)).rejects.toMatchObject({ code: 'closed' });
  });

  test('many jobs over three openings: each once', async () => {
    const where = await fresh();
    const stores = await Promise.all([open(where), open(where), open(where)]);
    const jobs = recorder(() => wait(1));
    for (const { queue } of stores) await queue.work('a', jobs.handler);
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(numbers.map((n) => stores[n % 3]?.queue.send('a', n, { key: String(n) })));
    await jobs.reach(60);
    await Promise.all(stores.map((store) => store.close()));
    expect([...jobs.seen].sort((a, b) => Number(a) - Number(b))).toEqual(numbers);
  });
});

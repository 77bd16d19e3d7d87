/**
 * A process that posts a timeline to a file, for tests to kill: a line for a message. It does what a poster must do,
 * and waits between the steps so that a kill meets each of them.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/store/open.ts';

const { where, channel } = JSON.parse(process.argv[2] ?? '') as {
  where: { dataDir: string; databaseUrl?: string; lease: number };
  channel: string;
};
const store = await openStore({ ...where, log: { warn: console.warn, error: console.error } });
const sent = (): string[] => (existsSync(channel) ? readFileSync(channel, 'utf8').split('\n').filter(Boolean) : []);

await store.queue.work('post', async (id, signal) => {
  if (typeof id !== 'string') return;
  const turn = await store.timelines.takeOver(id);
  for (;;) {
    if (signal.aborted) return;
    const step = await store.timelines.claimNext(id, turn);
    if (!step) break;
    const { item } = step;
    await wait(Math.random() * 4);
    if (!step.repeated || !sent().includes(item.id)) {
      if (step.repeated) await store.timelines.recordAttempt(item.id);
      appendFileSync(channel, `${item.id}\n`);
    }
    await wait(Math.random() * 4);
    await store.timelines.recordPosted(item.id, `message-${item.position}`);
  }
  await store.timelines.finish(id, turn);
});
process.send?.('working');
process.on('SIGTERM', async () => {
  await store.close();
  process.exit(0);
});

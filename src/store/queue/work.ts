/** Takes jobs and hands them to their handlers, wherever the jobs are kept. */
import { randomUUID } from 'node:crypto';
import { StoreError } from '../error.ts';
import type { StoreLog } from '../log.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Handler, Queue } from './queue.ts';

/** How often the store is asked for what other processes sent, or what has fallen due: half a second at most late. */
const POLL = 500;
/** Of one name in one process. Jobs wait for Discord nearly all of their time. */
const AT_ONCE = 8;
/** A job whose handler failed this often is given up; they are tried 1, 2, 4 … 64 seconds apart. */
const FAILURES = 8;

/** A queue over jobs kept somewhere. */
export function createQueue(jobs: Jobs, log: StoreLog): Queue {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const wakers = new Map<string, () => void>();
  const loops: Promise<void>[] = [];

  async function run(job: Job, handler: Handler, cut: AbortController): Promise<void> {
    const stop = () => cut.abort();
    stopping.signal.addEventListener('abort', stop);
    if (stopping.signal.aborted) stop();
    try {
      await handler(job.data, cut.signal);
      await (cut.signal.aborted ? jobs.giveBack(job, Date.now()) : jobs.done(job));
    } catch (error) {
      await afterFailure(job, error, cut.signal.aborted);
    } finally {
      stopping.signal.removeEventListener('abort', stop);
    }
  }

  async function afterFailure(job: Job, error: unknown, cutShort: boolean): Promise<void> {
    const failures = job.failures + (cutShort ? 0 : 1);
    const about = { err: error, job: job.name, key: job.key, failures };
    try {
      if (failures >= FAILURES) {
        log.error(about, 'a job failed too often and is given up');
        await jobs.done(job);
      } else {
        log.warn(about, 'a job failed and will be tried again');
        await jobs.giveBack({ ...job, failures }, Date.now() + 1000 * 2 ** Math.max(0, failures - 1));
      }
    } catch (unwritten) {
      // The store can't be reached. Whoever finds the job taken by nobody alive will do it.
      log.error({ err: unwritten, job: job.name, key: job.key }, 'a job could not be given back');
    }
  }

  async function loop(name: string, handler: Handler): Promise<void> {
    let here = 0;
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => wakers.set(name, resolve));
      const cut = new AbortController();
      const job = here < AT_ONCE ? await takeOrNone(name, () => cut.abort()) : undefined;
      if (!job) {
        await pause(woken);
        continue;
      }
      here += 1;
      const done = run(job, handler, cut).finally(() => {
        here -= 1;
        running.delete(done);
        wakers.get(name)?.();
      });
      running.add(done);
    }
  }

  async function takeOrNone(name: string, lost: () => void): Promise<Job | undefined> {
    try {
      return await jobs.take(name, lost);
    } catch (error) {
      log.warn({ err: error, job: name }, 'jobs could not be looked for');
      return undefined;
    }
  }

  /** Until woken, stopped, or it's time to look again. */
  function pause(woken: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL);
      const end = () => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', end);
        resolve();
      };
      stopping.signal.addEventListener('abort', end);
      void woken.then(end);
    });
  }

  return {
    async send(name, data, { key = randomUUID(), runAt = Date.now() } = {}) {
      await jobs.prepare(name);
      await jobs.put({ name, key, data, failures: 0 }, runAt);
      wakers.get(name)?.();
    },

    async work(name, handler) {
      if (stopping.signal.aborted) throw new StoreError('closed', 'The store is closed');
      if (wakers.has(name)) throw new StoreError('twice', `"${name}" has a handler already`);
      wakers.set(name, () => {});
      await jobs.prepare(name);
      loops.push(loop(name, handler));
    },

    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await Promise.all(running);
    },
  };
}

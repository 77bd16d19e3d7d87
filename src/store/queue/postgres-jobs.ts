/**
 * Jobs in pg-boss. It hands each job out once, but learns that a process is gone only when the job's time is over; so
 * whoever has a job also holds PostgreSQL's advisory lock of its key, which the server frees as soon as the process is
 * dead. A job that is taken and whose lock is free is nobody's, and goes back.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import type { StoreLog } from '../log.ts';
import type { Job, Jobs } from './jobs.ts';
import { createLocks } from './locks.ts';

/** Waiting time of a job of whose key another is under way: looked at again after this, milliseconds. */
const AGAIN = 1000;
/** How often abandoned jobs are looked for, milliseconds. */
const SWEEP = 1000;

type Envelope = Pick<Job, 'data' | 'failures'>;

/** The schema must be there: see `installBoss`. */
export async function createPostgresJobs(pool: pg.Pool, databaseUrl: string, log: StoreLog): Promise<Jobs> {
  const boss = bossOver(pool, log);
  await boss.start();
  const locks = createLocks(databaseUrl, log);
  const prepared = new Set<string>();
  const swept = new Map<string, number>();

  const lockName = ({ name, key }: Pick<Job, 'name' | 'key'>): string => JSON.stringify([name, key]);

  const put = async ({ name, key, data, failures }: Omit<Job, 'id'>, runAt: number): Promise<void> => {
    // What is due goes without a time, for the server's clock may be behind.
    const when = runAt > Date.now() ? { startAfter: new Date(runAt) } : {};
    await boss.send(name, { data, failures } satisfies Envelope, { singletonKey: key, ...when });
  };

  /** Done with a job here, whatever comes of it there. */
  const letGo = async (job: Job, last: () => Promise<void>): Promise<void> => {
    try {
      await last();
      await boss.deleteJob(job.name, job.id);
    } finally {
      await locks.free(lockName(job));
    }
  };

  /** Puts jobs back whose process is gone. */
  async function sweep(name: string): Promise<void> {
    if (Date.now() - (swept.get(name) ?? 0) < SWEEP) return;
    swept.set(name, Date.now());
    // A second's grace: a job is taken a moment before its lock is.
    const { rows } = await pool.query<{ id: string; key: string }>(
      `SELECT id, singleton_key AS key FROM pgboss.job
       WHERE name = $1 AND state = 'active' AND started_on < now() - interval '1 second'`,
      [name],
    );
    for (const { id, key } of rows) {
      const lock = lockName({ name, key });
      if (!(await locks.take(lock))) continue;
      try {
        await boss.fail(name, id, { message: 'its process is gone' });
      } finally {
        await locks.free(lock);
      }
    }
  }

  return {
    async prepare(name) {
      if (prepared.has(name)) return;
      // `short`: one job of a key waits at most. Killed processes count as retries, so there is no end to those.
      await boss.createQueue(name, {
        name,
        policy: 'short',
        retryLimit: 1_000_000,
        retryDelay: 0,
        expireInSeconds: 23 * 3600,
      });
      prepared.add(name);
    },

    put,

    async take(name, lost) {
      await sweep(name);
      const [row] = await boss.fetch<Envelope>(name, { batchSize: 1, priority: false, includeMetadata: true });
      if (!row) return undefined;
      const job: Job = { id: row.id, name, key: row.singletonKey ?? randomUUID(), ...row.data };
      if (await locks.take(lockName(job), lost)) return job;
      await put(job, Date.now() + AGAIN);
      await boss.deleteJob(name, job.id);
      return undefined;
    },

    done: (job) => letGo(job, async () => {}),
    giveBack: (job, runAt) => letGo(job, () => put(job, runAt)),

    async close() {
      await boss.stop({ graceful: false, close: false });
      await locks.close();
    },
  };
}

/** Makes or updates pg-boss's tables. Not safe twice at once: callers see to that. */
export async function installBoss(pool: pg.Pool, log: StoreLog): Promise<void> {
  const boss = bossOver(pool, log);
  await boss.start();
  await boss.stop({ graceful: false, close: false });
}

function bossOver(pool: pg.Pool, log: StoreLog): PgBoss {
  // Without its own schedules: ours know daylight-saving time and days that were missed.
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'pg-boss met an error'));
  return boss;
}

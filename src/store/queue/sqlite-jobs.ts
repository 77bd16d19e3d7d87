/** Jobs in a table, taken by lease: a process that is killed renews no more, and its jobs are free when they lapse. */
import type { Database } from '../database.ts';
import { nonce } from '../ids.ts';
import type { StoreLog } from '../log.ts';
import type { Job, Jobs } from './jobs.ts';

/** `lease`: milliseconds. */
export function createSqliteJobs(db: Database, lease: number, log: StoreLog): Jobs {
  /** By job, who has taken it here and the timer that renews the lease. */
  const held = new Map<string, { owner: string; timer: NodeJS.Timeout }>();

  function hold(id: string, owner: string, lost: () => void): void {
    const renew = async (): Promise<void> => {
      try {
        const { numUpdatedRows } = await db
          .updateTable('jobs')
          .set({ leasedUntil: Date.now() + lease })
          .where('id', '=', id)
          .where('owner', '=', owner)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n && held.get(id)?.owner === owner) lost();
      } catch (error) {
        log.warn({ err: error }, 'a lease could not be renewed');
      }
    };
    held.set(id, { owner, timer: setInterval(renew, lease / 4) });
  }

  /** @returns the owner under which it was held */
  function letGo(id: string): string {
    const hold = held.get(id);
    clearInterval(hold?.timer);
    held.delete(id);
    return hold?.owner ?? '';
  }

  return {
    async prepare() {},

    async put({ name, key, data, failures }, runAt) {
      await db
        .insertInto('jobs')
        .values({ id: nonce(), name, key, data: JSON.stringify(data), failures, runAt, owner: null, leasedUntil: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async take(name, lost) {
      const now = Date.now();
      const owner = nonce();
      const row = await db
        .updateTable('jobs')
        .set({ owner, leasedUntil: now + lease })
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('jobs as next')
            .select('next.id')
            .where('next.name', '=', name)
            .where('next.runAt', '<=', now)
            .where(({ or, eb }) => or([eb('next.owner', 'is', null), eb('next.leasedUntil', '<=', now)]))
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('jobs as other')
                    .select('other.id')
                    .whereRef('other.name', '=', 'next.name')
                    .whereRef('other.key', '=', 'next.key')
                    .whereRef('other.id', '!=', 'next.id')
                    .where('other.leasedUntil', '>', now),
                ),
              ),
            )
            .orderBy('next.runAt')
            .limit(1),
        )
        .returning(['id', 'key', 'data', 'failures'])
        .executeTakeFirst();
      if (!row) return undefined;
      hold(row.id, owner, lost);
      return { ...row, name, data: JSON.parse(row.data) };
    },

    async done({ id }) {
      await db.deleteFrom('jobs').where('id', '=', id).where('owner', '=', letGo(id)).execute();
    },

    async giveBack({ id, name, key, failures }: Job, runAt) {
      const owner = letGo(id);
      await db.transaction().execute(async (transaction) => {
        const waiting = await transaction
          .selectFrom('jobs')
          .select('id')
          .where('name', '=', name)
          .where('key', '=', key)
          .where('owner', 'is', null)
          .executeTakeFirst();
        const mine = { id, owner };
        if (waiting)
          await transaction.deleteFrom('jobs').where('id', '=', mine.id).where('owner', '=', mine.owner).execute();
        else
          await transaction
            .updateTable('jobs')
            .set({ owner: null, leasedUntil: null, failures, runAt })
            .where('id', '=', mine.id)
            .where('owner', '=', mine.owner)
            .execute();
      });
    },

    async close() {
      for (const id of [...held.keys()]) letGo(id);
    },
  };
}

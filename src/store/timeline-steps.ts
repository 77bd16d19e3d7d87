/** What a worker does with a timeline: one message at a time, each step written before it is taken. */
import type { Transaction } from 'kysely';
import type { Database, Tables } from './database.ts';
import { instant } from './ids.ts';
import type { Item, Timelines, TimelineWork } from './store.ts';
import { readItem, WORK } from './timeline-rows.ts';

type Steps = Pick<
  Timelines,
  | 'recordThread'
  | 'takeOver'
  | 'claimNext'
  | 'recordAttempt'
  | 'recordPosted'
  | 'recordEdited'
  | 'recordStale'
  | 'recordGone'
  | 'recordRemoved'
  | 'finish'
>;

export function createSteps(db: Database): Steps {
  const update = (itemId: string) => db.updateTable('items').where('id', '=', itemId);

  return {
    async recordThread(id, threadId) {
      await db.updateTable('timelines').set({ threadId, updatedAt: instant() }).where('id', '=', id).execute();
    },

    async takeOver(id) {
      const { turn } = await db
        .updateTable('timelines')
        .set(({ eb }) => ({ turn: eb('turn', '+', 1) }))
        .where('id', '=', id)
        .returning('turn')
        .executeTakeFirstOrThrow();
      return turn;
    },

    claimNext: (id, turn) =>
      db.transaction().execute(async (transaction) => {
        const work = await hold(transaction, id, turn);
        const item = work && (await nextItem(transaction, id, work));
        if (!item) return undefined;
        if (item.state === 'removing') return { does: 'delete', item, repeated: false };
        if (item.state === 'posted') return { does: 'edit', item, repeated: false };
        if (item.state === 'sending') return { does: 'send', item, repeated: true };
        const begun = { state: 'sending', sentHash: item.hash, attemptedAt: Date.now() } as const;
        await transaction.updateTable('items').set(begun).where('id', '=', item.id).execute();
        return { does: 'send', item: { ...item, ...begun }, repeated: false };
      }),

    async recordAttempt(itemId) {
      await update(itemId)
        .set(({ ref }) => ({ sentHash: ref('hash'), attemptedAt: Date.now() }))
        .where('state', '=', 'sending')
        .execute();
    },

    async recordPosted(itemId, messageId) {
      await update(itemId)
        .set(({ eb }) => ({
          // Withdrawn while it was on its way: it stands there now, and is to be deleted.
          state: eb
            .case()
            .when('state', 'in', ['removing', 'removed'])
            .then('removing' as const)
            .else('posted' as const)
            .end(),
          messageId,
          postedAt: Date.now(),
        }))
        .where('state', 'in', ['sending', 'removing', 'removed'])
        .execute();
    },

    async recordEdited(itemId, hash) {
      await update(itemId).set({ sentHash: hash, editedAt: Date.now() }).execute();
    },

    async recordStale(itemId) {
      await update(itemId).set({ state: 'stale' }).where('state', '=', 'posted').execute();
    },

    async recordGone(itemId) {
      await update(itemId)
        .set({ state: 'deleted-by-hand' })
        .where('state', 'in', ['sending', 'posted', 'stale', 'removing'])
        .execute();
    },

    async recordRemoved(itemId) {
      await update(itemId).set({ state: 'removed' }).where('state', '=', 'removing').execute();
    },

    finish: (id, turn) =>
      db.transaction().execute(async (transaction) => {
        const work = await hold(transaction, id, turn);
        if (!work || (await nextItem(transaction, id, work))) return false;
        await transaction
          .updateTable('timelines')
          .set({ state: work === 'removing' ? 'removed' : 'done' })
          .where('id', '=', id)
          .execute();
        return true;
      }),
  };
}

/** Locks a timeline that is being worked on in this turn. @returns the work; undefined where it isn't so */
async function hold(transaction: Transaction<Tables>, id: string, turn: number): Promise<TimelineWork | undefined> {
  const row = await transaction
    .updateTable('timelines')
    .set({ updatedAt: instant() })
    .where('id', '=', id)
    .where('turn', '=', turn)
    .where('state', 'in', WORK)
    .returning('state')
    .executeTakeFirst();
  return row?.state as TimelineWork | undefined;
}

/** What is to be sent, edited or deleted next. A removal goes from the last message to the first. */
async function nextItem(transaction: Transaction<Tables>, id: string, work: TimelineWork): Promise<Item | undefined> {
  const row = await transaction
    .selectFrom('items')
    .selectAll()
    .where('timelineId', '=', id)
    .where(({ or, and, eb, ref }) =>
      or([
        eb('state', 'in', ['planned', 'sending', 'removing']),
        and([eb('state', '=', 'posted'), eb('hash', '!=', ref('sentHash'))]),
      ]),
    )
    .orderBy('position', work === 'removing' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return row && readItem(row);
}

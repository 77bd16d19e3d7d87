/** A timeline's life: drafted, begun, revised, withdrawn, stopped and gone on with. */
import type { Database, TimelineRow } from './database.ts';
import { instant, shortId } from './ids.ts';
import type { Timelines } from './store.ts';
import { content, plan, readItem, readTimeline, transition, WORK } from './timeline-rows.ts';
import { createSteps } from './timeline-steps.ts';

export function createTimelines(db: Database): Timelines {
  /** Working → stopped or failed, keeping what was under way. */
  const halt = async (id: string, state: 'stopped' | 'failed', reason: string): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('timelines')
      .set(({ ref }) => ({
        // Both see the row as it was; what was stopped already keeps what it resumes.
        ...(state === 'stopped' ? { resumes: ref('state') as never } : {}),
        state,
        reason,
        updatedAt: instant(),
      }))
      .where('id', '=', id)
      .where('state', 'in', state === 'failed' ? [...WORK, 'stopped'] : WORK)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };

  return {
    ...createSteps(db),

    async draft({ options, key = null, ...timeline }) {
      const now = instant();
      const row: TimelineRow = {
        ...timeline,
        id: shortId(),
        key,
        options: JSON.stringify(options),
        state: 'draft',
        resumes: null,
        reason: 'null',
        threadId: null,
        report: 'null',
        knowledge: null,
        turn: 0,
        createdAt: now,
        updatedAt: now,
      };
      await db
        .insertInto('timelines')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      if (key === null) return readTimeline(row);
      return readTimeline(
        await db.selectFrom('timelines').selectAll().where('key', '=', key).executeTakeFirstOrThrow(),
      );
    },

    async get(id) {
      const row = await db.selectFrom('timelines').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readTimeline(row);
    },

    async list(guildId) {
      const rows = await db
        .selectFrom('timelines')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('state', 'not in', ['draft', 'removed'])
        .orderBy('createdAt', 'desc')
        .execute();
      return rows.map(readTimeline);
    },

    async inState(...states) {
      if (states.length === 0) return [];
      const rows = await db
        .selectFrom('timelines')
        .selectAll()
        .where('state', 'in', states)
        .orderBy('createdAt')
        .execute();
      return rows.map(readTimeline);
    },

    async items(id) {
      const rows = await db.selectFrom('items').selectAll().where('timelineId', '=', id).orderBy('position').execute();
      return rows.map(readItem);
    },

    begin: (id, items, knowledge) =>
      transition(db, id, ['draft'], 'posting', { knowledge }, (transaction) => plan(transaction, id, items, 0)),

    revise: (id, { knowledge, changed, added, removed }) =>
      transition(db, id, ['done', 'stopped'], 'updating', { knowledge }, async (transaction) => {
        const ofThis = transaction.updateTable('items').where('timelineId', '=', id);
        await ofThis.set({ state: 'posted' }).where('state', '=', 'stale').execute();
        for (const [item, planned] of changed)
          await ofThis
            .set(content(planned))
            .where('id', '=', item)
            .where('state', 'in', ['planned', 'sending', 'posted'])
            .execute();
        if (removed.length > 0) {
          await ofThis.set({ state: 'removed' }).where('id', 'in', removed).where('state', '=', 'planned').execute();
          await ofThis
            .set({ state: 'removing' })
            .where('id', 'in', removed)
            .where('state', 'in', ['sending', 'posted'])
            .execute();
        }
        const { last } = await transaction
          .selectFrom('items')
          .select(({ fn }) => fn.max<number | null>('position').as('last'))
          .where('timelineId', '=', id)
          .executeTakeFirstOrThrow();
        await plan(transaction, id, added, (last ?? -1) + 1);
      }),

    withdraw: (id) =>
      transition(db, id, ['posting', 'updating', 'done', 'stopped', 'failed'], 'removing', {}, async (transaction) => {
        const ofThis = transaction.updateTable('items').where('timelineId', '=', id);
        await ofThis.set({ state: 'removed' }).where('state', '=', 'planned').execute();
        await ofThis.set({ state: 'removing' }).where('state', 'in', ['sending', 'posted', 'stale']).execute();
      }),

    stop: (id, reason) => halt(id, 'stopped', JSON.stringify(reason)),
    fail: (id, reason) => halt(id, 'failed', JSON.stringify(reason)),

    async resume(id) {
      const { numUpdatedRows } = await db
        .updateTable('timelines')
        .set(({ ref }) => ({ state: ref('resumes') as never, resumes: null, reason: 'null', updatedAt: instant() }))
        .where('id', '=', id)
        .where('state', '=', 'stopped')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async cancel(id) {
      const { numDeletedRows } = await db
        .deleteFrom('timelines')
        .where('id', '=', id)
        .where('state', '=', 'draft')
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },

    async discardDrafts(createdBefore) {
      const { numDeletedRows } = await db
        .deleteFrom('timelines')
        .where('state', '=', 'draft')
        .where('createdAt', '<', createdBefore)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    async setReport(id, report) {
      await db
        .updateTable('timelines')
        .set({ report: JSON.stringify(report) })
        .where('id', '=', id)
        .execute();
    },
  };
}

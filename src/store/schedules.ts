import type { Database, ScheduleRow } from './database.ts';
import { instant, shortId } from './ids.ts';
import type { Schedule, Schedules } from './store.ts';

export function createSchedules(db: Database): Schedules {
  const change = async (
    id: string,
    from: readonly Schedule['state'][],
    to: Partial<Pick<ScheduleRow, 'state' | 'nextAt'>>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await db
      .updateTable('schedules')
      .set(to)
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  };

  return {
    async add({ options, ...schedule }) {
      const row: ScheduleRow = {
        ...schedule,
        id: shortId(),
        options: JSON.stringify(options),
        state: 'active',
        cursor: 'null',
        lastRun: null,
        createdAt: instant(),
      };
      await db.insertInto('schedules').values(row).execute();
      return read(row);
    },

    async get(id) {
      const row = await db.selectFrom('schedules').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },

    async list(guildId) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('state', '!=', 'ended')
        .orderBy('createdAt')
        .execute();
      return rows.map(read);
    },

    async due(now) {
      const rows = await db
        .selectFrom('schedules')
        .selectAll()
        .where('state', '=', 'active')
        .where('nextAt', '<=', now)
        .orderBy('nextAt')
        .execute();
      return rows.map(read);
    },

    async nextAt() {
      const first = await db
        .selectFrom('schedules')
        .select('nextAt')
        .where('state', '=', 'active')
        .orderBy('nextAt')
        .limit(1)
        .executeTakeFirst();
      return first?.nextAt;
    },

    async advance(id, from, { nextAt, cursor, lastRun }) {
      const { numUpdatedRows } = await db
        .updateTable('schedules')
        .set({ nextAt, cursor: JSON.stringify(cursor), lastRun })
        .where('id', '=', id)
        .where('state', '=', 'active')
        .where('nextAt', '=', from)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    pause: (id) => change(id, ['active'], { state: 'paused' }),
    unpause: (id, nextAt) => change(id, ['paused'], { state: 'active', nextAt }),
    end: (id) => change(id, ['active', 'paused'], { state: 'ended' }),
  };
}

const read = ({ options, cursor, ...row }: ScheduleRow): Schedule => ({
  ...row,
  options: JSON.parse(options),
  cursor: JSON.parse(cursor),
});

import { type Kysely, sql } from 'kysely';

/** The queue's table, in SQLite only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('jobs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('run_at', 'bigint', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('leased_until', 'bigint')
    .execute();
  await db.schema
    .createIndex('jobs_waiting')
    .unique()
    .on('jobs')
    .columns(['name', 'key'])
    .where(sql.ref('owner'), 'is', null)
    .execute();
  await db.schema.createIndex('jobs_next').on('jobs').columns(['name', 'run_at']).execute();
}

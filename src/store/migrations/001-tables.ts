import type { Kysely } from 'kysely';

/** Settings, timelines and their messages, schedules, audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('scope_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('settings_key', ['scope', 'scope_id', 'key'])
    .execute();

  await db.schema
    .createTable('timelines')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.unique())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('requester_id', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('resumes', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('thread_id', 'text')
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('knowledge', 'text')
    .addColumn('turn', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('timelines_guild').on('timelines').columns(['guild_id', 'created_at']).execute();
  await db.schema.createIndex('timelines_state').on('timelines').columns(['state', 'created_at']).execute();

  await db.schema
    .createTable('items')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('timeline_id', 'text', (column) => column.notNull().references('timelines.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('records', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('sent_hash', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('attempted_at', 'bigint')
    .addColumn('posted_at', 'bigint')
    .addColumn('edited_at', 'bigint')
    .addUniqueConstraint('items_position', ['timeline_id', 'position'])
    .execute();

  await db.schema
    .createTable('schedules')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('requester_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hour', 'integer')
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('every_minutes', 'integer')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('catch_up', 'text', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('cursor', 'text', (column) => column.notNull())
    .addColumn('last_run', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('schedules_due').on('schedules').columns(['state', 'next_at']).execute();
  await db.schema.createIndex('schedules_guild').on('schedules').columns(['guild_id', 'created_at']).execute();

  await db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_guild').on('audit').columns(['guild_id', 'at']).execute();
}

/** Opens the store: SQLite in a folder, or PostgreSQL. */
import { CamelCasePlugin, type Dialect, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createAudit } from './audit.ts';
import type { Database, Tables } from './database.ts';
import { StoreError } from './error.ts';
import type { StoreLog } from './log.ts';
import { migrate } from './migrate.ts';
import { connectionOptions, openPool } from './postgres.ts';
import type { Jobs } from './queue/jobs.ts';
import { createPostgresJobs, installBoss } from './queue/postgres-jobs.ts';
import { createSqliteJobs } from './queue/sqlite-jobs.ts';
import { createQueue } from './queue/work.ts';
import { createSchedules } from './schedules.ts';
import { createSettings } from './settings.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Store } from './store.ts';
import { createTimelines } from './timelines.ts';

export interface StoreOptions {
  /** Folder of the embedded database; made if it isn't there. */
  readonly dataDir: string;
  /** PostgreSQL instead. */
  readonly databaseUrl?: string;
  readonly log: StoreLog;
  /** SQLite: how long jobs of a killed process stay taken, milliseconds. PostgreSQL knows at once. */
  readonly lease?: number;
}

/** Long against the stalls of a busy machine, short for someone who waits for their timeline to go on. */
const LEASE = 10_000;

/** Opens the store and brings its tables to this version. @throws StoreError `migration` or `unreachable` */
export async function openStore({ dataDir, databaseUrl, log, lease = LEASE }: StoreOptions): Promise<Store> {
  try {
    return await (databaseUrl ? openPostgres(databaseUrl, log) : openSqlite(dataDir, lease, log));
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError('unreachable', 'The database cannot be opened', { cause: error });
  }
}

async function openSqlite(dataDir: string, lease: number, log: StoreLog): Promise<Store> {
  const db = database(sqliteDialect(dataDir));
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOver(db, createSqliteJobs(db, lease, log), log);
}

async function openPostgres(databaseUrl: string, log: StoreLog): Promise<Store> {
  const pool = openPool(databaseUrl, log);
  const db = database(new PostgresDialect({ pool }));
  try {
    await alone(databaseUrl, log, async () => {
      await migrate(db, 'postgres');
      await installBoss(pool, log);
    });
    return storeOver(db, await createPostgresJobs(pool, databaseUrl, log), log);
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Of all processes that open the database, one at a time: two that make the same tables stumble over each other. */
async function alone(databaseUrl: string, log: StoreLog, install: () => Promise<void>): Promise<void> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  client.on('error', (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended('jylnama:install', 0))");
    await install();
  } finally {
    await client.end();
  }
}

const database = (dialect: Dialect): Database => new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });

function storeOver(db: Database, jobs: Jobs, log: StoreLog): Store {
  const queue = createQueue(jobs, log);
  return {
    settings: createSettings(db),
    timelines: createTimelines(db),
    schedules: createSchedules(db),
    audit: createAudit(db),
    queue,
    async close() {
      await queue.stop();
      await jobs.close();
      await db.destroy();
    },
  };
}

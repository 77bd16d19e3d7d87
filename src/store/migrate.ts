/** Brings a database's tables to this version. */
import { type Migration, Migrator } from 'kysely';
import type { Database } from './database.ts';
import { StoreError } from './error.ts';
import * as tables from './migrations/001-tables.ts';
import * as jobs from './migrations/002-jobs.ts';

/**
 * Runs what has not run yet, all in one transaction; several processes at once are safe. A later version's database is
 * refused rather than written to. @throws StoreError `migration`
 */
export async function migrate(db: Database, kind: 'sqlite' | 'postgres'): Promise<void> {
  const migrations: Record<string, Migration> = {
    '001-tables': tables,
    ...(kind === 'sqlite' ? { '002-jobs': jobs } : {}),
  };
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error)
    throw new StoreError('migration', `The database can't be brought to this version: ${message(error)}`, {
      cause: error,
    });
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

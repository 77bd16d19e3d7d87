/** Whoever has a job must learn that it can no longer be said to be theirs alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CamelCasePlugin, Kysely } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import type { Tables } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createLocks } from '../../src/store/queue/locks.ts';
import { createSqliteJobs } from '../../src/store/queue/sqlite-jobs.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { startPostgres } from '../support/postgres.ts';

const quiet = { warn: () => {}, error: () => {} };

test('SQLite: a lease that lapsed while the process stood still, and was taken by another', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  const db = new Kysely<Tables>({ dialect: sqliteDialect(dataDir), plugins: [new CamelCasePlugin()] });
  await migrate(db, 'sqlite');
  const lease = 200;
  const [one, other] = [createSqliteJobs(db, lease, quiet), createSqliteJobs(db, lease, quiet)];
  await one.put({ name: 'a', key: 'k', data: 1, failures: 0 }, 0);
  const lost = Promise.withResolvers<void>();
  const first = await one.take('a', lost.resolve);
  expect(await other.take('a', () => {})).toBeUndefined();

  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, lease + 50);
  const second = await other.take('a', () => {});
  expect(second).toEqual(first);
  await lost.promise;

  // The one that lost it changes nothing any more.
  if (first) await one.done(first);
  expect(await db.selectFrom('jobs').select('id').execute()).toHaveLength(1);
  if (second) await other.done(second);
  expect(await db.selectFrom('jobs').select('id').execute()).toHaveLength(0);
  await Promise.all([one.close(), other.close()]);
  await db.destroy();
  rmSync(dataDir, { recursive: true });
});

test('PostgreSQL: a connection that broke loses its locks, says so, and is made anew', async () => {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  const [one, other] = [createLocks(url, quiet), createLocks(url, quiet)];
  const lost = Promise.withResolvers<void>();
  expect(await Promise.all([one.take('x', lost.resolve), one.take('y')])).toEqual([true, true]);
  expect([await one.take('x'), await other.take('x')]).toEqual([false, false]);
  await one.free('y');
  expect(await other.take('y')).toBe(true);

  const client = new pg.Client(url);
  await client.connect();
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
  await client.end();
  await lost.promise;
  expect(await one.take('x')).toBe(true);
  expect(await other.take('x')).toBe(false);
  await one.free('x');
  expect(await other.take('x')).toBe(true);
  await Promise.all([one.close(), other.close()]);
  await postgres.stop();
});

/** One suite over both databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';

export interface Where {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly lease: number;
}

export interface Backend {
  /** An empty database. */
  fresh(): Promise<Where>;
  /** Closed at the end of the test, if not before. */
  open(where?: Where): Promise<Store>;
}

/** Milliseconds: what a test waits for the jobs of a killed process. */
const LEASE = 800;

const quiet = { warn: () => {}, error: () => {} };

export function describeStores(name: string, suite: (backend: Backend) => void): void {
  const directories: string[] = [];
  const stores: Store[] = [];
  let postgres: Postgres | undefined;

  const directory = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'store-'));
    directories.push(made);
    return made;
  };
  const backend = (fresh: () => Promise<Where>): Backend => ({
    fresh,
    async open(where) {
      const store = await openStore({ ...(where ?? (await fresh())), log: quiet });
      stores.push(store);
      return store;
    },
  });

  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  afterAll(() => {
    for (const one of directories) rmSync(one, { recursive: true, force: true });
  });

  describe(`${name} (SQLite)`, () => suite(backend(async () => ({ dataDir: directory(), lease: LEASE }))));

  describe(`${name} (PostgreSQL)`, () => {
    beforeAll(async () => {
      postgres = await startPostgres();
    });
    afterAll(() => postgres?.stop());
    suite(
      backend(async () => {
        if (!postgres) throw new Error('PostgreSQL is not running');
        return { dataDir: directory(), databaseUrl: await postgres.createDatabase(), lease: LEASE };
      }),
    );
  });
}

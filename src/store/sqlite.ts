/** Kysely's SQLite dialect over the driver that comes with Node. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

/** How long a query waits while another process writes, and how often it asks, milliseconds. Writes take a few. */
const PATIENCE = 10_000;
const PAUSE = 5;
/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * The database in `dataDir`, which is made if need be. Safe against a kill at any instant and a loss of power: WAL,
 * and with synchronous=FULL each commit is on disk before it answers (NORMAL may lose the last ones with the power;
 * then a message that was sent would be sent again).
 */
export function sqliteDialect(dataDir: string): Dialect {
  return new NodeSqliteDialect({ database: async () => openDatabase(dataDir) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
  override createDriver(): Driver {
    return new PatientDriver(this.#config);
  }
}

/** SQLite rolls tables back like rows; Kysely is careful and says no. Needed for migrations to be all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite's own waiting would hold up the whole process, so it's done here. */
class PatientDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => patiently(connection, query),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }
}

async function patiently<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await connection.executeQuery<R>(query);
    } catch (error) {
      // What is busy has done nothing, so it may be asked again.
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || Date.now() > until) throw error;
      await wait(PAUSE * (1 + Math.random()));
    }
  }
}

function openDatabase(dataDir: string): SqliteDatabase {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'jylnama.db'), { timeout: 5000, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0;');
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A transaction that reads before it writes would fail, not wait, where another process wrote in between.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

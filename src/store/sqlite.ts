/** Kysely's SQLite dialect over the driver that comes with Node. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, type DialectAdapter, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';

/** SQLite rolls tables back like rows; Kysely is careful and says no. Needed for migrations to be all or nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * The database in `dataDir`, which is made if need be. Safe against a kill at any instant and a loss of power: WAL,
 * and with synchronous=FULL each commit is on disk before it answers (NORMAL may lose the last ones with the power;
 * then a message that was sent would be sent again).
 */
export function sqliteDialect(dataDir: string): Dialect {
  return new NodeSqliteDialect({ database: async () => openDatabase(dataDir) });
}

function openDatabase(dataDir: string): SqliteDatabase {
  mkdirSync(dataDir, { recursive: true });
  // Other processes' writes take milliseconds; the timeout is for a machine that is busy with other things.
  const database = new DatabaseSync(join(dataDir, 'jylnama.db'), {
    timeout: 10_000,
    enableForeignKeyConstraints: true,
  });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
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

/** Connections to PostgreSQL. */
import pg from 'pg';
import type { StoreLog } from './log.ts';

/** Of int8, whose values here are instants and counts, far below 2^53. */
const INT8 = 20;

const types = {
  getTypeParser: ((oid, format) =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Settings of every connection: one that died without a word is noticed within half a minute, at both ends. */
export const connectionOptions = (connectionString: string): pg.ClientConfig => ({
  connectionString,
  types,
  application_name: 'jylnama',
  keepAlive: true,
  connectionTimeoutMillis: 10_000,
});

export const KEEPALIVE =
  'SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 25000';

/** A pool that outlives the server's restarts: what is idle then is dropped, and opened anew when needed. */
export function openPool(databaseUrl: string, log: StoreLog): pg.Pool {
  const pool = new pg.Pool({ ...connectionOptions(databaseUrl), max: 8 });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to PostgreSQL was lost'));
  return pool;
}

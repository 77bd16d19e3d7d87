/** PostgreSQL's advisory locks, held by one connection: when the process or the connection dies, they are free. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { StoreLog } from '../open.ts';
import { connectionOptions, KEEPALIVE } from '../postgres.ts';

export interface Locks {
  /** False: held already, here or elsewhere. `lost` is called if the lock is, other than by `free`. */
  take(name: string, lost?: () => void): Promise<boolean>;
  free(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Connects when first needed, and again after a loss. */
export function createLocks(databaseUrl: string, log: StoreLog): Locks {
  /** The server would give a connection the same lock twice; this doesn't. */
  const held = new Map<string, () => void>();
  let connection: Promise<pg.Client> | undefined;

  function connect(): Promise<pg.Client> {
    connection ??= open();
    return connection;
  }

  async function open(): Promise<pg.Client> {
    const client = new pg.Client(connectionOptions(databaseUrl));
    const drop = (): void => {
      connection = undefined;
      const losers = [...held.values()];
      held.clear();
      for (const lost of losers) lost();
    };
    client.once('end', drop);
    client.on('error', (error) => log.warn({ err: error }, 'the connection that holds locks was lost'));
    try {
      await client.connect();
      await client.query(KEEPALIVE);
      return client;
    } catch (error) {
      drop();
      throw error;
    }
  }

  return {
    async take(name, lost = () => {}) {
      if (held.has(name)) return false;
      held.set(name, lost);
      try {
        const client = await connect();
        const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
          number(name),
        ]);
        // Lost meanwhile: `drop` has emptied the list.
        if (rows[0]?.taken && held.has(name)) return true;
        held.delete(name);
        return false;
      } catch (error) {
        held.delete(name);
        throw error;
      }
    },

    async free(name) {
      if (!held.delete(name)) return;
      const client = await connect();
      await client.query('SELECT pg_advisory_unlock($1)', [number(name)]);
    },

    async close() {
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}

/** Locks go by 64-bit numbers. Two names of one number would only wait for each other. */
const number = (name: string): string => createHash('sha256').update(name).digest().readBigInt64BE().toString();

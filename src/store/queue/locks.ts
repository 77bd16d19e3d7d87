/** PostgreSQL's advisory locks, held by one connection: when the process or the connection dies, they are free. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { StoreLog } from '../log.ts';
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
  let last: Promise<unknown> = Promise.resolve();

  /** One query after the other, as a connection wants it. */
  function ask(sql: string, name: string): Promise<boolean> {
    const answer = last.then(async () => {
      connection ??= open();
      const client = await connection;
      const { rows } = await client.query<{ done: boolean }>(sql, [number(name)]);
      return rows[0]?.done ?? false;
    });
    last = answer.catch(() => {});
    return answer;
  }

  /** Unless someone else has taken it since. */
  function forget(name: string, mine: () => void): void {
    if (held.get(name) === mine) held.delete(name);
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
      const mine = () => lost();
      held.set(name, mine);
      const taken = await ask('SELECT pg_try_advisory_lock($1) AS done', name).catch((error) => {
        forget(name, mine);
        throw error;
      });
      // Lost meanwhile: `drop` has emptied the list.
      if (taken && held.get(name) === mine) return true;
      forget(name, mine);
      return false;
    },

    async free(name) {
      const mine = held.get(name);
      if (!mine) return;
      // Until the server has been asked it's held. Whatever it says, it no longer is then.
      await ask('SELECT pg_advisory_unlock($1) AS done', name).finally(() => forget(name, mine));
    },

    async close() {
      await last;
      const client = await connection?.catch(() => undefined);
      await client?.end();
    },
  };
}

/** Locks go by 64-bit numbers. Two names of one number would only wait for each other. */
const number = (name: string): string => createHash('sha256').update(name).digest().readBigInt64BE().toString();

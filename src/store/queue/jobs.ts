/** What a queue needs of where its jobs are kept. */
import type { Json } from '../store.ts';

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly data: Json;
  /** How often its handler has failed. */
  readonly failures: number;
}

export interface Jobs {
  /** Before a name is used for the first time. */
  prepare(name: string): Promise<void>;
  /** Does nothing where one of the key waits already. */
  put(job: Omit<Job, 'id'>, runAt: number): Promise<void>;
  /**
   * The next job that is due and of whose key no other is taken, or one whose taker is dead. `lost` is called if it can
   * no longer be said that nobody else has it.
   */
  take(name: string, lost: () => void): Promise<Job | undefined>;
  /** Done; never to be seen again. */
  done(job: Job): Promise<void>;
  /** Not done: waits again, until `runAt`. */
  giveBack(job: Job, runAt: number): Promise<void>;
  /** All jobs taken here are done or given back. */
  close(): Promise<void>;
}

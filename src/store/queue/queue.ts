/** Work that must survive a restart, and that one process at a time does. */
import type { Json } from '../store.ts';

/**
 * Done at least once: a job given to a process that is killed is given to another within the lease. Handlers go on
 * from what the store says, and never from what they remember.
 */
export interface Queue {
  /**
   * With a `key`, no second job of that key waits beside one that waits already (the first one's data and time stay),
   * and no two run at a time, in any process. One sent while another runs is kept, and runs after it. Without `runAt`,
   * at once.
   */
  send(name: string, data: Json, options?: { readonly key?: string; readonly runAt?: number }): Promise<void>;
  /** Once for each name and process. @throws StoreError `twice` */
  work(name: string, handler: Handler): Promise<void>;
  /** Aborts the signal of every handler, waits for them to return, and takes no more. Jobs cut short run again. */
  stop(): Promise<void>;
}

/**
 * Resolves when the job is done. Rejects: it is tried again later, for about two minutes, and then given up with a line
 * in the log; what can be foreseen is better dealt with by the handler. `signal` aborts when the store closes
 * or another process may have taken the job: return as soon as what is under way has ended.
 */
export type Handler = (data: Json, signal: AbortSignal) => Promise<void>;

import type { Logger } from 'pino';

/** What the store tells of: connections lost, jobs given up. */
export type StoreLog = Pick<Logger, 'warn' | 'error'>;

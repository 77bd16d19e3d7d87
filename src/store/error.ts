/**
 * `twice`: a queue was given a second handler for the same work. `closed`: the store is closed. `migration`: the
 * database's tables can't be brought to this version. `unreachable`: the database can't be opened. `cause` says why.
 */
export type StoreErrorCode = 'twice' | 'closed' | 'migration' | 'unreachable';

/** The store was used wrongly, or can't be opened. What a database itself throws is passed on as it is. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

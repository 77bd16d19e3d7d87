/** Refusals in Discord's own words: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */

/** HTTP status and wording of each JSON error code that this server gives. */
const known = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10087: [404, 'Unknown tag'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30032: [400, 'Maximum number of application commands reached'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  40005: [413, 'Request entity too large'],
  40033: [400, 'This message has already been crossposted.'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50019: [400, 'A message can only be pinned in the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [403, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
} as const satisfies Record<number, [status: number, message: string]>;

export type KnownCode = keyof typeof known;

/** A request that Discord would refuse: the HTTP status, Discord's JSON code and what else stands in the body. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly data: Record<string, unknown>;

  constructor(status: number, code: number, message: string, data: Record<string, unknown> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.data = data;
  }

  /** The body as Discord sends it: `{ message, code, … }`. */
  get body(): Record<string, unknown> {
    return { message: this.message, code: this.code, ...this.data };
  }
}

/** The refusal that Discord gives under this code. */
export function refusal(code: KnownCode, data?: Record<string, unknown>): ApiError {
  const [status, message] = known[code];
  return new ApiError(status, code, message, data);
}

/** A missing or wrong token. */
export const unauthorised = (): ApiError => new ApiError(401, 0, '401: Unauthorized');

/** A route that does not exist. */
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');

/** The server could not start: `port-in-use` or `port-not-allowed`. */
export class LocalDiscordError extends Error {
  readonly code: 'port-in-use' | 'port-not-allowed';
  readonly port: number;

  constructor(code: 'port-in-use' | 'port-not-allowed', port: number, cause: unknown) {
    super(`The local Discord cannot listen on port ${port} (${code})`, { cause });
    this.name = 'LocalDiscordError';
    this.code = code;
    this.port = port;
  }
}

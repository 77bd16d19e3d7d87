/** One request that the bot made, and how it went. */
export interface LoggedRequest {
  method: string;
  /** Without `/api/v10`, tokens of interactions left out. */
  path: string;
  /** As sent, files left out. */
  body: unknown;
  status: number;
  /** Discord's JSON error code, where refused. */
  code?: number;
  /** The refusal's body. */
  error?: unknown;
  /** Set where a fault that somebody asked for gave the answer, not the rules. */
  injected?: true;
}

export interface RequestLog {
  /** The latest 10,000, oldest first. */
  readonly all: readonly LoggedRequest[];
  /** Those that broke a rule. A bot that behaves has none. */
  refused(): LoggedRequest[];
  /** Those whose `METHOD path` matches. */
  matching(pattern: RegExp): LoggedRequest[];
  clear(): void;
}

const kept = 10_000;

/** A log and the function that writes into it. */
export function createRequestLog(): { log: RequestLog; record: (request: LoggedRequest) => void } {
  const all: LoggedRequest[] = [];
  const log: RequestLog = {
    all,
    refused: () => all.filter((request) => request.status >= 400 && !request.injected),
    matching: (pattern) => all.filter((request) => pattern.test(`${request.method} ${request.path}`)),
    clear: () => void all.splice(0),
  };
  return {
    log,
    record(request) {
      all.push(request);
      if (all.length > kept * 1.1) all.splice(0, all.length - kept);
    },
  };
}

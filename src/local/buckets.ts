/** Rate limits, kept as Discord keeps them: https://discord.com/developers/docs/topics/rate-limits */

/** So many requests in so many seconds. */
export interface Limit {
  requests: number;
  seconds: number;
}

/**
 * Discord publishes no figures and changes them; these are what bots report. A bot must go by the headers.
 * Routes that are not named here have `other`. `global` is for everything but interactions.
 */
export const defaultLimits = {
  'message-create': { requests: 5, seconds: 5 },
  'message-edit': { requests: 5, seconds: 5 },
  'message-delete': { requests: 5, seconds: 1 },
  'thread-create': { requests: 5, seconds: 5 },
  'webhook-message': { requests: 5, seconds: 2 },
  'old-edit': { requests: 20, seconds: 60 },
  other: { requests: 50, seconds: 1 },
  global: { requests: 50, seconds: 1 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof defaultLimits;

/** What a request used up. `resetAfter` and `retryAfter` are seconds. */
export interface Use {
  limit: number;
  remaining: number;
  resetAfter: number;
  allowed: boolean;
}

export interface Buckets {
  /** Counts one request against `key` under the limit called `name`. */
  take(name: LimitName, key: string): Use;
  /** Counts one request of the whole application; seconds to wait where that is too many. */
  takeGlobal(): number | null;
}

/**
 * Buckets in real time: clients count in real time, whatever the server's clock is set to.
 * @param limits replaces single defaults
 */
export function createBuckets(limits: Partial<Record<string, Limit>> = {}): Buckets {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  const limitOf = (name: LimitName): Limit => limits[name] ?? defaultLimits[name];
  const all = limitOf('global');
  // Windows of client and server do not coincide: a client that keeps to its own may bring two windows' worth at once.
  const capacity = all.requests * 2;
  let tokens = capacity;
  let filledAt = performance.now();
  return {
    take(name, key) {
      const time = performance.now();
      const { requests, seconds } = limitOf(name);
      let bucket = buckets.get(key);
      if (!bucket || bucket.resetAt <= time) {
        if (buckets.size > 1_000) for (const [old, { resetAt }] of buckets) if (resetAt <= time) buckets.delete(old);
        bucket = { used: 0, resetAt: time + seconds * 1_000 };
        buckets.set(key, bucket);
      }
      const allowed = bucket.used < requests;
      if (allowed) bucket.used += 1;
      const resetAfter = Math.ceil(bucket.resetAt - time) / 1_000;
      return { limit: requests, remaining: requests - bucket.used, resetAfter, allowed };
    },
    takeGlobal() {
      const time = performance.now();
      const perMillisecond = all.requests / (all.seconds * 1_000);
      tokens = Math.min(capacity, tokens + (time - filledAt) * perMillisecond);
      filledAt = time;
      if (tokens < 1) return Math.ceil((1 - tokens) / perMillisecond) / 1_000;
      tokens -= 1;
      return null;
    },
  };
}

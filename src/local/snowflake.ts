/** First millisecond of Discord's ids: https://discord.com/developers/docs/reference#snowflakes */
const epoch = 1_420_070_400_000n;

/**
 * Makes ids that carry the time of `clock` (milliseconds since 1970) and always grow, even where the clock stands still
 * or goes back.
 */
export function snowflakes(clock: () => number): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Math.floor(clock())) - epoch) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}

/** The millisecond (since 1970) at which an id was made. */
export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + epoch);

/** Orders ids by age, oldest first. */
export const byAge = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

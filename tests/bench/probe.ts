/** Loaded into a measured process before anything else: tells its memory and processor time when asked. */

export interface Vitals {
  /** Bytes. */
  readonly rss: number;
  /** Bytes of JavaScript heap that are in use after a collection. */
  readonly heap: number;
  /** Milliseconds of processor time since the process began. */
  readonly cpu: number;
}

process.on('message', () => {
  const { rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  global.gc?.();
  const { heapUsed } = process.memoryUsage();
  process.send?.({ rss, heap: heapUsed, cpu: (user + system) / 1000 } satisfies Vitals);
});
// It ends with whoever measures, and listening alone does not keep it alive.
process.on('disconnect', () => process.exit());
process.channel?.unref();

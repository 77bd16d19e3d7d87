/** When a schedule runs. Days are those of its time zone, so that each has one run, whatever the clocks do. */

/** An instant, milliseconds since 1970, with the local day that it belongs to. */
export interface Run {
  readonly at: number;
  /** ISO date. */
  readonly day: string;
}

/** Whether a name is a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/**
 * The run of a local day. An hour that the clocks leave out is the next one that there is; of one that comes twice, the
 * first (Temporal's `compatible`).
 */
export function runOf(day: string, hour: number, timeZone: string): Run {
  const local = Temporal.PlainDate.from(day).toPlainDateTime({ hour });
  return { day, at: local.toZonedDateTime(timeZone).epochMilliseconds };
}

/** The first run after an instant. */
export function runAfter(instant: number, hour: number, timeZone: string): Run {
  let day = dayAt(instant, timeZone);
  for (;;) {
    const run = runOf(day.toString(), hour, timeZone);
    if (run.at > instant) return run;
    day = day.add({ days: 1 });
  }
}

/** The last run at an instant or before. */
export function runUntil(instant: number, hour: number, timeZone: string): Run {
  let day = dayAt(instant, timeZone);
  for (;;) {
    const run = runOf(day.toString(), hour, timeZone);
    if (run.at <= instant) return run;
    day = day.subtract({ days: 1 });
  }
}

const dayAt = (instant: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();

/** The first of the instants `from`, `from + every`, … after `now`. `every`: minutes. */
export function stepAfter(from: number, every: number, now: number): number {
  const step = every * 60_000;
  return from + Math.max(1, Math.floor((now - from) / step) + 1) * step;
}

import type { Item, Timeline } from '../store/store.ts';

/** How it stands with a timeline at work, for people. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Null before anything can be said. */
  readonly secondsLeft: number | null;
}

/** Counted over messages that are to be there, or in a removal, that were. */
export function progressOf(items: readonly Item[], timeline: Timeline, elapsed: number, steps: number): Progress {
  const removing = timeline.state === 'removing';
  const counted = items.filter(({ state }) => state !== 'deleted-by-hand' && (removing || state !== 'removed'));
  const isDone = ({ state, sentHash, hash }: Item): boolean =>
    removing ? state === 'removed' : state === 'stale' || (state === 'posted' && sentHash === hash);
  const done = counted.filter(isDone).length;
  const secondsLeft = steps > 2 ? Math.ceil(((counted.length - done) * elapsed) / steps / 1000) : null;
  return { done, total: counted.length, secondsLeft };
}

import { type Answer, answerWithin, type Pending, settle } from '../interactions.ts';
import type { World } from '../world.ts';

/** The bot's first answer, or `failed` once 3 s have passed. */
export function answerTo(world: World, pending: Pending): Promise<Answer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      // An answer that is being carried out at this instant came in time.
      if (!pending.claimed) settle(world, pending, { outcome: 'failed', reason: 'The application did not respond' });
    }, answerWithin);
    const check = () => {
      if (!pending.answer) return;
      clearTimeout(timer);
      stop();
      resolve(pending.answer);
    };
    const stop = world.listen(check);
    check();
  });
}

/** How long `until` waits where nothing is said: milliseconds. */
const patience = 5_000;

/**
 * Waits until `find` gives something other than undefined, asking it anew after every event.
 * @param within milliseconds
 * @throws Error where that does not happen in time
 */
export function until<T>(world: World, find: () => T | undefined, within = patience): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${within} ms in vain for: ${find}`));
    }, within);
    const check = () => {
      const found = find();
      if (found === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(found);
    };
    const stop = world.listen(check);
    check();
  });
}

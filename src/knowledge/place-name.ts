/** Places are called what they were called then. */
import type { DateSpan } from './date.ts';
import type { LoadedPlace } from './model.ts';
import type { Localised } from './schema.ts';

/** The name that a place bore on a date's first day, by its name history; its title where that tells none. */
export function nameAt({ title, nameHistory }: LoadedPlace, { from }: DateSpan): Localised {
  if (!from) return title;
  const borne = nameHistory.findLast(
    (name) => (name.from?.from ?? '0000') <= from && from <= (name.to?.to ?? '9999') && (name.from || name.to),
  );
  return borne?.name ?? title;
}

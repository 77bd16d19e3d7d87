/** Figures of which the accounts differ. None is averaged, none left out. */
import type { DateSpan } from './date.ts';
import type { Figure, Knowledge, LoadedEvent, LoadedPlace, LoadedStatement } from './model.ts';

/** One figure, and the statements that give it; whoever speaks in them says so. */
export interface DisputeSide {
  readonly figure: Figure;
  readonly statements: readonly LoadedStatement[];
}

export interface Dispute {
  readonly event: LoadedEvent;
  readonly measure: string;
  /** The place that is counted, where it is known to be one. */
  readonly place?: LoadedPlace;
  /** The day or period that is counted. */
  readonly date: DateSpan;
  /** At least two, in the order of the event's statements. */
  readonly sides: readonly DisputeSide[];
}

/**
 * Every count of one measure, place and time within one event for which different figures are given, in the order of
 * the events. A figure without a place counts the event's, where that has only one; one without a date counts its
 * statement's day, or else the event's.
 */
export function findDisputes({ records }: Pick<Knowledge, 'records'>): Dispute[] {
  return [...records.values()].flatMap((record) => (record.type === 'event' ? disputesOf(record) : []));
}

function disputesOf(event: LoadedEvent): Dispute[] {
  const counts = new Map<string, { count: Omit<Dispute, 'sides'>; sides: Map<string, DisputeSide> }>();
  for (const statement of event.statements) {
    for (const figure of statement.figures) {
      const { measure, place = onlyPlace(event), date = statement.date ?? event.date, value, min, max } = figure;
      const key = [measure, place?.id, date.edtf].join(' ');
      const { count, sides } = counts.get(key) ?? {
        count: { event, measure, date, ...(place && { place }) },
        sides: new Map<string, DisputeSide>(),
      };
      counts.set(key, { count, sides });
      const amount = [value, min, max].join(' ');
      const side = sides.get(amount) ?? { figure, statements: [] };
      sides.set(amount, { ...side, statements: [...side.statements, statement] });
    }
  }
  return [...counts.values()]
    .filter(({ sides }) => sides.size > 1)
    .map(({ count, sides }) => ({ ...count, sides: [...sides.values()] }));
}

const onlyPlace = ({ places }: LoadedEvent): LoadedPlace | undefined => (places.length === 1 ? places[0] : undefined);

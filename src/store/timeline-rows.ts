/** Timelines and their messages between rows and what callers see. */
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { Database, ItemRow, Tables, TimelineRow } from './database.ts';
import { instant, nonce } from './ids.ts';
import type { Item, PlannedItem, Timeline, TimelineState, TimelineWork } from './store.ts';

export const WORK: readonly TimelineWork[] = ['posting', 'updating', 'removing'];

export function readTimeline(row: Selectable<TimelineRow>): Timeline {
  const { turn: _turn, resumes: _resumes, options, reason, report, ...rest } = row;
  return { ...rest, options: JSON.parse(options), reason: JSON.parse(reason), report: JSON.parse(report) };
}

export const readItem = ({ records, body, ...row }: Selectable<ItemRow>): Item => ({
  ...row,
  records: JSON.parse(records),
  body: JSON.parse(body),
});

export const content = ({ records, body, hash }: PlannedItem): Pick<ItemRow, 'records' | 'body' | 'hash'> => ({
  records: JSON.stringify(records),
  body: JSON.stringify(body),
  hash,
});

/** SQLite takes 32,766 values a statement; an item has 12. */
const ROWS_AT_ONCE = 1000;

/** Adds messages that are yet to be sent, at positions from `first` on. */
export async function plan(
  transaction: Transaction<Tables>,
  timelineId: string,
  items: readonly PlannedItem[],
  first: number,
): Promise<void> {
  const rows = items.map(
    (item, index): Insertable<ItemRow> => ({
      id: nonce(),
      timelineId,
      position: first + index,
      ...content(item),
      sentHash: null,
      state: 'planned',
      messageId: null,
      attemptedAt: null,
      postedAt: null,
      editedAt: null,
    }),
  );
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await transaction
      .insertInto('items')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
}

/** What a transition sets besides the state. */
export type Change = Partial<Pick<TimelineRow, 'resumes' | 'reason' | 'knowledge'>>;

/**
 * Takes a timeline from one of some states to another, then does `rest`, in one transaction. The first statement
 * writes, so that the row is locked: nobody else changes the timeline until the end.
 * @returns false, and nothing done, where its state is none of `from`
 */
export async function transition(
  db: Database,
  id: string,
  from: readonly TimelineState[],
  to: TimelineState,
  change: Change,
  rest: (transaction: Transaction<Tables>) => Promise<void> = async () => {},
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('timelines')
      .set({ state: to, reason: 'null', resumes: null, updatedAt: instant(), ...change })
      .where('id', '=', id)
      .where('state', 'in', from)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await rest(transaction);
    return true;
  });
}

/** What a message is made of, before anybody knows how it will be shown. */
import type { Source } from '../knowledge/schema.ts';

/** A line of a message, in plain text: it is escaped when laid out. */
export interface Block {
  text: string;
  /**
   * `lead`: bold, on top. `heading`: bold, kept with what follows. `item`: with a bullet. `listed`: its sources are
   * listed below without a number in the line, and a line without text takes no room.
   */
  style?: 'lead' | 'heading' | 'item' | 'listed';
  /** Words before the text, in bold: "Where". */
  label?: string;
  /** Who says so; stands in the same line, after a dash. */
  attribution?: string | null;
  sources?: readonly Source[];
  /** Stands on the same page as what follows, if a page holds both: one of several accounts that differ. */
  keep?: boolean;
}

/** An empty line. */
export const GAP: Block = { text: '' };

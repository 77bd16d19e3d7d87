/** The words by which a language asks: one table a language, each the same shape. */

/** What kind of thing is asked for. */
export type Kind =
  | 'compare'
  | 'how-long'
  | 'how-many'
  | 'when'
  | 'where'
  | 'why'
  /** What somebody or something is called. */
  | 'name'
  | 'who'
  | 'happened'
  | 'list'
  | 'yes-no'
  | 'what'
  | 'words';

/** Patterns are matched against folded words joined by single spaces, Kazakh ones in Cyrillic. */
export interface Asking {
  /** Of two that begin at the same place, the one named first decides. */
  readonly kinds: Readonly<Partial<Record<Kind, RegExp>>>;
  /** In a statement as it is written, words that measure time; and words that give a reason. */
  readonly duration: RegExp;
  readonly reason: RegExp;
  /** A word for whoever leads something, with the word after it: "head of" is, "head office" is not. */
  readonly leader: RegExp;
  /** Advice, opinions and predictions: of what one should do, what is good, what is to come. */
  readonly opinion: readonly RegExp[];
  /** Greetings, thanks and the like, which ask nothing of the records. */
  readonly smallTalk: readonly RegExp[];
  /** What tells the bot to be or to do something, in place of a question. */
  readonly instruction: readonly RegExp[];
}

/** A pattern that matches whole words: `(^| )(…)( |$)`. */
export const words = (pattern: string): RegExp => new RegExp(`(?<=^| )(?:${pattern})(?= |$)`);

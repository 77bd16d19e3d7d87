/** A question as it was understood. */
import type { AskedDate } from '../language/question-dates.ts';
import type { Kind } from '../language/question-kind.ts';
import type { Token } from '../language/tokens.ts';
import type { Sought } from '../search/language-index.ts';
import type { Mention } from '../search/names.ts';

export interface Asked {
  /** As read: cleaned, without markup, at most `longest` characters. */
  readonly text: string;
  /** The language it is written in. */
  readonly language: string;
  readonly kind: Kind;
  readonly opinion: boolean;
  /** It greets or thanks. */
  readonly smallTalk: boolean;
  /** It tells the bot to do something else than to answer. */
  readonly instruction: boolean;
  readonly tokens: readonly Token[];
  readonly folded: ReadonlySet<string>;
  /** Folded words joined by spaces, Kazakh ones in Cyrillic, for patterns. */
  readonly plain: string;
  readonly dates: readonly AskedDate[];
  /** The tokens that say them. */
  readonly dateTokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Ids of measures asked for, likeliest first. */
  readonly measures: readonly string[];
  /** Ids of kinds of event asked for. */
  readonly kinds: readonly string[];
  /** Terms to rank by: every content word, names in their standard spelling. */
  readonly search: Sought;
  /** Terms that are neither name, date nor measure: what is asked about them. */
  readonly topic: readonly Topic[];
  /** A name of somebody else: a surname that records know, beside a given name that its people do not have. */
  readonly stranger: string | null;
  /** Those of them that stand beside the word that asks, as far as they tell something: "what **medal** did …". */
  readonly focus: readonly Topic[];
}

export interface Topic {
  readonly term: string;
  readonly token: Token;
}

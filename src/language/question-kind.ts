/** What kind of thing is asked for, by the words that ask. */
import type { Asking, Kind } from './asking/asking.ts';
import { english } from './asking/en.ts';
import { kazakh } from './asking/kk.ts';
import { russian } from './asking/ru.ts';
import { kazakhToCyrillic } from './kazakh.ts';

export type { Kind } from './asking/asking.ts';

const tables: Readonly<Record<string, Asking>> = { en: english, ru: russian, kk: kazakh };
const none: Asking = {
  kinds: {},
  duration: /\d/,
  reason: /(?!)/,
  leader: /(?!)/,
  opinion: [],
  smallTalk: [],
  instruction: [],
};
const tableOf = (language: string): Asking => tables[language] ?? none;

export interface AskingWords {
  readonly kind: Kind;
  /** Their positions among the words: first, and the one after the last; equal where nothing asks. */
  readonly first: number;
  readonly end: number;
}

/** Asked for wherever they stand; and asked for only where nothing else is. */
const always = new Set<Kind>(['compare']);
const last = new Set<Kind>(['yes-no']);
const rank = (kind: Kind) => (always.has(kind) ? 0 : last.has(kind) ? 2 : 1);

/**
 * What is asked for, and the words that ask: of several, those that come first ("who was there when …").
 * @param plain the question's folded words joined by spaces, Kazakh ones in Cyrillic.
 */
export function askingWords(plain: string, language: string): AskingWords {
  let best: { kind: Kind; at: number; text: string } | undefined;
  for (const [name, pattern] of Object.entries(tableOf(language).kinds)) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const kind = name as Kind;
    const before = best && (rank(best.kind) - rank(kind) || best.at - match.index);
    if (before === undefined || before > 0) best = { kind, at: match.index, text: match[0] };
  }
  if (!best) return { kind: 'words', first: 0, end: 0 };
  const before = plain.slice(0, best.at).trim();
  const first = before ? before.split(' ').length : 0;
  return { kind: best.kind, first, end: first + best.text.trim().split(' ').length };
}

/** Whether somebody is asked for, by whatever words. */
export const isWho = (kind: Kind): boolean => kind === 'who' || kind === 'name';

/** Whether a number is asked for: of anything, or of time. */
export const isCount = (kind: Kind): boolean => kind === 'how-many' || kind === 'how-long';

/** Kinds whose asking words name nothing else: "what date", "в каком городе", "қай жерде". */
export const onlyAsks: ReadonlySet<Kind> = new Set(['when', 'where', 'how-long', 'yes-no']);

/** Whether a statement's text has words that measure time. */
export const givesDuration = (text: string, language: string): boolean => tableOf(language).duration.test(text);

/** Whether a statement's text has words that give a reason. */
export const givesReason = (text: string, language: string): boolean => tableOf(language).reason.test(text);

/** Whether a folded word, with the one after it, means whoever leads something. */
export const isLeader = (words: string, language: string): boolean =>
  tableOf(language).leader.test(language === 'kk' ? kazakhToCyrillic(words) : words);

/** Whether advice, an opinion or a prediction is asked for. */
export const asksOpinion = (plain: string, language: string): boolean =>
  tableOf(language).opinion.some((pattern) => pattern.test(plain));

/** Whether it is a greeting, thanks or the like. */
export const isSmallTalk = (plain: string, language: string): boolean =>
  tableOf(language).smallTalk.some((pattern) => pattern.test(plain));

/** Whether the words tell the bot to do something else than to answer. */
export const isInstruction = (plain: string, language: string): boolean =>
  tableOf(language).instruction.some((pattern) => pattern.test(plain));

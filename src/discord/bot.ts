/** What every command and button works with. */
import type { Logger } from 'pino';
import type { Engine } from '../answer/types.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { WORDINGS, type WordingKey } from '../language/wording.ts';
import { chooseLanguage, type LanguageHints } from './language.ts';
import type { Publishing } from './publish/publishing.ts';

/** Knowledge and the engine made of it; they change together, in one assignment. */
export interface Serving {
  readonly knowledge: Knowledge;
  readonly engine: Engine;
}

export interface Bot {
  /** What is served now. Whoever answers asks once, and keeps to it. */
  readonly serving: () => Serving;
  readonly log: Logger;
  /** Timelines that moderators post and keep. */
  readonly publishing: Publishing;
}

/** Something the person can put right; they are told so, in their language, and nobody else is. */
export class Told extends Error {
  readonly key: WordingKey;
  readonly values: Readonly<Record<string, string>>;
  /** That of the person's Discord where absent. */
  readonly language: string | undefined;
  constructor(key: WordingKey, values: Readonly<Record<string, string>> = {}, language?: string) {
    super(key);
    this.name = 'Told';
    this.key = key;
    this.values = values;
    this.language = language;
  }
}

/** Languages in which a person can be answered: those of the records, and of the bot's own sentences. */
export function languagesOf({ knowledge }: Serving): string[] {
  return [...new Set([...knowledge.pack.languages, ...Object.keys(WORDINGS)])];
}

/** The language of a reply. */
export function languageFor(serving: Serving, hints: LanguageHints): string {
  return chooseLanguage(hints, languagesOf(serving));
}

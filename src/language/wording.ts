/** The bot's own sentences in the reader's language. */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './wording/en.ts';
import { kk } from './wording/kk.ts';
import { ru } from './wording/ru.ts';

/** The English file says which sentences there are; a language that lacks one does not pass the type check. */
export type WordingKey = keyof typeof en;
export type Wording = Readonly<Record<WordingKey, string>>;

export const WORDINGS: Readonly<Record<string, Wording>> = { en, ru, kk };
const formats = new Map<string, IntlMessageFormat>();

/** A sentence in a language (a BCP 47 tag), English where the language has none, with its values in place. */
export function say(key: WordingKey, language: string, values: Readonly<Record<string, string | number>> = {}): string {
  const tag = language in WORDINGS ? language : 'en';
  const id = `${tag} ${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat((WORDINGS[tag] as Wording)[key], tag, undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(values));
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** The name of a language in another, or its tag where there is none. */
export function languageName(tag: string, language: string): string {
  const names = languageNames.getOrInsertComputed(
    language,
    () => new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'code' }),
  );
  return names.of(tag) ?? tag;
}

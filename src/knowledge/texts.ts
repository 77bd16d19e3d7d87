/** Which of a record's texts a reader is shown. */
import type { LoadedRecord } from './model.ts';
import type { Localised } from './schema.ts';

/** The language in which texts are shown to a reader of `language`: that one, else English, else the first there is. */
export const textLanguage = (texts: Localised, language: string): string =>
  language in texts ? language : 'en' in texts ? 'en' : (Object.keys(texts)[0] ?? language);

/** A text in the reader's language, or in the one there is. */
export const inLanguage = (texts: Localised, language: string): string =>
  texts[textLanguage(texts, language)] as string;

/** A record's title in the reader's language, or in the one there is. */
export const titleOf = (record: LoadedRecord, language: string): string => inLanguage(record.title, language);

/** From statements of the knowledge to those of an answer, in the reader's language. */
import type { LoadedRecord, LoadedStatement, Speaker } from '../knowledge/model.ts';
import { textLanguage } from '../search/language-index.ts';
import type { AnswerStatement } from './types.ts';

/** A text in the reader's language, or in the one there is. */
export const inLanguage = (texts: Record<string, string>, language: string): string =>
  texts[textLanguage(texts, language)] as string;

export const titleOf = (record: LoadedRecord, language: string): string => inLanguage(record.title, language);

/** Who says so, in words; several are joined as the language joins a list. */
export function attributionOf(speakers: readonly Speaker[], language: string): string | null {
  if (speakers.length === 0) return null;
  const names = speakers.map((speaker) =>
    'record' in speaker
      ? titleOf(speaker.record, language)
      : typeof speaker.words === 'string'
        ? speaker.words
        : inLanguage(speaker.words, language),
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** A statement as a reader of `language` gets it. */
export function present(statement: LoadedStatement, language: string): AnswerStatement {
  const shown = textLanguage(statement.text, language);
  return {
    text: statement.text[shown] as string,
    language: shown,
    record: statement.record,
    date: statement.date ?? null,
    attribution: attributionOf(statement.speakers, language),
    sources: statement.sources,
    figures: statement.figures,
  };
}

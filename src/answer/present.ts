/** From statements of the knowledge to those of an answer, in the reader's language. */
import type { LoadedStatement, Speaker } from '../knowledge/model.ts';
import { inLanguage, textLanguage, titleOf } from '../knowledge/texts.ts';
import type { AnswerStatement } from './types.ts';

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

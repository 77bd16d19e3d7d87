import type { Localised } from '../knowledge/schema.ts';

/** Words in a language, or what there is: English, else the first. `language` says which it is. */
export function inLanguage(texts: Localised, language: string): { text: string; language: string } {
  for (const tag of [language, 'en', ...Object.keys(texts)]) {
    const text = texts[tag];
    if (text !== undefined) return { text, language: tag };
  }
  return { text: '', language };
}

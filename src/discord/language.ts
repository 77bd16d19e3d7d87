/** In which language a person is answered. */

/** What is known of a person's language, each a BCP 47 tag such as `ru` or `en-US`. */
export interface LanguageHints {
  /** The command's option. */
  option?: string | null;
  /** Discord's own: of the person's client. It has no Kazakh. */
  locale?: string | null;
}

/** The first of: option, Discord locale, English, that `languages` has; else its first. */
export function chooseLanguage(hints: LanguageHints, languages: readonly string[]): string {
  const wanted = [hints.option, hints.locale, 'en'];
  for (const tag of wanted) {
    if (!tag) continue;
    if (languages.includes(tag)) return tag;
    const base = tag.split('-')[0] as string;
    if (languages.includes(base)) return base;
  }
  return languages[0] ?? 'en';
}

/** What this browser remembers between visits: whom one is, the language, the theme, whether the hint was closed. */
export interface Preferences {
  theme: 'system' | 'dark' | 'light';
  /** Discord's locale of the person. */
  locale: string;
  user?: string;
  hintClosed: boolean;
}

const key = 'local-discord';

/** What was kept, or the defaults. Storage may be closed (private windows): then nothing is kept. */
export function loadPreferences(): Preferences {
  const defaults: Preferences = { theme: 'system', locale: 'en-US', hintClosed: false };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
  } catch {
    return defaults;
  }
}

/** Keeps them and lets the document show them. */
export function applyPreferences(preferences: Preferences): void {
  const { theme, locale } = preferences;
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  document.documentElement.lang = locale === 'ru' ? 'ru' : 'en';
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Not kept, then.
  }
}

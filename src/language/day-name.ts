/** A day of the year in words: `06-09` as "9 June". @param language a BCP 47 tag */
export function dayName(monthDay: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  // A leap year, so that every month and day is one of its days.
  return format.format(new Date(`2024-${monthDay}T00:00:00Z`));
}

/** Times as Discord words them, in the person's language and time zone. */
import { type Page, say } from './page.ts';

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** Seconds in a unit, largest first. */
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A time in one of the styles of `<t:seconds:style>`; as it stands where it is no time at all. */
export function formatTime(page: Page, at: Date, style: string): string {
  if (Number.isNaN(at.getTime())) return '—';
  const { locale } = page.preferences;
  if (style !== 'R') return new Intl.DateTimeFormat(locale, styles[style]).format(at);
  const seconds = (at.getTime() - Date.now()) / 1000;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

/** When a message was posted: "Today at 14:05", or the date and time. */
export function formatPosted(page: Page, timestamp: string): string {
  const at = new Date(timestamp);
  const today = at.toDateString() === new Date().toDateString();
  return today ? say(page, 'today', formatTime(page, at, 't')) : formatTime(page, at, 's');
}

import { parseDate } from '../../knowledge/date.ts';
import type { Source } from '../../knowledge/schema.ts';
import { formatSpan } from '../../language/format-date.ts';
import { languageName, say } from '../../language/wording.ts';
import { escapeMarkdown, link, plainLine, safeUrl } from '../escape.ts';
import { shorten } from '../limits.ts';
import { LONGEST_URL } from '../print.ts';

/** A headline longer than this is shortened between words. */
const HEADLINE = 150;
const NAME = 100;

/** A source in one line of Markdown: publisher, headline where it is known, date, language, how it stands to its report. */
export function describeSource(source: Source, language: string): string {
  const plain = (text: string, max: number): string => escapeMarkdown(shorten(plainLine(text), max));
  const linked = (words: string): string =>
    safeUrl(source.url).length > LONGEST_URL ? words : link(words, source.url);
  const publisher = plain(source.publisher, NAME);
  const what = source.title ? `${publisher}: ${linked(plain(source.title, HEADLINE))}` : linked(publisher);
  const more = [
    source.citing ? say('source.citing', language, { outlet: plain(source.citing, NAME) }) : null,
    source.via ? say('source.via', language, { site: plain(source.via, NAME) }) : null,
    source.published ? escapeMarkdown(formatSpan(parseDate(source.published), language)) : null,
    escapeMarkdown(languageName(source.language, language)),
    source.standing ? `*${escapeMarkdown(say(`source.${source.standing}`, language))}*` : null,
  ];
  return [what, ...more.filter(Boolean)].join(' · ');
}

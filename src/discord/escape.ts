/** Text that is not ours, made safe to stand in a message: it shows as it is, formats nothing, links nowhere. */

// What formats, links, mentions or quotes anywhere in a line; an emoji's or a bare link's colon; and what makes a
// heading, a quotation or a list where a line begins. A backslash takes their meaning.
const SPECIAL = /[\\*_~`|[\]<@]|:(?=\/\/|[\w~]+:)|(?<=^\s*)[#>+-]|(?<=^\s*\d+)\./g;
// Controls, bidirectional overrides and invisible characters, by which text can pass for what it is not.
// U+200D joins emoji and stays.
const UNSEEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E0FFF}]/gu;

/** One line without controls, overrides and invisible characters; runs of white space become one space. */
export function plainLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(UNSEEN, '').replace(/\s+/gu, ' ').toWellFormed().trim();
}

/** Escapes a line so that Discord shows every character of it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}

/** What {@link escapeMarkdown} was given. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\*_~`|[\]<@:#>+.-])/g, '$1');
}

/** A link on words of ours or escaped ones. The address is made safe to stand between brackets. */
export function link(words: string, url: string): string {
  return `[${words}](${safeUrl(url)})`;
}

/** The address as `URL` writes it, with what would end a Markdown link percent-encoded. */
export function safeUrl(url: string): string {
  return new URL(url).href.replace(/[()<>[\]\\*|`\s]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

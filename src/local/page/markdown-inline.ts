/** The part of Discord's Markdown that stands within a line. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'mention'; kind: 'user' | 'role' | 'channel'; id: string }
  | { type: 'mention'; kind: 'everyone'; name: string }
  | { type: 'command'; name: string; id: string }
  | { type: 'time'; seconds: number; style: string }
  | { type: 'emoji'; name: string };

/** Deeper nesting stays text: nobody writes it, and it must not exhaust the stack. */
const deepest = 12;

const paired: [string, 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'][] = [
  ['**', 'bold'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'italic'],
  ['_', 'italic'],
];

const maskedLink = /^\[((?:\\.|\[[^[\]\n]*\]|[^[\]\\\n])+)\]\(<?((?:\([^\s()<>]*\)|[^\s()<>])+)>?(?:\s+"[^"\n]*")?\)/;
const bareLink = /^https?:\/\/[^\s<>]*[^\s<>.,:;!?"')\]*_~|]/i;
const angled =
  /^<(?:@!?(\d{15,20})|@&(\d{15,20})|#(\d{15,20})|\/([^:>\n]{1,100}):(\d{15,20})|t:(-?\d{1,13})(?::([tTdDfFsSR]))?|a?:(\w{2,32}):\d{15,20}|(https?:\/\/[^\s<>]+))>/i;
const code = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/;

/** Runs of text and what is marked in it, in order. */
export function parseInline(text: string, depth = 0, linked = false): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const push = (inline: Inline) => {
    if (plain) found.push({ type: 'text', text: plain });
    plain = '';
    found.push(inline);
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    const match = /[[<`@*_~|hH]/.test(char) ? inlineAt(text, at, depth, linked) : undefined;
    if (match) push(match[0]);
    else plain += char;
    at += match ? match[1] : 1;
  }
  if (plain) found.push({ type: 'text', text: plain });
  return found;
}

/** What is marked at `at`, and how many characters it takes. */
function inlineAt(text: string, at: number, depth: number, linked: boolean): [Inline, number] | undefined {
  const rest = text.slice(at);
  const char = text[at];
  if (char === '`') {
    const match = code.exec(rest);
    return match ? [{ type: 'code', text: (match[2] ?? '').replace(/^ (.*) $/s, '$1') }, match[0].length] : undefined;
  }
  if (char === '<') return angledAt(rest);
  if (char === '@') {
    const match = /^@(everyone|here)\b/.exec(rest);
    return match ? [{ type: 'mention', kind: 'everyone', name: match[1] ?? '' }, match[0].length] : undefined;
  }
  if (char === '[' || char === 'h' || char === 'H') {
    return linked ? undefined : linkAt(rest, depth, /\w/.test(text[at - 1] ?? ''));
  }
  return depth < deepest ? pairedAt(text, at, depth, linked) : undefined;
}

function linkAt(rest: string, depth: number, inWord: boolean): [Inline, number] | undefined {
  const masked = maskedLink.exec(rest);
  const href = masked && safeUrl(masked[2]);
  if (masked && href) {
    return [{ type: 'link', href, children: parseInline(masked[1] ?? '', depth + 1, true) }, masked[0].length];
  }
  const bare = inWord ? null : bareLink.exec(rest);
  const address = bare && safeUrl(bare[0]);
  return bare && address
    ? [{ type: 'link', href: address, children: [{ type: 'text', text: bare[0] }] }, bare[0].length]
    : undefined;
}

function angledAt(rest: string): [Inline, number] | undefined {
  const match = angled.exec(rest);
  if (!match) return undefined;
  const [whole, user, role, channel, command, commandId, seconds, style, emoji, url] = match;
  const length = whole.length;
  if (user) return [{ type: 'mention', kind: 'user', id: user }, length];
  if (role) return [{ type: 'mention', kind: 'role', id: role }, length];
  if (channel) return [{ type: 'mention', kind: 'channel', id: channel }, length];
  if (command) return [{ type: 'command', name: command, id: commandId ?? '' }, length];
  if (seconds) return [{ type: 'time', seconds: Number(seconds), style: style ?? 'f' }, length];
  if (emoji) return [{ type: 'emoji', name: emoji }, length];
  const href = safeUrl(url);
  return href ? [{ type: 'link', href, children: [{ type: 'text', text: url ?? '' }] }, length] : undefined;
}

function pairedAt(text: string, at: number, depth: number, linked: boolean): [Inline, number] | undefined {
  for (const [mark, type] of paired) {
    if (!text.startsWith(mark, at)) continue;
    // snake_case is no emphasis.
    if (mark === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
    const from = at + mark.length;
    if (mark === '*' && /\s/.test(text[from] ?? ' ')) return undefined;
    const end = closing(text, from, mark);
    if (end === undefined) continue;
    return [{ type, children: parseInline(text.slice(from, end), depth + 1, linked) }, end + mark.length - at];
  }
  return undefined;
}

/** Where the mark that closes what began before `from` stands: something must be between, escapes and code do not count. */
function closing(text: string, from: number, mark: string): number | undefined {
  const single = mark.length === 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') at += Math.max(0, (code.exec(text.slice(at))?.[0].length ?? 1) - 1);
    else if (at > from && text.startsWith(mark, at)) {
      const run = runLength(text, at);
      if (single && run === 2) at++;
      else if (mark === '_' && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) continue;
      // Of `***`, the outermost mark closes last.
      else return at + Math.max(0, run - mark.length);
    }
  }
  return undefined;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end - at;
}

/** The address where it leads to the web (http, https), otherwise undefined: no `javascript:`, no `data:`. */
export function safeUrl(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

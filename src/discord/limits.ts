/**
 * Discord's limits on messages, and what keeps to them. Every message of the bot is put together here.
 * Lengths are in UTF-16 units, which is never less than what Discord counts.
 * https://docs.discord.com/developers/resources/message
 */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';

export const LIMITS = {
  content: 2000,
  title: 256,
  description: 4096,
  footer: 2048,
  /** Summed over every embed of a message. */
  embeds: 6000,
  rows: 5,
  buttons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  options: 25,
  optionLabel: 100,
  optionDescription: 100,
  placeholder: 150,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  modalTitle: 45,
  inputLabel: 45,
  threadName: 100,
} as const;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text, or as many whole words of it as fit in `max` with an ellipsis; whole graphemes where a word is too long. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = prefix(text, max - 1);
  return `${head.trimEnd()}…`;
}

/**
 * Cuts a text into pieces that `measure` finds no longer than `max`: between words, else between graphemes, else
 * between code points. Joined with the white space that stood between them, the pieces are the text.
 */
export function split(
  text: string,
  max: number,
  measure: (piece: string) => number = (piece) => piece.length,
): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest && measure(rest) > max) {
    const head = prefix(rest, max, measure);
    pieces.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  return rest ? [...pieces, rest] : pieces;
}

/** The longest beginning within `max`, one code point at least, that ends where a word does if there is such a place. */
function prefix(text: string, max: number, measure: (piece: string) => number = (piece) => piece.length): string {
  const grow = (units: Iterable<string>): string => {
    let head = '';
    let size = 0;
    for (const unit of units) {
      size += measure(unit);
      if (size > max) break;
      head += unit;
    }
    return head;
  };
  const words = grow(text.match(/\s*\S+|\s+$/gu) ?? []);
  if (words.trim()) return words;
  const whole = grow(Iterator.from(graphemes.segment(text)).map(({ segment }) => segment));
  return whole || grow(text) || String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** What the bot shows: one embed and the rows below it. Plain data, as Discord's API takes it. */
export interface MessageBody {
  content?: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
}

export interface Parts {
  title?: string;
  /** Markdown that `layOut` made, or a sentence of ours. */
  description?: string;
  footer?: string;
  url?: string;
  color?: number;
  selects?: APIStringSelectComponent[];
  buttons?: APIButtonComponent[];
}

/** A message of one embed. Selects take a row each, buttons the rows that remain. */
export function message(parts: Parts): MessageBody {
  const title = parts.title ? shorten(parts.title, LIMITS.title) : undefined;
  const description = parts.description ? shorten(parts.description, LIMITS.description) : undefined;
  const room = LIMITS.embeds - (title?.length ?? 0) - (description?.length ?? 0);
  const footer = parts.footer ? shorten(parts.footer, Math.min(LIMITS.footer, room)) : undefined;
  const selects = (parts.selects ?? []).filter((select) => select.options.length > 0).slice(0, LIMITS.rows);
  const buttons = parts.buttons ?? [];
  const rows: MessageBody['components'] = selects.map((select) => ({
    type: ComponentType.ActionRow,
    components: [select],
  }));
  for (let at = 0; at < buttons.length && rows.length < LIMITS.rows; at += LIMITS.buttons)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttons) });
  return {
    embeds: [
      {
        ...(title ? { title } : {}),
        ...(title && parts.url ? { url: parts.url } : {}),
        ...(description ? { description } : {}),
        ...(footer ? { footer: { text: footer } } : {}),
        ...(parts.color === undefined ? {} : { color: parts.color }),
      },
    ],
    components: rows,
  };
}

/** A button that comes back to the bot. */
export function button(
  label: string,
  customId: string,
  more: { emoji?: string; disabled?: boolean } = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    ...(label ? { label: shorten(label, LIMITS.buttonLabel) } : {}),
    ...(more.emoji ? { emoji: { name: more.emoji } } : {}),
    ...(more.disabled ? { disabled: true } : {}),
    custom_id: customId,
  };
}

/** A menu of one choice; options beyond the twenty-fifth and repeated values are left out. */
export function select(
  customId: string,
  placeholder: string,
  options: readonly { label: string; value: string; description?: string }[],
): APIStringSelectComponent {
  const unique = [...new Map(options.map((option) => [option.value, option])).values()].slice(0, LIMITS.options);
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: shorten(placeholder, LIMITS.placeholder),
    options: unique.map(({ label, value, description }) => ({
      label: shorten(label, LIMITS.optionLabel),
      value,
      ...(description ? { description: shorten(description, LIMITS.optionDescription) } : {}),
    })),
  };
}

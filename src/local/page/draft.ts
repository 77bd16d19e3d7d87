/** What is being written: a message, or a slash command with its options. Pure: text in, options out. */
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import type { GivenOption } from '../page-api.ts';
import { commandType, optionType } from './discord.ts';

/** A command that can be run: a slash command itself, or one of its subcommands. */
export interface Runnable {
  command: APIApplicationCommand;
  group?: string;
  subcommand?: string;
  /** As typed after the slash: `timeline show`. */
  name: string;
  /** The same in the person's language. */
  label: string;
  description: string;
  options: APIApplicationCommandBasicOption[];
}

export interface Field {
  option: APIApplicationCommandBasicOption;
  text: string;
  /** What was picked for it, while `text` is as it was then. */
  picked?: { text: string; value: string | number | boolean };
}

export interface CommandDraft {
  runnable: Runnable;
  fields: Field[];
  /** Index of the field written in; the number of fields where the cursor stands behind them all. */
  focus: number;
  /** What is typed behind the fields: the beginning of another option's name. */
  tail: string;
  /** Choices the bot offered, and for what text. */
  offered?: { field: string; text: string; choices: APIApplicationCommandOptionChoice[]; failed?: boolean };
  /** Field to complain about, after a try to send. */
  wrong?: { index: number; missing: boolean };
}

export interface Draft {
  text: string;
  command?: CommandDraft;
  /** Which suggestion is highlighted, where the first is from the start or an arrow was pressed. */
  active: number;
  moved?: boolean;
  /** Suggestions were closed with Escape. */
  closed: boolean;
}

interface Localised {
  name: string;
  name_localizations?: Record<string, string | null | undefined> | null;
  description?: string;
  description_localizations?: Record<string, string | null | undefined> | null;
}

/** A command's or option's name in the person's language. */
export const labelOf = (thing: Localised, locale: string): string => thing.name_localizations?.[locale] ?? thing.name;

/** Its description in the person's language. */
export const descriptionOf = (thing: Localised, locale: string): string =>
  thing.description_localizations?.[locale] ?? thing.description ?? '';

/** Where a command is to be run. */
export interface Place {
  /** In direct messages, where not every command is offered and permissions do not count. */
  dm: boolean;
  /** Permission bits of the person there. */
  permissions: bigint;
}

const administrator = 8n;

/** Whether a command is offered to a person at a place: Discord hides those that one may not use. */
export function usable(command: APIApplicationCommand, { dm, permissions }: Place): boolean {
  const { contexts, default_member_permissions: needed } = command;
  if (contexts && !contexts.some((context) => context === (dm ? 1 : 0))) return false;
  const bits = BigInt(needed ?? 0);
  if (dm || needed === null || needed === undefined || (permissions & administrator) !== 0n) return true;
  return bits !== 0n && (permissions & bits) === bits;
}

/** Everything that can be run at a place, by name. */
export const runnables = (commands: APIApplicationCommand[], locale: string, place: Place): Runnable[] =>
  commands
    .filter((command) => command.type === commandType.slash && usable(command, place))
    .flatMap((command) => variants(command, locale))
    .sort((a, b) => a.label.localeCompare(b.label, locale));

function variants(command: APIApplicationCommand, locale: string): Runnable[] {
  const found: Runnable[] = [];
  const basic: APIApplicationCommandBasicOption[] = [];
  const runnable = (chain: Localised[], options: APIApplicationCommandBasicOption[] = []) => ({
    command,
    name: chain.map(({ name }) => name).join(' '),
    label: chain.map((part) => labelOf(part, locale)).join(' '),
    description: descriptionOf(chain.at(-1) ?? command, locale),
    options,
  });
  for (const option of command.options ?? []) {
    if (option.type === optionType.subcommand) {
      found.push({ ...runnable([command, option], option.options), subcommand: option.name });
    } else if (option.type === optionType.group) {
      for (const sub of option.options ?? []) {
        const more = { group: option.name, subcommand: sub.name };
        found.push({ ...runnable([command, option, sub], sub.options), ...more });
      }
    } else basic.push(option);
  }
  return found.length > 0 ? found : [runnable([command], basic)];
}

/** Those whose name or label holds what was typed after the slash; beginnings first. */
export function matching(all: Runnable[], typed: string): Runnable[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name, label }: Runnable) =>
    name.startsWith(wanted) || label.startsWith(wanted) ? 0 : name.includes(wanted) || label.includes(wanted) ? 1 : 2;
  return all.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}

/** The command that `text` ("/timeline show from:…") begins with and has left behind, and the rest. */
export function typedCommand(all: Runnable[], text: string): { runnable: Runnable; rest: string } | undefined {
  const longestFirst = [...all].sort((a, b) => b.name.length - a.name.length);
  for (const runnable of longestFirst) {
    for (const name of [runnable.name, runnable.label]) {
      if (text.toLowerCase().startsWith(`/${name} `)) return { runnable, rest: text.slice(name.length + 2) };
    }
  }
  return undefined;
}

/** A draft of a command with its required options laid out and what was typed behind its name filled in. */
export function begin(runnable: Runnable, rest = ''): CommandDraft {
  const required = runnable.options.filter(({ required }) => required).map((option) => ({ option, text: '' }));
  const draft: CommandDraft = { runnable, fields: required, focus: 0, tail: '' };
  const marks = [...rest.matchAll(/(?:^|\s)([\p{L}\p{N}_-]+):/gu)].filter(([, name]) => optionNamed(runnable, name));
  const before = rest.slice(0, marks[0]?.index).trim();
  const first = draft.fields[0];
  if (before && first) first.text = before;
  else if (before) draft.tail = before;
  for (const [index, mark] of marks.entries()) {
    const value = rest.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
    fieldOf(draft, optionNamed(runnable, mark[1]) as APIApplicationCommandBasicOption).text = value;
  }
  if (marks.length > 0) draft.focus = draft.fields.length - 1;
  return draft;
}

const optionNamed = (runnable: Runnable, name: string | undefined) =>
  runnable.options.find((option) =>
    [option.name, ...Object.values(option.name_localizations ?? {})].some((known) => known === name),
  );

function fieldOf(draft: CommandDraft, option: APIApplicationCommandBasicOption): Field {
  const known = draft.fields.find((field) => field.option.name === option.name);
  if (known) return known;
  const field = { option, text: '' };
  draft.fields.push(field);
  return field;
}

/** Options that are not laid out yet. */
export const unused = ({ runnable, fields }: CommandDraft): APIApplicationCommandBasicOption[] =>
  runnable.options.filter(({ name }) => !fields.some(({ option }) => option.name === name));

/** Lays out one more option, with the cursor in it. */
export function addOption(draft: CommandDraft, option: APIApplicationCommandBasicOption): CommandDraft {
  const fields = [...draft.fields, { option, text: '' }];
  return { ...draft, fields, focus: fields.length - 1, tail: '' };
}

/**
 * The draft once `text` was written in the field with the cursor. An option's name and colon at its end, behind a blank
 * or alone, lead into that option, which is laid out where it is not; where it is filled in, they are text like any other.
 */
export function written(draft: CommandDraft, text: string): CommandDraft {
  const match = /(?:^|\s)([\p{L}\p{N}_-]+):$/u.exec(text);
  const option = match && optionNamed(draft.runnable, match[1]);
  const kept = text.slice(0, match?.index);
  const target = draft.fields.findIndex((field) => field.option === option);
  const empty = target === draft.focus ? kept === '' : draft.fields[target]?.text === '';
  if (!option || (target >= 0 && !empty)) return inFocus(draft, text);
  const left = inFocus(draft, kept);
  return target < 0 ? addOption(left, option) : { ...left, focus: target };
}

function inFocus(draft: CommandDraft, text: string): CommandDraft {
  const { focus, fields } = draft;
  if (focus >= fields.length) return { ...draft, tail: text, wrong: undefined };
  const changed = fields.map((field, index) => (index === focus ? { ...field, text } : field));
  return { ...draft, fields: changed, wrong: undefined };
}

/** Options as the bot gets them, or the first field that lacks a valid value. `valueFor` knows values that are picked by name. */
export function given(
  draft: CommandDraft,
  valueFor: (field: Field) => string | number | boolean | undefined,
): { options: GivenOption[] } | { index: number; missing: boolean } {
  const options: GivenOption[] = [];
  for (const [index, field] of draft.fields.entries()) {
    if (field.text.trim() === '') {
      if (field.option.required) return { index, missing: true };
      continue;
    }
    const value = valueFor(field);
    if (value === undefined) return { index, missing: false };
    options.push({ name: field.option.name, value });
  }
  return { options };
}

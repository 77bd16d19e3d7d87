/** What Discord demands of commands beyond the shape of their JSON. */

import { AvailableLocalesEnumSchema } from 'discord-api-spec/zod';
import {
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
  ApplicationCommandOptionType as T,
} from 'discord-api-types/v10';
import { Form } from './form.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const menuName = /^.{1,32}$/u;
const mostCharacters = 8_000;

type Command = RESTPostAPIApplicationCommandsJSONBody;
type Path = readonly PropertyKey[];

interface Described {
  name: string;
  name_localizations?: Record<string, string | null> | null;
  description?: string;
  description_localizations?: Record<string, string | null> | null;
}

/**
 * Checks a command that fits Discord's schema.
 * @throws ApiError 50035
 */
export function checkCommand(command: Command): void {
  const form = new Form();
  checkOne(form, [], command);
  form.check();
}

/**
 * Checks a list that is to replace all commands.
 * @throws ApiError 50035
 */
export function checkCommands(commands: readonly Command[]): void {
  const form = new Form();
  const seen = new Set<string>();
  for (const [index, command] of commands.entries()) {
    checkOne(form, [index], command);
    const key = `${command.type ?? 1} ${command.name}`;
    if (seen.has(key))
      form.add([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    seen.add(key);
  }
  form.check();
}

function checkOne(form: Form, path: Path, command: Command): void {
  const slash = (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  checkNames(form, path, command, slash ? namePattern : menuName, slash);
  if (slash) {
    checkDescription(form, path, command as Described);
    const options = (command as { options?: APIApplicationCommandOption[] | null }).options ?? [];
    checkOptions(form, [...path, 'options'], options, 0);
    if (characters(command as Described & { options?: APIApplicationCommandOption[] }) > mostCharacters) {
      form.add(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${mostCharacters})`);
    }
  } else if ((command as Described).description) {
    form.add([...path, 'description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET', 'Must be empty');
  }
}

function checkNames(form: Form, path: Path, it: Described, pattern: RegExp, lower: boolean): void {
  const check = (name: string, at: Path) => {
    if (!pattern.test(name) || (lower && name !== name.toLowerCase())) {
      form.add(at, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
    }
  };
  check(it.name, [...path, 'name']);
  for (const [locale, name] of Object.entries(it.name_localizations ?? {})) {
    checkLocale(form, [...path, 'name_localizations', locale], locale);
    if (name !== null) check(name, [...path, 'name_localizations', locale]);
  }
}

function checkDescription(form: Form, path: Path, it: Described): void {
  if (!it.description) form.required([...path, 'description']);
  for (const locale of Object.keys(it.description_localizations ?? {})) {
    checkLocale(form, [...path, 'description_localizations', locale], locale);
  }
}

function checkLocale(form: Form, path: Path, locale: string): void {
  if (!AvailableLocalesEnumSchema.safeParse(locale).success) {
    form.add(path, 'BASE_TYPE_CHOICES', 'Value must be one of the locales that Discord knows.');
  }
}

function checkOptions(form: Form, path: Path, options: readonly APIApplicationCommandOption[], depth: number): void {
  const names = new Set<string>();
  let optionalSeen = false;
  const groups = options.filter(({ type }) => type === T.Subcommand || type === T.SubcommandGroup).length;
  if (groups > 0 && groups < options.length) {
    form.add(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands and options can not stand side by side');
  }
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    checkNames(form, at, option, namePattern, true);
    checkDescription(form, at, option);
    if (names.has(option.name)) {
      form.add(at, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique');
    }
    names.add(option.name);
    if (option.type === T.SubcommandGroup || option.type === T.Subcommand) {
      if (depth > (option.type === T.Subcommand ? 1 : 0)) {
        form.add(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Nested too deep');
      }
      checkOptions(form, [...at, 'options'], option.options ?? [], depth + 1);
      continue;
    }
    if (option.required && optionalSeen) {
      form.add(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optionalSeen ||= !option.required;
    checkChoices(form, at, option);
  }
}

function checkChoices(form: Form, path: Path, option: APIApplicationCommandOption): void {
  if (!('choices' in option) || !option.choices?.length) return;
  if ('autocomplete' in option && option.autocomplete) {
    form.add(
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'Choices and autocomplete exclude each other',
    );
  }
  const names = new Set(option.choices.map((choice) => choice.name));
  if (names.size < option.choices.length) {
    form.add(
      [...path, 'choices'],
      'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
      'Choice names must be unique',
    );
  }
}

/** Characters that count towards the 8,000: names, descriptions and choices, the longest localisation of each. */
function characters(it: Described & { options?: readonly APIApplicationCommandOption[] | null }): number {
  const longest = (own = '', localised?: Record<string, string | null> | null) =>
    Math.max(own.length, ...Object.values(localised ?? {}).map((text) => text?.length ?? 0));
  let sum = longest(it.name, it.name_localizations) + longest(it.description, it.description_localizations);
  for (const option of it.options ?? []) {
    sum += characters(option as Described & { options?: readonly APIApplicationCommandOption[] });
    if (!('choices' in option)) continue;
    for (const { name, name_localizations, value } of option.choices ?? []) {
      sum += longest(name, name_localizations) + (typeof value === 'string' ? value.length : 0);
    }
  }
  return sum;
}

/**
 * Checks what an autocomplete answer offers.
 * @throws ApiError 50035
 */
export function checkAutocomplete(choices: readonly { name: string; value: string | number }[]): void {
  const form = new Form();
  for (const [index, { name, value }] of choices.entries()) {
    if (!name) form.required(['data', 'choices', index, 'name']);
    if (typeof value === 'string' && value.length > 100) form.tooLong(['data', 'choices', index, 'value'], 100);
  }
  form.check();
}

/** What can be picked for an option, and what a field's text stands for. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { channelType, optionType } from './discord.ts';
import { type Field, labelOf } from './draft.ts';
import { channelName, type Page, say } from './page.ts';

export interface Pickable {
  label: string;
  value: string | number | boolean;
  detail?: string;
}

/** Everything that can be picked for an option; undefined where any text will do (autocomplete only suggests). */
export function pickable(page: Page, option: APIApplicationCommandBasicOption): Pickable[] | undefined {
  const { locale } = page.preferences;
  if ('choices' in option && option.choices?.length) {
    return option.choices.map((choice) => ({ label: labelOf(choice, locale), value: choice.value }));
  }
  switch (option.type) {
    case optionType.boolean:
      return [
        { label: say(page, 'yes'), value: true },
        { label: say(page, 'no'), value: false },
      ];
    case optionType.channel:
      return page.state.channels
        .filter(
          ({ channel }) => !option.channel_types?.length || option.channel_types.some((type) => type === channel.type),
        )
        .map((shown) => ({ label: `#${channelName(page, shown)}`, value: shown.channel.id }));
    case optionType.user:
      return people(page);
    case optionType.role:
      return roles(page);
    case optionType.mentionable:
      return [...people(page), ...roles(page)];
    default:
      return undefined;
  }
}

/** Everyone here; the bot, to whom most is said, first. */
export const people = (page: Page): Pickable[] =>
  page.state.people
    .toSorted((a, b) => Number(b.user.id === page.state.bot.id) - Number(a.user.id === page.state.bot.id))
    .map(({ user, name }) => ({ label: `@${name}`, value: user.id, detail: user.username }));

export const roles = (page: Page): Pickable[] =>
  page.state.guild.roles.map(({ id, name }) => ({ label: `@${name.replace(/^@/, '')}`, value: id }));

/** Those that hold the text; beginnings first. */
export function holding(all: Pickable[], text: string): Pickable[] {
  const wanted = plain(text);
  const rank = ({ label }: Pickable) => (plain(label).startsWith(wanted) ? 0 : plain(label).includes(wanted) ? 1 : 2);
  return all.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/^[@#]/, '');

/** The value a field stands for, or undefined where its text is none for this option. */
export function optionValue(page: Page, { option, text, picked }: Field): string | number | boolean | undefined {
  if (picked?.text === text) return picked.value;
  const all = pickable(page, option);
  if (all) {
    const named = all.find(({ label }) => plain(label) === plain(text));
    return named?.value ?? (option.type === optionType.boolean ? booleans.get(plain(text)) : undefined);
  }
  if (option.type === optionType.string) return text;
  if (option.type !== optionType.integer && option.type !== optionType.number) return undefined;
  const number = Number(text.replace(',', '.'));
  const { min_value = -Infinity, max_value = Infinity } = option as { min_value?: number; max_value?: number };
  const fits =
    number >= min_value && number <= max_value && (option.type !== optionType.integer || Number.isInteger(number));
  return fits ? number : undefined;
}

/** Typed out in full, in whatever language the page is. */
const booleans = new Map([
  ['true', true],
  ['false', false],
]);

/** Kinds of channels a person can write `#name` of. */
export const writable = (page: Page): Pickable[] =>
  page.state.channels
    .filter(({ channel }) => channel.type !== channelType.dm)
    .map((shown) => ({ label: `#${channelName(page, shown)}`, value: shown.channel.id }));

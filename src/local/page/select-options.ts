/** What a select menu offers: its own options, or people, roles and channels of this server. */
import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { componentType } from './discord.ts';
import { channelName, type Page } from './page.ts';
import { people, roles } from './values.ts';

export interface SelectOption {
  value: string;
  label: string;
  description?: string;
  emoji?: string;
  preset: boolean;
}

export function selectOptions(page: Page, menu: APISelectMenuComponent): SelectOption[] {
  if (menu.type === componentType.stringSelect) {
    return menu.options.map(({ value, label, description, emoji, default: preset = false }) => ({
      value,
      label,
      preset,
      ...(description && { description }),
      ...(emoji?.name && { emoji: emoji.name }),
    }));
  }
  const preset = new Set(menu.default_values?.map(({ id }) => id));
  const offered =
    menu.type === componentType.channelSelect
      ? page.state.channels
          .filter(
            ({ channel }) => !menu.channel_types?.length || menu.channel_types.some((type) => type === channel.type),
          )
          .map((shown) => ({ label: `#${channelName(page, shown)}`, value: shown.channel.id }))
      : [
          ...(menu.type === componentType.roleSelect ? [] : people(page)),
          ...(menu.type === componentType.userSelect ? [] : roles(page)),
        ];
  return offered.map(({ label, value }) => ({ label, value: String(value), preset: preset.has(String(value)) }));
}

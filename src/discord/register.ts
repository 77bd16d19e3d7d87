/** Commands are registered only where they differ from what is registered: each change costs of a daily allowance. */
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { Definition } from './command.ts';

/** Registers the commands if need be. Gives whether anything was changed. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly Definition[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const registered = (await rest.get(route, { query })) as APIApplicationCommand[];
  if (normalise(registered) === normalise(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

// What Discord adds of its own, or leaves out where it is the default.
const FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'integration_types',
  'contexts',
  'nsfw',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'value',
  'options',
];

/** One text for definitions that mean the same. */
export function normalise(commands: readonly unknown[]): string {
  return JSON.stringify(
    commands
      .map((command) => ({ type: 1, ...(command as object) }))
      .map(bare)
      .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))),
  );
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'number') ? [...value].sort() : value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => !isDefault(one));
  const known = entries.some(([key]) => key === 'name') ? entries.filter(([key]) => FIELDS.includes(key)) : entries;
  return Object.fromEntries(known.sort(([a], [b]) => compare(a, b)).map(([key, one]) => [key, bare(one)]));
}

const isDefault = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

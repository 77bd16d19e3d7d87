/** A local Discord with the whole bot logged in to it, and people to act as: everything goes over the wire. */
import { fileURLToPath } from 'node:url';
import { type APIEmbed, ComponentType } from 'discord-api-types/v10';
import { type App, startApp } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import type { Shown } from '../../src/local/page-api.ts';
import type { Interaction, Person } from '../../src/local/people/person.ts';
import type { Seed } from '../../src/local/seed.ts';
import type { LocalDiscord } from '../../src/local/server.ts';
import { createLog } from '../../src/log.ts';

export const LIGHTHOUSES = fileURLToPath(new URL('../fixtures/lighthouses', import.meta.url));
export const REAL = fileURLToPath(new URL('../../knowledge', import.meta.url));

export interface Running {
  app: App;
  discord: LocalDiscord;
  member: Person;
  moderator: Person;
  /** Id of an ordinary channel. */
  general: string;
  /** What the bot logged, one object a line. */
  logged: Record<string, unknown>[];
  close(): Promise<void>;
}

/** So that tests need not wait for Discord's own pace. */
const QUICK = { 'message-create': { requests: 1000, seconds: 1 }, 'webhook-message': { requests: 1000, seconds: 1 } };

/** Starts the app on a free port; `knowledge` is a folder, `seed` changes the local Discord. */
export async function runApp(
  knowledge: string = LIGHTHOUSES,
  more: Partial<Config> = {},
  seed: Seed = {},
): Promise<Running> {
  const logged: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void logged.push(JSON.parse(line)) });
  const config: Config = {
    apiUrl: 'https://discord.invalid/api',
    knowledgeDir: knowledge,
    dataDir: './data',
    port: 0,
    logLevel: 'info',
    ...more,
  };
  const app = await startApp(config, log, { seed: { rateLimits: QUICK, ...seed } });
  const discord = app.local as LocalDiscord;
  return {
    app,
    discord,
    member: discord.as(discord.person('member')),
    moderator: discord.as(discord.person('moderator')),
    general: discord.channel('general'),
    logged,
    close: () => app.close(),
  };
}

/** The message of an interaction's answer. @throws where there is none, with why */
export function shownBy(interaction: Interaction): Shown {
  const message = interaction.current();
  if (!message) throw new Error(`No message: ${interaction.outcome} ${interaction.reason ?? ''}`);
  return message;
}

export const embedOf = (message: Shown): APIEmbed => message.embeds[0] ?? {};
export const textOf = (message: Shown): string => embedOf(message).description ?? message.content;

export interface Control {
  custom_id: string;
  label?: string;
  emoji?: string;
  disabled: boolean;
  values: string[];
}

/** The buttons and menus of a message. */
export function controlsOf(message: Shown): Control[] {
  const controls: Control[] = [];
  for (const row of message.components ?? [])
    for (const component of 'components' in row ? row.components : []) {
      if (!('custom_id' in component)) continue;
      const { custom_id, disabled = false } = component;
      const control: Control = { custom_id, disabled, values: [] };
      if (component.type === ComponentType.StringSelect) control.values = component.options.map(({ value }) => value);
      if (component.type === ComponentType.Button) {
        if (component.label) control.label = component.label;
        if (component.emoji?.name) control.emoji = component.emoji.name;
      }
      controls.push(control);
    }
  return controls;
}

/** The custom_id of the button with this label or emoji. @throws where there is none */
export function buttonOf(message: Shown, name: string): string {
  const found = controlsOf(message).find(({ label, emoji }) => label === name || emoji === name);
  if (!found) throw new Error(`No button "${name}"`);
  return found.custom_id;
}

/** What `allowed_mentions` said in each message that the bot sent or changed; undefined where it said nothing. */
export function pingsAllowed(discord: LocalDiscord): unknown[] {
  return discord.requests.all.flatMap(({ body }) => {
    const sent = body as { data?: Record<string, unknown> } & Record<string, unknown>;
    const message = sent?.data ?? sent;
    return message && ('embeds' in message || 'content' in message) ? [message.allowed_mentions] : [];
  });
}

import { Client, type ClientOptions, GatewayIntentBits } from 'discord.js';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from '../../src/local/server.ts';

/** Intents that need no permission from Discord. */
export const plainIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

export interface Running {
  discord: LocalDiscord;
  client: Client<true>;
  /** Ids of the people and channels of the seed. */
  member: string;
  moderator: string;
  general: string;
  stop(): Promise<void>;
}

/** A local Discord with an unmodified discord.js client logged in to it. */
export async function run(
  options: Partial<LocalDiscordOptions> = {},
  client: Partial<ClientOptions> = {},
): Promise<Running> {
  const discord = await startLocalDiscord({ port: 0, ...options });
  const bot = await login(discord, client);
  return {
    discord,
    client: bot,
    member: discord.person('member'),
    moderator: discord.person('moderator'),
    general: discord.channel('general'),
    async stop() {
      await bot.destroy();
      await discord.close();
    },
  };
}

/** Logs a client in and waits until it is ready. */
export async function login(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: plainIntents, ...options, rest: { api: discord.apiUrl, ...options.rest } });
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  return ready;
}

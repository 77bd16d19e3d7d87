/** The bot on Discord's gateway: logged in, its commands registered, everything that comes in answered. */
import { Client, Events, GatewayIntentBits, Options, Partials, RESTEvents } from 'discord.js';
import { type Bot, languagesOf } from './bot.ts';
import type { Command } from './command.ts';
import { DiscordError, FINAL_CLOSE_CODES } from './errors.ts';
import { createListener } from './mention.ts';
import { isLongWaitToEdit } from './publish/port.ts';
import { registerCommands } from './register.ts';
import { createRouter } from './route.ts';

export interface ClientSettings {
  token: string;
  /** Base of Discord's REST API, without a version. */
  apiUrl: string;
  commands: readonly Command[];
  bot: Bot;
  /** Called once, where the token is no longer accepted, or Discord closes the connection for good. */
  onLost: (error: DiscordError) => void;
}

export interface Connection {
  readonly client: Client<true>;
  /** Registers the commands again where the knowledge has changed them. */
  register(): Promise<void>;
  /** Takes nothing more on, finishes what is under way, and logs out. */
  close(): Promise<void>;
}

/** A few refusals may be Discord's trouble; this many within the time mean that the token is gone. */
const REFUSALS = { most: 3, within: 60_000 };
/** Longest that closing waits for what is under way. */
const GRACE = 5_000;

/**
 * Logs in and is ready.
 * @throws DiscordError where the token or the intents are refused, or Discord can't be reached
 */
export async function connect({ token, apiUrl, commands, bot, onLost }: ClientSettings): Promise<Connection> {
  const client = new Client({
    // None of them is privileged.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    // Whatever a text holds, nobody is pinged.
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 20 }),
    rest: { api: apiUrl, rejectOnRateLimit: isLongWaitToEdit },
  });
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  const route = createRouter(commands, bot);
  const listen = createListener(bot);
  client.on(Events.InteractionCreate, (interaction) => track(route(interaction)));
  client.on(Events.MessageCreate, (message) => track(listen(message)));
  client.on(Events.Error, (error) => bot.log.error({ err: error }, 'the connection to Discord failed'));
  client.on(Events.ShardError, (error) => bot.log.warn({ err: error }, 'the connection to Discord broke'));
  client.on(Events.Warn, (warning) => bot.log.warn(warning));

  await ready(client, token);
  keepToken(client, token, bot, onLost);
  client.on(Events.ShardDisconnect, ({ code }) => {
    const lost = FINAL_CLOSE_CODES[code];
    if (lost) onLost(new DiscordError(lost));
  });

  const register = async (): Promise<void> => {
    const serving = bot.serving();
    const definitions = commands.map((command) => command.define(serving));
    const id = (client as Client<true>).application.id;
    if (await registerCommands(client.rest, id, definitions))
      bot.log.info({ commands: definitions.length, languages: languagesOf(serving) }, 'commands registered');
  };
  try {
    await register();
  } catch (error) {
    await client.destroy();
    throw new DiscordError('refused', error);
  }
  return {
    client: client as Client<true>,
    register,
    async close() {
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      await Promise.race([Promise.allSettled(underWay), new Promise((resolve) => setTimeout(resolve, GRACE).unref())]);
      await client.destroy();
    },
  };
}

function ready(client: Client, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: DiscordError): void => {
      client.removeListener(Events.ShardDisconnect, onClosed);
      void client.destroy().finally(() => reject(error));
    };
    const onClosed = ({ code }: { code: number }): void => {
      const lost = FINAL_CLOSE_CODES[code];
      if (lost) fail(new DiscordError(lost));
    };
    client.on(Events.ShardDisconnect, onClosed);
    client.once(Events.ClientReady, () => {
      client.removeListener(Events.ShardDisconnect, onClosed);
      resolve();
    });
    client.login(token).catch((error: Error & { code?: unknown }) => {
      const code = error.code === 'TokenInvalid' ? 'token' : /intents/i.test(error.message) ? 'intents' : 'unreachable';
      fail(new DiscordError(code, error));
    });
  });
}

/** discord.js drops its token at the first 401, and every later request fails with it: it is given back. */
function keepToken(client: Client, token: string, bot: Bot, onLost: ClientSettings['onLost']): void {
  let refusals: number[] = [];
  client.rest.on(RESTEvents.Response, (request, response) => {
    if (response.status !== 401 || /^\/(interactions|webhooks)\//.test(request.path)) return;
    const now = Date.now();
    refusals = [...refusals.filter((at) => now - at < REFUSALS.within), now];
    bot.log.warn({ method: request.method, route: request.route }, 'Discord refused the token');
    if (refusals.length >= REFUSALS.most) onLost(new DiscordError('token'));
    else setImmediate(() => client.rest.setToken(token));
  });
}

/**
 * The local Discord: a small server that speaks Discord's gateway and REST API (v10) as far as this bot needs, refuses
 * what Discord refuses, and keeps everything in memory. An unmodified discord.js client logs in to it:
 *
 *     const discord = await startLocalDiscord({ port: 0 });
 *     const client = new Client({ intents, rest: { api: discord.apiUrl } });
 *     await client.login(discord.token);
 *     const answer = await discord.as(discord.person('member')).command('ping', { channelId: discord.channel('general') });
 *
 * gateway/ is the socket, rest/ the HTTP API, limits/ what requests may hold, people/ what people do and see (in this
 * process, and for the page over HTTP as page-api.ts says), page/ the page. faults.ts makes it fail, requests.ts is its
 * log, seed.ts says what it starts with.
 */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { pageAssets } from './assets.ts';
import { createBuckets } from './buckets.ts';
import { type Change, createChange } from './change.ts';
import { LocalDiscordError } from './errors.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { mediaRoutes } from './media.ts';
import { createPerson, type Person } from './people/person.ts';
import { peopleRoutes } from './people/routes.ts';
import { until } from './people/wait.ts';
import { createRequestLog, type RequestLog } from './requests.ts';
import { createRest } from './rest/app.ts';
import { type Seed, seedWorld } from './seed.ts';
import type { World } from './world.ts';

export interface LocalDiscordOptions {
  /** 0 for any free one. */
  port: number;
  seed?: Seed;
  /** Milliseconds since 1970; for deadlines, ids and times of messages. Rate limits always run in real time. */
  clock?: () => number;
}

export interface LocalDiscord {
  /** Where the page is, such as `http://127.0.0.1:4180`. */
  url: string;
  /** For discord.js: `rest: { api: apiUrl }`. */
  apiUrl: string;
  /** The bot token that it accepts. */
  token: string;
  requests: RequestLog;
  faults: Faults;
  /** Changes what the bot finds: permissions, channels, membership. */
  change: Change;
  /** Everything it holds, to look at. */
  world: World;
  /** Acts as the person with this id. */
  as(userId: string): Person;
  /** Id of a person by their name in the seed (`bot` is the bot). */
  person(name: string): string;
  /** Id of a server by name; the first where absent. */
  guild(name?: string): string;
  /** Id of a role by name, on the first server. */
  role(name: string): string;
  /** Id of a channel by name; with `guild`, on that server. */
  channel(name: string, guild?: string): string;
  /** Id of the direct messages between a person and the bot. */
  dm(userId: string): string;
  /** Waits until `find` gives something, asking after every event; at most `within` ms, 5,000 where absent. */
  until<T>(find: () => T | undefined, within?: number): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts a local Discord on 127.0.0.1.
 * @throws LocalDiscordError where the port is in use or not allowed
 */
export async function startLocalDiscord({ port, seed, clock = Date.now }: LocalDiscordOptions): Promise<LocalDiscord> {
  const world = seedWorld(clock, seed);
  const faults = createFaults(seed?.randomness);
  const { log, record } = createRequestLog();
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const gateway = createGateway(server, world, faults);
  app.use('*', async (c, next) => {
    // A page elsewhere whose name was pointed at this machine must not reach it.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(c.req.header('host') ?? '')) return c.text('Not found', 404);
    return next();
  });
  app.route('/api/v10', createRest(world, { faults, buckets: createBuckets(seed?.rateLimits), record }));
  app.route('/local', peopleRoutes(world, gateway.online));
  app.route('/', mediaRoutes(world));
  app.route('/', pageAssets());
  await listen(server, port);
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: world.origin,
    apiUrl: `${world.origin}/api`,
    token: world.token,
    requests: log,
    faults,
    change: createChange(world),
    world,
    as: (userId) => createPerson(world, userId),
    person: (name) =>
      idOf(
        world.users.values(),
        ({ username, id }) => username === name || (name === 'bot' && id === world.botId),
        name,
      ),
    guild: (name) => idOf(world.guilds.values(), (guild) => !name || guild.name === name, name ?? 'server'),
    role: (name) =>
      idOf(
        [...world.guilds.values()].flatMap(({ roles }) => [...roles.values()]),
        (role) => role.name === name,
        name,
      ),
    channel: (name, guild) =>
      idOf(
        world.channels.values(),
        (channel) => channel.name === name && (!guild || world.guilds.get(channel.guildId ?? '')?.name === guild),
        name,
      ),
    dm: (userId) => idOf(world.channels.values(), ({ recipientId }) => recipientId === userId, userId),
    until: (find, within) => until(world, find, within),
    close() {
      gateway.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function idOf<T extends { id: string }>(all: Iterable<T>, fits: (one: T) => boolean, name: string): string {
  for (const one of all) if (fits(one)) return one.id;
  throw new RangeError(`There is no "${name}" on this Discord`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new LocalDiscordError('port-in-use', port, error));
      else if (error.code === 'EACCES') reject(new LocalDiscordError('port-not-allowed', port, error));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

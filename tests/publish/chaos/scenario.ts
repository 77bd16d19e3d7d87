/**
 * A timeline of forty entries is posted and then updated, while the bot is killed at random instants, 5 % of all
 * requests are answered with 500 after they were done and 5 % with 429, and the gateway is dropped twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Interaction } from '../../../src/local/people/person.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/local/server.ts';
import { buttonOf, embedOf, shownBy, textOf } from '../../support/app.ts';
import { changeKnowledge, writeKnowledge } from './knowledge.ts';

export interface Scenario {
  readonly seed: number;
  /** Times that the bot is killed while it posts, and as often while it updates. */
  readonly kills: number;
  /** Posted in a forum instead of a text channel. */
  readonly forum?: boolean;
  /** PostgreSQL; SQLite where absent. */
  readonly databaseUrl?: string;
}

/** What stands in the channel after posting, and after updating: of each message, number and text, in order. */
export interface Outcome {
  readonly posted: Standing[];
  readonly updated: Standing[];
}

export interface Standing {
  /** As its footer says. */
  readonly number: number;
  readonly text: string;
}

const BOT = fileURLToPath(new URL('./bot.ts', import.meta.url));
/** Requests that a timeline of forty takes to post, at least; a kill comes after some of them. */
const REQUESTS = 40;
const LONG = 120_000;

export async function runScenario({ seed, kills, forum = false, databaseUrl }: Scenario): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const knowledge = join(folder, 'knowledge');
  await writeKnowledge(knowledge);
  const quick = { requests: 1_000, seconds: 1 };
  const rateLimits = {
    ...Object.fromEntries(
      ['thread-create', 'message-create', 'message-edit', 'message-delete', 'webhook-message', 'other', 'global'].map(
        (name) => [name, quick],
      ),
    ),
  };
  const discord = await startLocalDiscord({ port: 0, seed: { rateLimits, randomness: seed } });
  const supervisor = supervise({
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    KNOWLEDGE_DIR: knowledge,
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl ?? '',
    LOG_LEVEL: 'warn',
  });
  const random = numbers(seed);
  try {
    await supervisor.ready();
    const moderator = discord.as(discord.person('moderator'));
    const [channelId, channel] = [discord.channel('general'), discord.channel(forum ? 'forum' : 'timelines')];
    const preview = await moderator.command('publish', { channelId, subcommand: 'timeline', options: { channel } });
    misbehave(discord);
    await moderator.click(shownBy(preview), buttonOf(shownBy(preview), 'Post'));
    await endure(discord, supervisor, preview, kills, random);
    const at = forum ? onlyPost(discord, channel) : channel;
    const posted = standing(discord, at);

    discord.faults.clear();
    await changeKnowledge(knowledge);
    await supervisor.restart();
    const id = /\w{10}/.exec(embedOf(moderator.view(at)[0] as never).footer?.text ?? '')?.[0] ?? '';
    const options = { timeline: id };
    misbehave(discord);
    const update = await moderator.command('publish', { channelId, subcommand: 'update', options });
    await endure(discord, supervisor, update, kills, random);
    return { posted, updated: standing(discord, at) };
  } finally {
    await supervisor.stop();
    await discord.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function misbehave({ faults }: LocalDiscord): void {
  // As slow as a server is that is not on the same machine, so that kills fall between request and answer too.
  faults.rest({ match: /^(POST|PATCH|DELETE) \/channels\//, chance: 0.05, status: 500, after: true, delayMs: 10 });
  faults.rest({ match: /^(POST|PATCH|DELETE|GET) \/channels\//, chance: 0.05, status: 429, retryAfterSeconds: 0.1 });
  faults.rest({ match: /^(POST|PATCH|DELETE) \/channels\//, delayMs: 10 });
}

/** Kills the bot again and again until what it was asked for is done; drops the gateway once. */
async function endure(
  discord: LocalDiscord,
  supervisor: Supervisor,
  asked: Interaction,
  kills: number,
  random: () => number,
): Promise<void> {
  const isDone = () => textOf(asked.current() as never)?.startsWith('Done') ?? false;
  const writes = () => discord.requests.matching(/^(POST|PATCH|DELETE) \/channels\/\d+\/(messages|threads)/).length;
  const dropAt = Math.floor(random() * kills);
  for (let kill = 0; kill < kills && !isDone(); kill++) {
    // After the first at least: what is killed before it is written down is to be asked for again.
    const until = writes() + 1 + Math.floor((random() * REQUESTS) / (kills / 2));
    await discord.until(() => (writes() >= until || isDone() ? true : undefined), LONG);
    if (kill === dropAt) discord.faults.dropSockets();
    await new Promise((resolve) => setTimeout(resolve, random() * 25));
    await supervisor.restart();
  }
  await discord.until(() => (isDone() ? true : undefined), LONG);
}

/** The post of a forum that has one. @throws where there are more, or none */
function onlyPost(discord: LocalDiscord, forum: string): string {
  const posts = [...discord.world.channels.values()].filter(({ parentId }) => parentId === forum);
  if (posts.length !== 1) throw new Error(`${posts.length} posts in the forum`);
  return posts[0]?.id ?? '';
}

function standing(discord: LocalDiscord, channel: string): Standing[] {
  const stored = [...(discord.world.channels.get(channel)?.messages.values() ?? [])];
  return stored.map(({ data }) => ({
    number: Number(/· (\d+)/.exec(data.embeds[0]?.footer?.text ?? '')?.[1]),
    text: data.embeds[0]?.description ?? '',
  }));
}

interface Supervisor {
  ready(): Promise<void>;
  /** Kills the process, at once, and starts another. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps a process of the bot running: another one starts where one has ended. */
function supervise(env: NodeJS.ProcessEnv): Supervisor {
  let ended = false;
  let child: ChildProcess;
  let isReady: Promise<void>;
  const start = (): void => {
    const own = spawn(process.execPath, [BOT], {
      env,
      stdio: ['pipe', 'pipe', process.env.CHAOS_LOG ? 'inherit' : 'ignore'],
    });
    child = own;
    const { promise, resolve } = Promise.withResolvers<void>();
    isReady = promise;
    own.stdout?.once('data', () => resolve());
    own.once('exit', () => {
      if (!ended && child === own) start();
      isReady.then(resolve);
    });
  };
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  start();
  return {
    ready: () => isReady,
    async restart() {
      await kill();
      await isReady;
    },
    async stop() {
      ended = true;
      await kill();
    },
  };
}

/** Numbers in [0, 1) that a seed repeats: a linear congruential generator with the constants of Numerical Recipes. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

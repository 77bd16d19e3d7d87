/** The whole bot: knowledge, engine, store, Discord or the local one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import { createEngine } from './answer/engine.ts';
import type { Config } from './config.ts';
import type { Bot, Serving } from './discord/bot.ts';
import { type Connection, connect } from './discord/client.ts';
import type { DiscordError } from './discord/errors.ts';
import { createPublishing } from './discord/publish/publishing.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Knowledge } from './knowledge/model.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import type { Seed } from './local/seed.ts';
import type { LocalDiscord } from './local/server.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

export interface App {
  /** Where the local Discord's page is; absent on Discord itself. */
  readonly url?: string;
  /** Logged in; another one after a recovery. */
  readonly client: Client<true>;
  /** Set where the app runs on a local Discord. */
  readonly local?: LocalDiscord;
  /** Logs in anew, after discord.js came to a state that it doesn't leave by itself. */
  recover(): Promise<void>;
  /** Finishes what is under way. Calling it again waits for the same end. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** How the local Discord differs from the one that a newcomer meets. */
  seed?: Seed;
  /** Milliseconds after which the jobs of a killed process are taken up, where the store is SQLite. */
  lease?: number;
  /** Milliseconds since 1970, by which schedules run. */
  now?: () => number;
  /** The bot is off Discord for good; the app is to be closed. */
  onLost?: (error: DiscordError) => void;
}

/**
 * Starts the bot and waits until it answers.
 * @throws KnowledgeError, DiscordError, LocalDiscordError, StoreError, each with a code
 */
export async function startApp(
  config: Config,
  log: Logger,
  { onLost, seed = {}, lease, now = Date.now }: AppOptions = {},
): Promise<App> {
  let serving = await serve(await loadKnowledge(config.knowledgeDir));
  const local = config.token ? undefined : await startLocal(config.port, serving.knowledge, seed);
  const { store, discard } = await openStoreFor(config, log, lease).catch(async (error: unknown) => {
    await local?.close();
    throw error;
  });
  const publishing = createPublishing({
    store,
    knowledge: () => serving.knowledge,
    client: () => connection.client,
    log,
    now,
  });
  const bot: Bot = { serving: () => serving, log, publishing };
  const settings = {
    token: config.token ?? (local as LocalDiscord).token,
    apiUrl: local?.apiUrl ?? config.apiUrl,
    commands,
    bot,
    onLost: (error: DiscordError) => onLost?.(error),
  };
  let connection: Connection;
  try {
    connection = await connect(settings);
  } catch (error) {
    await store.close();
    await discard();
    await local?.close();
    throw error;
  }
  await publishing.start();
  const watching = watchKnowledge(config.knowledgeDir, {
    async onLoaded(knowledge) {
      const next = await serve(knowledge);
      if (closing) return;
      serving = next;
      log.info({ records: knowledge.records.size, statements: knowledge.statements.length }, 'knowledge reloaded');
      connection.register().catch((error: unknown) => log.error({ err: error }, 'commands could not be registered'));
      void publishing.tellBehind();
    },
    onFault: (error) =>
      log.error({ faults: error.faults.slice(0, 5) }, 'the changed knowledge has faults; the last good one stays'),
  });
  log.info({ bot: connection.client.user.tag, records: serving.knowledge.records.size }, 'ready');

  let recovering: Promise<void> | undefined;
  let closing: Promise<void> | undefined;
  return {
    ...(local ? { url: local.url, local } : {}),
    get client() {
      return connection.client;
    },
    recover() {
      recovering ??= (async () => {
        await connection.close();
        if (!closing) connection = await connect(settings);
      })().finally(() => {
        recovering = undefined;
      });
      return recovering;
    },
    close() {
      closing ??= (async () => {
        watching.close();
        await recovering?.catch(() => undefined);
        await publishing.stop();
        await connection.close();
        await store.close();
        await discard();
        await local?.close();
      })();
      return closing;
    },
  };
}

const serve = async (knowledge: Knowledge): Promise<Serving> => ({ knowledge, engine: await createEngine(knowledge) });

/** The local Discord forgets everything when it ends, and so does what was stored about it. */
async function openStoreFor(
  { token, dataDir, databaseUrl }: Config,
  log: Logger,
  lease: number | undefined,
): Promise<{ store: Store; discard: () => Promise<void> }> {
  if (token) {
    const store = await openStore({
      dataDir,
      log,
      ...(databaseUrl ? { databaseUrl } : {}),
      ...(lease ? { lease } : {}),
    });
    return { store, discard: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'jylnama-'));
  return {
    store: await openStore({ dataDir: folder, log }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Only where it is needed: on Discord itself, nothing of the local one is loaded. */
async function startLocal(port: number, { pack }: Knowledge, seed: Seed): Promise<LocalDiscord> {
  const { startLocalDiscord } = await import('./local/server.ts');
  const starters = Object.entries(pack.starters).flatMap(([language, questions]) =>
    questions.map((text) => ({ language, text, command: 'ask', options: [{ name: 'question', value: text }] })),
  );
  return startLocalDiscord({ port, seed: { botName: 'Jylnama', starters, ...seed } });
}

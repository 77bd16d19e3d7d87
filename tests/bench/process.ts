/** Bots in processes of their own, so that what is measured is theirs alone. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { type LocalDiscord, startLocalDiscord } from '../../src/local/server.ts';
import type { Vitals } from './probe.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROBE = fileURLToPath(new URL('probe.ts', import.meta.url));
/** Longest that a bot may take to register its commands, milliseconds. */
const PATIENCE = 30_000;

/** As `npm start` has it: settings of Node, and the script. */
const words = manifest.scripts.start.split(' ').slice(1);
const flags = words.slice(0, -1);
export const START = words.at(-1) as string;

export interface Settings {
  /** Path from the root of the repository. */
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface RunningBot {
  readonly discord: LocalDiscord;
  /** Milliseconds from the start of its process to its commands being registered. */
  readonly startedIn: number;
  vitals(): Promise<Vitals>;
  close(): Promise<void>;
}

/** Starts a bot on a local Discord that runs in this process. */
export async function startBot({ script, env }: Settings): Promise<RunningBot> {
  const discord = await startLocalDiscord({ port: 0 });
  const begun = performance.now();
  const child = start(script, { ...env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
  const registered = () =>
    [...(discord.world.commands.get('global')?.values() ?? [])].find(({ name }) => name === 'ask');
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`${script} ended at once`)));
  await Promise.race([discord.until(registered, PATIENCE), failed]);
  failed.catch(() => {});
  const startedIn = performance.now() - begun;
  return {
    discord,
    startedIn,
    async vitals() {
      child.send('vitals');
      const [vitals] = await once(child, 'message');
      return vitals as Vitals;
    },
    async close() {
      await end(child);
      await discord.close();
    },
  };
}

/** `npm start` without a token. @returns milliseconds from the start of the process to its page being served */
export async function startToPage(env: Readonly<Record<string, string>>): Promise<number> {
  const begun = performance.now();
  const child = start(START, { ...env, DISCORD_TOKEN: '', PORT: '0' });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (/http:\/\/127/.test(said)) break;
  }
  const took = performance.now() - begun;
  await end(child);
  return took;
}

/** Runs a script to its end. @returns milliseconds. @throws where it fails */
export async function timeOf(script: string, ...parameters: string[]): Promise<number> {
  const begun = performance.now();
  const child = fork(script, parameters, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return performance.now() - begun;
}

const start = (script: string, env: Readonly<Record<string, string>>): ChildProcess =>
  fork(script, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATABASE_URL: '', LOG_LEVEL: 'warn', ...env },
    execArgv: [...flags, '--expose-gc', '--import', PROBE],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });

async function end(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

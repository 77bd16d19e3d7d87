import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../src/local/server.ts';
import { LIGHTHOUSES, runApp, shownBy, textOf } from '../support/app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Process {
  child: ChildProcess;
  output: () => string;
  /** Waits until the output matches. */
  says: (pattern: RegExp) => Promise<string>;
  exit: Promise<number | null>;
}

/** `npm start`, without npm. */
function start(environment: Record<string, string>): Process {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: LIGHTHOUSES, PORT: '0', ...environment },
  });
  let output = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
      for (const listener of heard) listener();
    });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  ends.push(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(output);
        if (found) resolve(found[0]);
      };
      heard.add(look);
      look();
      void exit.then(() => reject(new Error(`Ended without saying ${pattern}: ${output}`)));
    });
  return { child, output: () => output, says, exit };
}

async function discord(options: Partial<Parameters<typeof startLocalDiscord>[0]> = {}): Promise<LocalDiscord> {
  const server = await startLocalDiscord({ port: 0, ...options });
  ends.push(() => server.close());
  return server;
}
const at = ({ apiUrl, token }: LocalDiscord) => ({ DISCORD_API_URL: apiUrl, DISCORD_TOKEN: token });

describe('npm start', () => {
  it('without a token serves a local Discord, prints its address, and ends well when asked to', async () => {
    const { child, says, exit } = start({});
    const [, address] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(await says(/Jylnama is at http:\S+/)) ?? [];
    expect((await fetch(address as string)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('with a token logs in where it is told to, and answers', async () => {
    const server = await discord();
    const { child, says, exit } = start(at(server));
    await says(/"msg":"ready"/);
    const member = server.as(server.person('member'));
    const use = { channelId: server.channel('general'), options: { question: 'When was Ar-Men first lit?' } };
    expect(textOf(shownBy(await member.command('ask', use)))).toContain('31 August 1881');
    expect(server.requests.refused()).toEqual([]);
    child.kill('SIGINT');
    expect(await exit).toBe(0);
  });

  it.each([
    [
      'a wrong token',
      async () => ({ ...at(await discord()), DISCORD_TOKEN: 'x'.repeat(60) }),
      /^Discord does not accept DISCORD_TOKEN; .+\.\n$/,
    ],
    [
      'no Discord there',
      async () => ({ DISCORD_API_URL: 'http://127.0.0.1:9/api', DISCORD_TOKEN: 'x'.repeat(60) }),
      /^Discord cannot be reached; .+\.\n$/,
    ],
    ['a port in use', async () => ({ PORT: new URL((await discord()).url).port }), /^Port \d+ is in use; .+\.\n$/],
    [
      'no database there',
      async () => ({ ...at(await discord()), DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
      /^The database cannot be opened; .+\.\n$/,
    ],
    ['a bad setting', async () => ({ PORT: 'http' }), /^PORT is no port; .+\.\n$/],
    [
      'no records',
      async () => ({ KNOWLEDGE_DIR: '/nonexistent' }),
      /have faults; nothing is served until they are mended\.\n$/,
    ],
  ])('says in one sentence that there is %s, and exits with 1', async (_what, environment, sentence) => {
    const { exit, output } = start(await environment());
    expect(await exit).toBe(1);
    expect(output()).toMatch(sentence);
    expect(output()).not.toMatch(/\n\s+at /);
  });

  it('prints every fault of the records at its line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'records-'));
    ends.push(() => rm(folder, { recursive: true }));
    await cp(LIGHTHOUSES, folder, { recursive: true });
    await writeFile(join(folder, 'places/brittany.yaml'), 'names: { en: Brittany }\nnonsense: 1\n');
    const { exit, output } = start({ KNOWLEDGE_DIR: folder });
    expect(await exit).toBe(1);
    expect(output()).toMatch(/places\/brittany\.yaml:2:1: /);
  });
});

describe('commands', () => {
  it('are registered once, and again only where they differ', async () => {
    const server = await discord();
    const puts = () => server.requests.matching(/^PUT .*\/commands/).length;
    for (let times = 0; times < 2; times++) {
      const { child, says, exit } = start(at(server));
      await says(/"msg":"ready"/);
      child.kill('SIGTERM');
      await exit;
      expect(puts()).toBe(1);
    }
    const [first] = server.world.commands.get('global')?.values() ?? [];
    if (!first) throw new Error('no command');
    first.description = 'Changed by somebody';
    const again = start(at(server));
    await again.says(/"msg":"ready"/);
    expect(puts()).toBe(2);
  });
});

describe('a bot on an unquiet Discord', () => {
  const ask = { options: { question: 'When was Ar-Men first lit?' } };

  it('keeps its token when a request is refused', async () => {
    const run = await runApp();
    ends.push(run.close);
    const { rest } = run.app.client;
    run.discord.faults.rest({ match: /^GET \/users\/@me$/, status: 401, times: 1 });
    await expect(rest.get('/users/@me')).rejects.toThrow();
    await new Promise(setImmediate);
    await expect(rest.get('/users/@me')).resolves.toMatchObject({ bot: true });
  });

  it('answers on after it was cut off, and after its session was declared invalid', async () => {
    const run = await runApp();
    ends.push(run.close);
    for (const cut of [() => run.discord.faults.dropSockets(), () => run.discord.faults.reconnect()]) {
      const back = new Promise((resolve) => run.app.client.once('shardResume', resolve));
      cut();
      await back;
      const answer = await run.member.command('ask', { channelId: run.general, ...ask });
      expect(textOf(shownBy(answer))).toContain('1881');
    }
    const back = new Promise((resolve) => run.app.client.once('shardReady', resolve));
    run.discord.faults.invalidSession(false);
    await back;
    expect(textOf(shownBy(await run.member.command('ask', { channelId: run.general, ...ask })))).toContain('1881');
  });

  it('outlives a session that ends as soon as it was resumed, at which discord.js throws', async () => {
    const server = await discord();
    const { child, says, exit } = start(at(server));
    await says(/"msg":"ready"/);
    let ended = false;
    const resumed = new Promise<void>((resolve) => {
      server.world.listen((event) => {
        if (event.type !== 'online' || !event.online || ended) return;
        ended = true;
        server.faults.invalidSession(false);
        resolve();
      });
    });
    server.faults.dropSockets();
    await resumed;
    const member = server.as(server.person('member'));
    const answer = async (): Promise<string> =>
      (await member.command('ask', { channelId: server.channel('general'), ...ask })).outcome;
    await expect.poll(answer, { timeout: 15_000 }).toBe('message');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
  });

  it('logs in anew when asked to recover', async () => {
    const run = await runApp();
    ends.push(run.close);
    const before = run.app.client;
    await run.app.recover();
    expect(run.app.client).not.toBe(before);
    expect(textOf(shownBy(await run.member.command('ask', { channelId: run.general, ...ask })))).toContain('1881');
  });

  it('finishes what is under way before it ends', async () => {
    const run = await runApp();
    run.discord.faults.rest({ match: /callback/, delayMs: 300 });
    const received = new Promise((resolve) => run.app.client.once('interactionCreate', resolve));
    const answer = run.member.command('ask', { channelId: run.general, ...ask });
    await received;
    await run.close();
    expect((await answer).outcome).toBe('message');
  });

  it('answers an interaction once that it was told of twice', async () => {
    const run = await runApp();
    ends.push(run.close);
    run.discord.faults.event({ event: 'INTERACTION_CREATE', duplicate: true, times: 1 });
    const answer = await run.member.command('ask', { channelId: run.general, ...ask });
    expect(textOf(shownBy(answer))).toContain('1881');
    await run.member.command('about', { channelId: run.general });
    expect(run.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(run.member.view(run.general).filter(({ author }) => author.id === run.discord.person('bot'))).toHaveLength(
      2,
    );
  });
});

describe('records that change', () => {
  it('are taken up while the bot runs; faulty ones are not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'records-'));
    ends.push(() => rm(folder, { recursive: true }));
    await cp(LIGHTHOUSES, folder, { recursive: true });
    const run = await runApp(folder);
    ends.push(run.close);
    const logged = async (text: string): Promise<void> => {
      await expect.poll(() => run.logged.some(({ msg }) => String(msg).includes(text)), { timeout: 10_000 }).toBe(true);
    };
    const file = join(folder, 'events/1881-08-31-ar-men-lit.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('Ar-Men is lit', 'Ar-Men shines'));
    await logged('knowledge reloaded');
    const show = async (): Promise<string | undefined> => {
      const use = { channelId: run.general, options: { name: '1881-08-31-ar-men-lit' } };
      return shownBy(await run.member.command('event', use)).embeds[0]?.title;
    };
    expect(await show()).toBe('Ar-Men shines');
    await writeFile(file, 'title: {');
    await logged('the last good one stays');
    expect(await show()).toBe('Ar-Men shines');
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { describeStores, type Where } from './backends.ts';

const script = fileURLToPath(new URL('poster.ts', import.meta.url));
const children = new Set<ChildProcess>();

async function startPoster(where: Where, channel: string): Promise<ChildProcess> {
  const child = fork(script, [JSON.stringify({ where, channel })], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The poster ended with ${code}`);
    }),
  ]);
  return child;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const lines = (channel: string): string[] =>
  existsSync(channel) ? readFileSync(channel, 'utf8').split('\n').filter(Boolean) : [];

/** Resolves when the channel has that many messages. */
function reached(dataDir: string, channel: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(dataDir);
    const look = () => {
      if (lines(channel).length < count) return;
      watcher.close();
      resolve();
    };
    watcher.on('change', look);
    look();
  });
}

afterEach(async () => {
  await Promise.all([...children].map((child) => end(child, 'SIGKILL')));
});

const request = { guildId: 'g', channelId: 'c', requesterId: 'u', language: 'en', options: null };

describeStores('several processes', ({ fresh, open }) => {
  test('killed again and again while it posts, each message is there once and in order', {
    timeout: 60_000,
  }, async () => {
    const where = await fresh();
    const channel = join(where.dataDir, 'channel.txt');
    const store = await open(where);
    const { id } = await store.timelines.draft(request);
    const messages = Array.from({ length: 60 }, (_, n) => ({ records: [`r${n}`], body: { n }, hash: `h${n}` }));
    await store.timelines.begin(id, messages, 'v1');
    await store.queue.send('post', id, { key: id });
    for (let kills = 0, target = 0; kills < 5; kills += 1) {
      const poster = await startPoster(where, channel);
      target += 1 + Math.floor(Math.random() * 10);
      await reached(where.dataDir, channel, target);
      await end(poster, 'SIGKILL');
    }
    const [one, other] = await Promise.all([startPoster(where, channel), startPoster(where, channel)]);
    await reached(where.dataDir, channel, 60);
    await Promise.all([end(one, 'SIGTERM'), end(other, 'SIGTERM')]);

    const items = await store.timelines.items(id);
    expect(lines(channel)).toEqual(items.map((item) => item.id));
    // The last one may have been sent and not yet recorded when it was told to end.
    const last = await startPoster(where, channel);
    await expect.poll(async () => (await store.timelines.get(id))?.state, { timeout: 10_000 }).toBe('done');
    await end(last, 'SIGTERM');
    expect(lines(channel)).toHaveLength(60);
    expect(new Set((await store.timelines.items(id)).map(({ state }) => state))).toEqual(new Set(['posted']));
  });

  test('opened by many processes at once, the tables are made once', async () => {
    const where = await fresh();
    const posters = await Promise.all([1, 2, 3].map((n) => startPoster(where, join(where.dataDir, `${n}.txt`))));
    const [one, other] = await Promise.all([open(where), open(where)]);
    await one.settings.write('server', '1', 'language', 'ru');
    expect(await other.settings.read('language', { server: '1' })).toEqual({ server: 'ru' });
    await Promise.all(posters.map((child) => end(child, 'SIGTERM')));
  });

  test('opened several times in the same instant, the tables are made once', async () => {
    const where = await fresh();
    const stores = await Promise.all([1, 2, 3, 4, 5].map(() => open(where)));
    for (const { queue } of stores) await queue.send('a', null);
  });

  test('tables of a later version are left alone', async () => {
    const where = await fresh();
    const store = await open(where);
    await store.close();
    await addMigration(where, '999-later');
    await expect(openStore({ ...where, log: { warn: () => {}, error: () => {} } })).rejects.toMatchObject({
      code: 'migration',
    });
  });
});

/** Notes a migration that this version doesn't know. */
async function addMigration({ dataDir, databaseUrl }: Where, name: string): Promise<void> {
  const statement = `INSERT INTO kysely_migration (name, timestamp) VALUES ('${name}', '2100-01-01T00:00:00Z')`;
  if (databaseUrl) {
    const { default: pg } = await import('pg');
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query(statement);
    await client.end();
  } else {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(join(dataDir, 'jylnama.db'));
    database.exec(statement);
    database.close();
  }
}

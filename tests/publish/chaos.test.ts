import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { assertWhole } from './chaos/expect.ts';
import { runScenario } from './chaos/scenario.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** In each of posting and updating; a hundred instants in all by `npm run chaos`. */
const KILLS = 3;

describe.concurrent('a bot that is killed at random instants, on a Discord that misbehaves', () => {
  it('posts and updates each entry once and in order, over SQLite', { timeout: 120_000 }, async () => {
    assertWhole(await runScenario({ seed: 1, kills: KILLS }));
  });

  it('posts and updates each entry once and in order, in a forum, over PostgreSQL', { timeout: 120_000 }, async () => {
    const databaseUrl = await postgres.createDatabase();
    assertWhole(await runScenario({ seed: 2, kills: KILLS, forum: true, databaseUrl }));
  });
});

/** `npm run chaos`: a hundred kills in ten runs, half of them over PostgreSQL. `npm run chaos -- SEED` begins elsewhere. */
import { startPostgres } from '../support/postgres.ts';
import { assertWhole } from './chaos/expect.ts';
import { runScenario } from './chaos/scenario.ts';

const RUNS = 10;
/** While posting, and again while updating. */
const KILLS = 5;

const first = Number(process.argv[2] ?? Date.now() % 100_000);
const postgres = await startPostgres();
let failed = 0;
try {
  for (let run = 0; run < RUNS; run++) {
    const seed = first + run;
    const forum = run % 4 >= 2;
    const over = `${run % 2 === 0 ? 'SQLite' : 'PostgreSQL'}, in a ${forum ? 'forum' : 'channel'}`;
    const database = run % 2 === 0 ? {} : { databaseUrl: await postgres.createDatabase() };
    const begun = performance.now();
    try {
      assertWhole(await runScenario({ seed, kills: KILLS, forum, ...database }));
      console.log(`seed ${seed} over ${over}: whole, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed += 1;
      console.error(`seed ${seed} over ${over}:`, error);
    }
  }
} finally {
  await postgres.stop();
}
console.log(`${RUNS * KILLS * 2} kills, ${failed === 0 ? 'nothing lost or doubled' : `${failed} runs failed`}`);
process.exit(failed === 0 ? 0 : 1);

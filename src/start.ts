/** The bot as a process: reads the environment, starts the bot, and ends it when asked to. */
import { config as readDotenv } from 'dotenv';
import { type App, startApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { explainFailure } from './start-errors.ts';

readDotenv({ quiet: true });

/** Crashes inside discord.js that are mended by logging in anew; more within this time, and the process ends. */
const RECOVERIES = { most: 5, within: 600_000 };

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  let app: App | undefined;
  let recoveries: number[] = [];
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    const closed = app?.close() ?? Promise.resolve();
    closed.then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  // A session that ends right after it was resumed makes discord.js throw where nobody can catch it.
  process.on('uncaughtException', (error) => {
    const theirs = /node_modules[\\/](discord\.js|@discordjs)[\\/]/.test(error.stack ?? '');
    log.error({ err: error }, theirs ? 'discord.js failed; logging in anew' : 'an error nobody caught');
    const now = Date.now();
    recoveries = [...recoveries.filter((at) => now - at < RECOVERIES.within), now];
    if (!theirs || !app || recoveries.length > RECOVERIES.most) return end(1);
    app.recover().catch((failure: unknown) => {
      log.fatal({ err: failure }, explainFailure(failure) ?? 'logging in anew failed');
      end(1);
    });
  });
  app = await startApp(config, log, {
    onLost(error) {
      log.fatal(explainFailure(error));
      end(1);
    },
  });
  if (app.url) console.log(`Jylnama is at ${app.url}`);
}

main().catch((error: unknown) => {
  console.error(explainFailure(error) ?? error);
  process.exit(1);
});

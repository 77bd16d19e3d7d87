/** `npm start`: reads the environment, starts the bot, and ends it when asked to. */
import { config as readDotenv } from 'dotenv';
import { type App, startApp } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { explainFailure } from './start-errors.ts';

readDotenv({ quiet: true });

/** Times that a crash inside discord.js is mended by logging in anew, before the process ends for its supervisor. */
const RECOVERIES = 5;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  let app: App | undefined;
  let recoveries = 0;
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
    if (!theirs || !app || ++recoveries > RECOVERIES) return end(1);
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

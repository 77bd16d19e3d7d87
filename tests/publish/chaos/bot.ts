/** The bot in a process of its own, to be killed. Says `ready` on stdout; ends with its failures, as a supervisor wants. */
import { pino } from 'pino';
import { startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';

const config = readConfig(process.env);
const log = pino({ level: 'warn' }, pino.destination({ fd: 2, sync: true }));
// Whoever started it holds the other end.
process.stdin.on('close', () => process.exit(1)).resume();
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'uncaught');
  process.exit(1);
});
await startApp(config, log, { lease: 1_000, onLost: () => process.exit(1) });
process.stdout.write('ready\n');

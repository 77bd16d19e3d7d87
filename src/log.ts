import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

/**
 * The log: readable lines in a terminal, JSON lines elsewhere. It holds no text that people wrote, and no token: both
 * stand in what discord.js says of a request that failed.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = terminal()): Logger {
  const redact = { paths: ['err.requestBody', 'err.url'], remove: true };
  return pino({ level, redact }, destination);
}

function terminal(): DestinationStream {
  if (!process.stdout.isTTY) return pino.destination({ sync: true });
  return pretty({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true });
}

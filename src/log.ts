import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

/** The log: readable lines in a terminal, JSON lines elsewhere. It holds no text that people wrote. */
export function createLog(level: Config['logLevel']): Logger {
  if (!process.stdout.isTTY) return pino({ level });
  return pino({ level }, pretty({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname', sync: true }));
}

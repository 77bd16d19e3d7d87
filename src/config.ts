/** What the environment sets, read once at start. */
import { z } from 'zod';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Each message ends the sentence that begins with the variable's name. */
const Environment = z.object({
  DISCORD_TOKEN: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .regex(/^\S{10,}$/, 'is no bot token; copy it from the Bot page of your application on discord.com/developers')
      .optional(),
  ),
  DISCORD_API_URL: z.preprocess(
    blank,
    z
      .url({
        protocol: /^https?$/,
        error: 'is no address; give one such as http://127.0.0.1:4180/api, or leave it out',
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .default('https://discord.com/api'),
  ),
  KNOWLEDGE_DIR: z.preprocess(blank, z.string().default('./knowledge')),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DATABASE_URL: z.preprocess(
    blank,
    z
      .url({
        protocol: /^postgres(ql)?$/,
        error: 'is no PostgreSQL address; give one such as postgres://user:password@host:5432/name, or leave it out',
      })
      .optional(),
  ),
  PORT: z.preprocess(
    blank,
    z
      .string()
      .regex(/^\d{1,5}$/, 'is no port; give a whole number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65535, 'is no port; give a whole number from 0 to 65535')
      .default(4180),
  ),
  LOG_LEVEL: z.preprocess(blank, z.enum(LEVELS, `is none of ${LEVELS.join(', ')}`).default('info')),
});

export interface Config {
  /** Absent: the local Discord is served, and the bot logged in to it. */
  readonly token?: string;
  /** Base of Discord's REST API, without a version. */
  readonly apiUrl: string;
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Of the local Discord; 0 takes any free one. */
  readonly port: number;
  readonly logLevel: (typeof LEVELS)[number];
}

/** The environment is not as it should be: one sentence a variable. */
export class ConfigError extends Error {
  readonly code = 'config';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the settings from an environment. @throws ConfigError naming every bad variable with its remedy. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`));
  const { data } = read;
  return {
    ...(data.DISCORD_TOKEN ? { token: data.DISCORD_TOKEN } : {}),
    apiUrl: data.DISCORD_API_URL,
    knowledgeDir: data.KNOWLEDGE_DIR,
    dataDir: data.DATA_DIR,
    ...(data.DATABASE_URL ? { databaseUrl: data.DATABASE_URL } : {}),
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
  };
}

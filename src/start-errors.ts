import { join } from 'node:path';
import { ConfigError } from './config.ts';
import { DiscordError } from './discord/errors.ts';
import { formatFault, KnowledgeError } from './knowledge/fault.ts';
import { LocalDiscordError } from './local/errors.ts';
import { StoreError } from './store/error.ts';

const DISCORD: Readonly<Record<DiscordError['code'], string>> = {
  token:
    'Discord does not accept DISCORD_TOKEN; reset the token on the Bot page of your application, and set the new one.',
  intents:
    'Discord does not allow this bot the intents it asks for; none is privileged, so look at your application on discord.com/developers.',
  unreachable: 'Discord cannot be reached; look at the network, and at DISCORD_API_URL if it is set.',
  refused: 'Discord refused the bot; the log says what it answered.',
};

/** Why the bot could not start, or had to end, in plain sentences; null for what nobody foresaw. */
export function explainFailure(error: unknown): string | null {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof DiscordError) {
    const cause = error.code === 'refused' && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return DISCORD[error.code] + cause;
  }
  if (error instanceof KnowledgeError) {
    const faults = error.faults.map((fault) => formatFault({ ...fault, file: join(error.directory, fault.file) }));
    return [...faults, `The records in ${error.directory} have faults; nothing is served until they are mended.`].join(
      '\n',
    );
  }
  if (error instanceof LocalDiscordError)
    return error.code === 'port-in-use'
      ? `Port ${error.port} is in use; end what uses it, or set PORT to another, such as PORT=0 for any free one.`
      : `Port ${error.port} may not be used here; set PORT to another, such as PORT=4180.`;
  if (error instanceof StoreError)
    return error.code === 'unreachable'
      ? `The database cannot be opened; look at DATABASE_URL if it is set, else whether DATA_DIR can be written (${reasonOf(error)}).`
      : error.message;
  return null;
}

/** A cause in a word: what the system calls it, else its message. */
function reasonOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && cause.code ? String(cause.code) : cause.message;
}

/** Why the bot cannot be, or can no longer be, on Discord. */
export type DiscordErrorCode = 'token' | 'intents' | 'unreachable' | 'refused';

export class DiscordError extends Error {
  readonly code: DiscordErrorCode;
  constructor(code: DiscordErrorCode, cause?: unknown) {
    super(`Discord: ${code}`, { cause });
    this.name = 'DiscordError';
    this.code = code;
  }
}

/** Close codes of the gateway after which there is no coming back. */
export const FINAL_CLOSE_CODES: Readonly<Record<number, DiscordErrorCode>> = {
  4004: 'token',
  4010: 'refused',
  4011: 'refused',
  4012: 'refused',
  4013: 'intents',
  4014: 'intents',
};

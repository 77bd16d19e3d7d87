/** Gateway codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
import { GatewayIntentBits as I } from 'discord-api-types/v10';

export const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

export const close = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  rateLimited: [4008, 'You are being rate limited.'],
  invalidShard: [4010, 'Invalid shard.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, [code: number, reason: string]>;

export const heartbeatInterval = 41_250;

/** Most that a client may send: bytes a payload, payloads a minute. */
export const maxPayload = 4_096;
export const maxPerMinute = 120;

export const privileged = I.GuildMembers | I.GuildPresences | I.MessageContent;
export const knownIntents = Object.values(I)
  .filter((bit) => typeof bit === 'number')
  .reduce((sum, bit) => sum | bit, 0);

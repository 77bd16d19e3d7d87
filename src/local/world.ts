import type {
  APIApplicationCommand,
  APIGuildForumTag,
  APIInteraction,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
} from 'discord-api-types/v10';
import type { Pending } from './interactions.ts';
import type { Starter } from './page-api.ts';
import { snowflakes } from './snowflake.ts';

/** A member of a guild: what they are called there and which roles they hold besides @everyone. */
export interface Member {
  userId: string;
  nick: string | null;
  roles: string[];
  joinedAt: string;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: Map<string, APIRole>;
  members: Map<string, Member>;
}

/** What only threads have. Times are ISO 8601. */
export interface Thread {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  archiveTimestamp: string;
  createdAt: string;
  appliedTags: string[];
}

export interface StoredMessage {
  data: APIMessage;
  /** Ephemeral: the only user who sees it. */
  visibleTo?: string;
}

export interface Channel {
  id: string;
  type: ChannelType;
  /** Absent in direct messages. */
  guildId?: string;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  overwrites: APIOverwrite[];
  slowmodeSeconds: number;
  /** Forums: the tags a post can carry, and whether it must. */
  tags: APIGuildForumTag[];
  tagRequired: boolean;
  /** Direct messages: the person who talks with the bot. */
  recipientId?: string;
  thread?: Thread;
  lastMessageId: string | null;
  /** Oldest first. */
  messages: Map<string, StoredMessage>;
  /** Message id → ISO time at which it was pinned. */
  pins: Map<string, string>;
}

export interface StoredFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What happens, for the gateway and the page to pass on to whoever may know. */
export type WorldEvent =
  | { type: 'message-create' | 'message-update'; channel: Channel; message: StoredMessage }
  | { type: 'message-delete'; channel: Channel; message: StoredMessage }
  | { type: 'channel-create' | 'channel-update' | 'channel-delete'; channel: Channel }
  | { type: 'pins'; channel: Channel }
  | { type: 'reaction'; added: boolean; channel: Channel; message: StoredMessage; userId: string; emoji: string }
  | { type: 'typing'; channel: Channel; userId: string }
  | { type: 'guild-create' | 'guild-update' | 'guild-delete'; guild: Guild }
  | { type: 'member-update'; guild: Guild; member: Member }
  | { type: 'role-update'; guild: Guild; role: APIRole }
  | { type: 'commands' }
  | { type: 'interaction'; pending: Pending; payload: APIInteraction }
  | { type: 'answered'; pending: Pending }
  | { type: 'online'; online: boolean }
  /** A request of the bot was answered and logged. */
  | { type: 'request' };

/** Everything this Discord holds, in memory. One application, with one bot. */
export interface World {
  clock: () => number;
  nextId: () => string;
  /** Where attachments and avatars are fetched, such as `http://127.0.0.1:4180`; known once the server listens. */
  origin: string;
  token: string;
  applicationId: string;
  botId: string;
  /** Privileged intents this application was granted, as bits. */
  privilegedIntents: number;
  users: Map<string, APIUser>;
  /** People of the page's switch, in order. */
  actors: string[];
  /** First questions that the page offers. */
  starters: Starter[];
  guilds: Map<string, Guild>;
  channels: Map<string, Channel>;
  /** Commands by where they are registered: a guild's id, or `global`. */
  commands: Map<string, Map<string, APIApplicationCommand>>;
  interactions: Map<string, Pending>;
  files: Map<string, StoredFile>;
  emit(event: WorldEvent): void;
  /** Hears every event until the returned function is called. */
  listen(listener: (event: WorldEvent) => void): () => void;
}

/** An empty world. `clock` gives milliseconds since 1970. */
export function createWorld(clock: () => number, token: string): World {
  const listeners = new Set<(event: WorldEvent) => void>();
  return {
    clock,
    nextId: snowflakes(clock),
    origin: '',
    token,
    applicationId: '',
    botId: '',
    privilegedIntents: 0,
    users: new Map(),
    actors: [],
    starters: [],
    guilds: new Map(),
    channels: new Map(),
    commands: new Map([['global', new Map()]]),
    interactions: new Map(),
    files: new Map(),
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The world's time as ISO 8601. */
export const now = (world: World): string => new Date(world.clock()).toISOString();

/** Threads of any kind, forum posts among them. */
export const isThread = (channel: Channel): channel is Channel & { thread: Thread } => channel.thread !== undefined;

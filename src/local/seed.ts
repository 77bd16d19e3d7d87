/** What a local Discord starts with. Everything is optional; ids are the same at every start. */
import { type APIRole, ChannelType, OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Limit } from './buckets.ts';
import type { Starter } from './page-api.ts';
import { type Channel, createWorld, type Guild, now, type World } from './world.ts';

export interface PersonSeed {
  /** The name by which roles, overwrites and tests refer to them. */
  name: string;
  displayName?: string;
}

export interface RoleSeed {
  name: string;
  permissions: bigint;
  /** Names of the people who hold it; `bot` is the bot. */
  holders?: string[];
  color?: number;
}

export interface ChannelSeed {
  name: string;
  /** Text where absent. */
  type?: ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;
  topic?: string;
  tags?: string[];
  tagRequired?: boolean;
  /** For a role (`@everyone` too) or a person by name. */
  overwrites?: { for: string; allow?: bigint; deny?: bigint }[];
}

export interface GuildSeed {
  name: string;
  locale?: string;
  /** What @everyone may do. */
  everyone?: bigint;
  roles?: RoleSeed[];
  channels?: ChannelSeed[];
  /** Names of the people on it; everybody where absent. */
  members?: string[];
}

export interface Seed {
  botName?: string;
  token?: string;
  /** Privileged intents granted, as bits; none where absent. */
  privilegedIntents?: number;
  people?: PersonSeed[];
  guilds?: GuildSeed[];
  /** Rate limits by route name (see buckets.ts), instead of the defaults. */
  rateLimits?: Partial<Record<string, Limit>>;
  /** First questions that the page offers to newcomers. */
  starters?: Starter[];
  /** Seed of the chance with which faults strike. */
  randomness?: number;
}

/** What @everyone may do on a server that was just made, as far as bots meet it. */
export const everyonePermissions =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands;

export const moderatorPermissions =
  everyonePermissions | P.ManageMessages | P.ManageThreads | P.PinMessages | P.MentionEveryone | P.ModerateMembers;

/** What a bot is usually invited with. */
export const botPermissions = everyonePermissions | P.ManageMessages | P.ManageThreads | P.PinMessages;

const defaultPeople: PersonSeed[] = [
  { name: 'member', displayName: 'Member' },
  { name: 'moderator', displayName: 'Moderator' },
];

/** The server that a newcomer meets. */
export const defaultGuild = (name = 'Local server'): GuildSeed => ({
  name,
  roles: [
    { name: 'Moderators', permissions: moderatorPermissions, holders: ['moderator'], color: 0x2f_80_ed },
    { name: 'Bot', permissions: botPermissions, holders: ['bot'] },
  ],
  channels: [
    { name: 'general', topic: 'Whatever comes up' },
    { name: 'questions', topic: 'Ask the bot' },
    {
      name: 'announcements',
      type: ChannelType.GuildAnnouncement,
      overwrites: [
        { for: '@everyone', deny: P.SendMessages },
        { for: 'Moderators', allow: P.SendMessages },
        { for: 'Bot', allow: P.SendMessages },
      ],
    },
    { name: 'timelines', topic: 'Chronologies' },
    { name: 'forum', type: ChannelType.GuildForum, tags: ['chronology', 'question', 'discussion'] },
  ],
});

/** Builds the world that `seed` describes. */
export function seedWorld(clock: () => number, seed: Seed = {}): World {
  const world = createWorld(clock, seed.token ?? 'local.discord.token');
  let counter = 900_000_000_000_000_000n;
  const id = () => (++counter).toString();
  const user = (username: string, name: string, bot = false) => {
    const made = { id: id(), username, global_name: bot ? null : name, discriminator: '0', avatar: null, bot };
    world.users.set(made.id, made);
    return made.id;
  };
  world.applicationId = id();
  world.privilegedIntents = seed.privilegedIntents ?? 0;
  world.starters = seed.starters ?? [];
  const people = new Map<string, string>();
  world.botId = user(seed.botName ?? 'bot', seed.botName ?? 'bot', true);
  people.set('bot', world.botId);
  const owner = user('owner', 'Owner');
  for (const person of seed.people ?? defaultPeople) {
    const made = user(person.name, person.displayName ?? person.name);
    people.set(person.name, made);
    world.actors.push(made);
    addDirectMessages(world, id(), made);
  }
  for (const guild of seed.guilds ?? [defaultGuild()]) addGuild(world, guild, { id, owner, people });
  return world;
}

function addDirectMessages(world: World, id: string, recipientId: string): void {
  world.channels.set(id, { ...emptyChannel(id, ChannelType.DM, ''), recipientId });
}

/** A channel without anything in it. */
export function emptyChannel(id: string, type: ChannelType, name: string): Channel {
  return {
    id,
    type,
    name,
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    slowmodeSeconds: 0,
    tags: [],
    tagRequired: false,
    lastMessageId: null,
    messages: new Map(),
    pins: new Map(),
  };
}

interface Naming {
  id: () => string;
  owner: string;
  people: Map<string, string>;
}

function addGuild(world: World, seed: GuildSeed, { id, owner, people }: Naming): void {
  const guild: Guild = {
    id: id(),
    name: seed.name,
    ownerId: owner,
    locale: seed.locale ?? 'en-US',
    roles: new Map(),
    members: new Map(),
  };
  world.guilds.set(guild.id, guild);
  const names = new Map(people);
  const addRole = (roleId: string, name: string, permissions: bigint, color = 0) => {
    guild.roles.set(roleId, role(roleId, name, permissions, guild.roles.size, color));
    names.set(name, roleId);
  };
  addRole(guild.id, '@everyone', seed.everyone ?? everyonePermissions);
  const present = seed.members ? ['bot', ...seed.members] : [...people.keys()];
  for (const userId of [owner, ...present.map((name) => find(people, name))]) {
    guild.members.set(userId, { userId, nick: null, roles: [], joinedAt: now(world) });
  }
  for (const { name, permissions, holders = [], color } of seed.roles ?? []) {
    const roleId = id();
    addRole(roleId, name, permissions, color);
    for (const holder of holders) guild.members.get(find(people, holder))?.roles.unshift(roleId);
  }
  for (const [position, { name, type = ChannelType.GuildText, ...more }] of (seed.channels ?? []).entries()) {
    const channel = emptyChannel(id(), type, name);
    world.channels.set(channel.id, {
      ...channel,
      guildId: guild.id,
      position,
      topic: more.topic ?? null,
      tagRequired: more.tagRequired ?? false,
      tags: (more.tags ?? []).map((tag) => ({
        id: id(),
        name: tag,
        moderated: false,
        emoji_id: null,
        emoji_name: null,
      })),
      overwrites: (more.overwrites ?? []).map((overwrite) => ({
        id: find(names, overwrite.for),
        type: people.has(overwrite.for) ? OverwriteType.Member : OverwriteType.Role,
        allow: String(overwrite.allow ?? 0n),
        deny: String(overwrite.deny ?? 0n),
      })),
    });
  }
}

function find(names: Map<string, string>, name: string): string {
  const id = names.get(name);
  if (!id) throw new RangeError(`The seed names "${name}", which it does not define`);
  return id;
}

function role(id: string, name: string, permissions: bigint, position: number, color: number): APIRole {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: color !== 0,
    managed: name === 'Bot',
    mentionable: false,
    flags: 0,
  } as unknown as APIRole;
}

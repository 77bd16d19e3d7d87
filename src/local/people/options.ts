import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type ChannelType,
  ApplicationCommandOptionType as T,
} from 'discord-api-types/v10';
import { ApiError } from '../errors.ts';
import type { CommandRequest, GivenOption } from '../page-api.ts';
import { channelPermissions } from '../permissions.ts';
import { apiChannel, apiMember } from '../present.ts';
import type { World } from '../world.ts';

/** Characters that Discord's own client lets a person type into a string option. */
const mostTyped = 6_000;

interface Filled {
  options: unknown[];
  resolved: Record<string, Record<string, unknown>>;
}

/** What the person can't do, in one sentence. */
export const unable = (message: string): ApiError => new ApiError(400, 0, message);

/**
 * The options of an interaction, as Discord sends them: nested under group and subcommand, what they name resolved.
 * @param complete whether all required options must be there and every value fit; false while the person still types
 * @throws ApiError where Discord's client would not let the person send this
 */
export function fillOptions(
  world: World,
  command: APIApplicationCommand,
  request: CommandRequest,
  guildId: string | undefined,
  complete: boolean,
): Filled {
  const resolved: Filled['resolved'] = {};
  let defined = (command.options ?? []) as readonly APIApplicationCommandOption[];
  const path: { name: string; type: T }[] = [];
  for (const [name, type] of [
    [request.group, T.SubcommandGroup],
    [request.subcommand, T.Subcommand],
  ] as const) {
    if (!name) continue;
    const next = defined.find((option) => option.name === name && option.type === type);
    if (!next) throw unable(`/${command.name} has no "${name}".`);
    defined = ('options' in next ? next.options : undefined) ?? [];
    path.push({ name, type });
  }
  if (defined.some(({ type }) => type === T.Subcommand || type === T.SubcommandGroup)) {
    throw unable(`Choose what /${command.name} is to do.`);
  }
  for (const { name } of request.options) {
    if (!defined.some((option) => option.name === name)) throw unable(`/${command.name} has no option "${name}".`);
  }
  if (complete) {
    const missing = defined.find(
      ({ name, required }) => required && !request.options.some((given) => given.name === name),
    );
    if (missing) throw unable(`The option "${missing.name}" is required.`);
  }
  let options: unknown[] = request.options.map((given) => {
    const option = defined.find(({ name }) => name === given.name) as APIApplicationCommandOption;
    if (complete) demandFits(world, option, given);
    resolve(world, resolved, option.type, String(given.value), guildId, request.user);
    const value = !complete && given.focused ? String(given.value) : given.value;
    return { name: given.name, type: option.type, value, ...(given.focused ? { focused: true } : {}) };
  });
  for (const { name, type } of path.toReversed()) options = [{ name, type, options }];
  return { options, resolved };
}

function demandFits(world: World, option: APIApplicationCommandOption, { name, value }: GivenOption): void {
  const refuse = (why: string) => unable(`"${name}": ${why}`);
  const within = (size: number, least: number | undefined, most: number | undefined, what: string) => {
    if (least !== undefined && size < least) throw refuse(`at least ${least}${what}`);
    if (most !== undefined && size > most) throw refuse(`at most ${most}${what}`);
  };
  switch (option.type) {
    case T.String:
      if (typeof value !== 'string' || value === '') throw refuse('text is needed');
      within(value.length, option.min_length, Math.min(option.max_length ?? mostTyped, mostTyped), ' characters');
      break;
    case T.Integer:
    case T.Number:
      if (typeof value !== 'number' || (option.type === T.Integer && !Number.isInteger(value))) {
        throw refuse('a number is needed');
      }
      within(value, option.min_value, option.max_value, '');
      break;
    case T.Boolean:
      if (typeof value !== 'boolean') throw refuse('yes or no is needed');
      break;
    case T.Channel: {
      const channel = world.channels.get(String(value));
      const types = option.channel_types as ChannelType[] | undefined;
      if (!channel?.guildId || (types?.length && !types.includes(channel.type))) throw refuse('no such channel');
      break;
    }
    case T.Attachment:
      throw refuse('files can not be given here');
    default:
  }
  const choices = 'choices' in option ? option.choices : undefined;
  if (choices?.length && !choices.some((choice) => choice.value === value)) throw refuse('choose from the list');
}

/** Adds what an id stands for, as Discord does in `resolved`. */
function resolve(
  world: World,
  resolved: Filled['resolved'],
  type: T,
  id: string,
  guildId: string | undefined,
  askerId: string,
): void {
  const add = (kind: string, value: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: value };
  };
  const guild = world.guilds.get(guildId ?? '');
  const user = world.users.get(id);
  const member = guild?.members.get(id);
  if ((type === T.User || type === T.Mentionable) && user) {
    add('users', user);
    if (member) add('members', apiMember(world, member, false));
  }
  const role = guild?.roles.get(id);
  if ((type === T.Role || type === T.Mentionable) && role) add('roles', role);
  const channel = world.channels.get(id);
  if (type === T.Channel && channel) {
    add('channels', {
      ...apiChannel(world, channel),
      permissions: String(channelPermissions(world, channel, askerId)),
      app_permissions: String(channelPermissions(world, channel, world.botId)),
    });
  }
}

/** `resolved` for ids chosen in a select menu, whatever they name. */
export function resolveChosen(world: World, ids: readonly string[], guildId: string | undefined, askerId: string) {
  const resolved: Filled['resolved'] = {};
  for (const id of ids) {
    resolve(world, resolved, T.Mentionable, id, guildId, askerId);
    resolve(world, resolved, T.Channel, id, guildId, askerId);
  }
  return resolved;
}

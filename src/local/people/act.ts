/** What people do: each function checks what Discord's client and server would, then does it. */
import {
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { type Answer, type Pending, startInteraction } from '../interactions.ts';
import { type AnyComponent, walk } from '../limits/components.ts';
import { post, remove } from '../messages.ts';
import type {
  AutocompleteResponse,
  CommandRequest,
  ComponentRequest,
  DeleteRequest,
  MenuRequest,
  ModalRequest,
  SendRequest,
  Shown,
  Started,
} from '../page-api.ts';
import { channelPermissions, demand, may, sendingBit } from '../permissions.ts';
import { apiMember } from '../present.ts';
import { type Channel, isThread, type StoredMessage, type World } from '../world.ts';
import { modalComponents } from './modals.ts';
import { fillOptions, resolveChosen, unable } from './options.ts';
import { around } from './payload.ts';
import { commandNamed, fitsContext, holds, sees, shown, visibleChannel } from './view.ts';
import { answerTo } from './wait.ts';

/** Writes an ordinary message. */
export async function send(world: World, request: SendRequest): Promise<Shown> {
  const channel = visibleChannel(world, request.user, request.channel);
  if (channel.type === ChannelType.GuildForum) throw refusal(50008);
  demand(world, channel, request.user, sendingBit(channel));
  if (isThread(channel) && channel.thread.locked && !may(world, channel, request.user, P.ManageThreads)) {
    throw refusal(160005);
  }
  if (!request.content.trim()) throw refusal(50006);
  if (request.content.length > 2_000) throw unable('A message can have at most 2,000 characters.');
  const replied = request.replyTo ? messageSeen(world, channel, request.replyTo, request.user) : undefined;
  const allowed_mentions = { parse: ['users', 'roles', 'everyone'] as never[], replied_user: request.ping ?? true };
  const message = await post(world, {
    channel,
    authorId: request.user,
    body: { content: request.content, allowed_mentions },
    ...(replied ? { replied } : {}),
  });
  return shown(message);
}

/** Uses a slash command and waits for the first answer. */
export async function command(world: World, request: CommandRequest): Promise<Started> {
  return outcome(await ask(world, request, true));
}

/** What the bot offers for the option that has `focused`. */
export async function autocomplete(world: World, request: CommandRequest): Promise<AutocompleteResponse> {
  if (!request.options.some(({ focused }) => focused)) throw unable('No option is being typed in.');
  const { answer } = await ask(world, request, false);
  return answer.outcome === 'choices' ? { choices: answer.choices } : { choices: [], failed: true };
}

async function ask(world: World, request: CommandRequest, complete: boolean) {
  const channel = visibleChannel(world, request.user, request.channel);
  const found = usable(world, channel, request.user, request.command, ApplicationCommandType.ChatInput);
  if (isThread(channel) && channel.thread.archived) throw refusal(50083);
  const { options, resolved } = fillOptions(world, found, request, channel.guildId, complete);
  return begin(world, channel, request.user, request.locale, {
    type: complete ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete,
    commandName: [found.name, request.group, request.subcommand].filter(Boolean).join(' '),
    data: {
      id: found.id,
      name: found.name,
      type: found.type,
      ...(found.guild_id ? { guild_id: found.guild_id } : {}),
      options,
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    },
  });
}

/** Uses a command from the menu of a message or of a user. */
export async function menu(world: World, request: MenuRequest): Promise<Started> {
  const channel = visibleChannel(world, request.user, request.channel);
  const onMessage = commandNamed(world, channel, request.command, ApplicationCommandType.Message) !== undefined;
  const type = onMessage ? ApplicationCommandType.Message : ApplicationCommandType.User;
  const found = usable(world, channel, request.user, request.command, type);
  const resolved = onMessage
    ? { messages: { [request.target]: messageSeen(world, channel, request.target, request.user).data } }
    : targetUser(world, channel, request.target);
  const data = { id: found.id, name: found.name, type, target_id: request.target, resolved };
  const common = { type: InteractionType.ApplicationCommand as const, commandName: found.name, data };
  return outcome(await begin(world, channel, request.user, request.locale, common));
}

function targetUser(world: World, channel: Channel, id: string) {
  const user = world.users.get(id);
  if (!user) throw refusal(10013);
  const member = world.guilds.get(channel.guildId ?? '')?.members.get(id);
  return { users: { [id]: user }, ...(member ? { members: { [id]: apiMember(world, member, false) } } : {}) };
}

/** Presses a button or chooses in a select menu. */
export async function component(world: World, request: ComponentRequest): Promise<Started> {
  const channel = visibleChannel(world, request.user, request.channel);
  const source = messageSeen(world, channel, request.message, request.user);
  const all = [...walk((source.data.components ?? []) as AnyComponent[])].map(([one]) => one);
  const used = all.find(({ custom_id }) => custom_id === request.customId);
  if (!used) throw unable('This message has no such button or menu.');
  if (used.disabled) throw unable('This is disabled.');
  const values = used.type === ComponentType.Button ? undefined : demandChoice(used, request.values ?? []);
  if (used.type === ComponentType.Button && used.style === ButtonStyle.Link) throw unable('This is a link.');
  const chosen = used.type === ComponentType.StringSelect ? [] : (values ?? []);
  const resolved = resolveChosen(world, chosen, channel.guildId, request.user);
  const started = await begin(world, channel, request.user, request.locale, {
    type: InteractionType.MessageComponent,
    source,
    data: {
      custom_id: request.customId,
      component_type: used.type,
      id: used.id,
      ...(values ? { values } : {}),
      ...(chosen.length > 0 ? { resolved } : {}),
    },
  });
  return outcome(started);
}

function demandChoice(menu: AnyComponent, values: string[]): string[] {
  const known =
    menu.type !== ComponentType.StringSelect ||
    values.every((value) => menu.options?.some((option) => option.value === value));
  if (!known) throw unable('That is not among the choices.');
  if (values.length < (menu.min_values ?? 1) || values.length > (menu.max_values ?? 1)) {
    throw unable(`Choose ${menu.min_values ?? 1} to ${menu.max_values ?? 1}.`);
  }
  return values;
}

/** Sends off a modal that is open. */
export async function modal(world: World, request: ModalRequest): Promise<Started> {
  const opener = world.interactions.get(request.modal);
  if (opener?.answer?.outcome !== 'modal' || opener.userId !== request.user) throw unable('This form is not open.');
  const channel = visibleChannel(world, request.user, opener.channelId);
  const { source, answer } = opener;
  const started = await begin(world, channel, request.user, request.locale, {
    type: InteractionType.ModalSubmit,
    ...(source ? { source } : {}),
    data: {
      custom_id: answer.modal.custom_id,
      components: modalComponents(answer.modal.components as AnyComponent[], request.values),
    },
  });
  return outcome(started);
}

/** Deletes one's own message, as a moderator anybody's, or dismisses what only oneself sees. */
export function erase(world: World, request: DeleteRequest): void {
  const channel = visibleChannel(world, request.user, request.channel);
  const message = messageSeen(world, channel, request.message, request.user);
  const own = message.data.author.id === request.user || message.visibleTo === request.user;
  if (!own) demand(world, channel, request.user, P.ManageMessages);
  remove(world, channel, message);
}

function messageSeen(world: World, channel: Channel, id: string, userId: string): StoredMessage {
  const message = channel.messages.get(id);
  if (!message || !sees(world, channel, message, userId)) throw refusal(10008);
  return message;
}

function usable(world: World, channel: Channel, userId: string, name: string, type: ApplicationCommandType) {
  const found = commandNamed(world, channel, name, type);
  if (!found || !fitsContext(found, channel.guildId)) throw unable(`There is no command "${name}" here.`);
  demand(world, channel, userId, P.UseApplicationCommands);
  if (channel.guildId && !holds(found, channelPermissions(world, channel, userId))) {
    throw unable(`You do not have the permissions that "${name}" asks for.`);
  }
  return found;
}

type Start = Pick<Pending, 'type' | 'source' | 'commandName'> & { data: unknown };

async function begin(world: World, channel: Channel, userId: string, locale: string | undefined, start: Start) {
  const { data, ...kept } = start;
  const pending = startInteraction(
    world,
    { ...kept, userId, channelId: channel.id, ...(channel.guildId ? { guildId: channel.guildId } : {}) },
    {
      ...around(world, channel, userId, locale ?? 'en-US'),
      data,
      ...(start.source ? { message: start.source.data } : {}),
    },
  );
  return { pending, answer: await answerTo(world, pending) };
}

function outcome({ pending, answer }: { pending: Pending; answer: Answer }): Started {
  const interaction = pending.id;
  switch (answer.outcome) {
    case 'failed':
      return { interaction, outcome: 'failed', reason: answer.reason };
    case 'modal':
      return { interaction, outcome: 'modal', modal: openModal(pending, answer) };
    case 'choices':
      return { interaction, outcome: 'failed', reason: 'The application did not respond' };
    default:
      return { interaction, outcome: answer.outcome, ...(answer.message ? { message: shown(answer.message) } : {}) };
  }
}

export const openModal = (pending: Pending, answer: Extract<Answer, { outcome: 'modal' }>) => ({
  id: pending.id,
  channel: pending.channelId,
  data: answer.modal,
});

import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { followUpsOf } from '../interactions.ts';
import type { OpenModal, Shown, Started } from '../page-api.ts';
import type { World } from '../world.ts';
import { autocomplete, command, component, erase, menu, modal, send } from './act.ts';
import { messagesFor, shown } from './view.ts';
import { until } from './wait.ts';

export interface CommandUse {
  channelId: string;
  group?: string;
  subcommand?: string;
  options?: Record<string, string | number | boolean>;
  locale?: string;
}

/** An interaction after its first answer: what that was, and what became of it since. */
export interface Interaction extends Started {
  /** The answer's message as it is now; undefined where there is none (any more). */
  current(): Shown | undefined;
  /** Waits until the answer's message is as `fits` wants it, at most `within` ms. */
  until(fits: (message: Shown) => boolean, within?: number): Promise<Shown>;
  followUps(): Shown[];
  /** Waits for the follow-up number `index` (0 is the first). */
  followUp(index: number, within?: number): Promise<Shown>;
}

type Target = Pick<APIMessage, 'id' | 'channel_id'>;

/** Somebody on this Discord, to act as. Each action rejects with an ApiError where Discord would not let them. */
export interface Person {
  id: string;
  send(channelId: string, content: string, reply?: { replyTo?: string; ping?: boolean }): Promise<Shown>;
  command(name: string, use: CommandUse): Promise<Interaction>;
  /** Choices for the option `focused`; an empty list where the bot offers none, undefined where it does not answer. */
  autocomplete(
    name: string,
    use: CommandUse & { focused: string },
  ): Promise<APIApplicationCommandOptionChoice[] | undefined>;
  click(message: Target, customId: string, locale?: string): Promise<Interaction>;
  select(message: Target, customId: string, values: string[], locale?: string): Promise<Interaction>;
  submitModal(open: OpenModal, values: Record<string, string | string[]>, locale?: string): Promise<Interaction>;
  messageCommand(name: string, message: Target, locale?: string): Promise<Interaction>;
  userCommand(name: string, userId: string, channelId: string, locale?: string): Promise<Interaction>;
  delete(message: Target): void;
  /** What the person sees in a channel, newest last, at most 100. */
  view(channelId: string): Shown[];
  /** Waits for a message that the person sees and that `fits`. */
  waitFor(channelId: string, fits: (message: Shown) => boolean, within?: number): Promise<Shown>;
}

/**
 * @throws ApiError 10013 where nobody has this id
 */
export function createPerson(world: World, id: string): Person {
  if (!world.users.has(id)) throw refusal(10013);
  const given = ({ options = {} }: CommandUse, focused?: string) =>
    Object.entries(options).map(([name, value]) => ({ name, value, ...(name === focused ? { focused: true } : {}) }));
  const asked = (name: string, use: CommandUse, focused?: string) => {
    const { channelId, options: _, ...rest } = use;
    return { user: id, channel: channelId, command: name, options: given(use, focused), ...rest };
  };
  const at = ({ id: message, channel_id: channel }: Target) => ({ user: id, channel, message });
  const localised = (locale?: string) => (locale ? { locale } : {});
  const followed = async (started: Promise<Started>) => follow(world, await started);
  return {
    id,
    send: (channelId, content, reply = {}) => send(world, { user: id, channel: channelId, content, ...reply }),
    command: (name, use) => followed(command(world, asked(name, use))),
    async autocomplete(name, { focused, ...use }) {
      const { choices, failed } = await autocomplete(world, asked(name, use, focused));
      return failed ? undefined : choices;
    },
    click: (message, customId, locale) =>
      followed(component(world, { ...at(message), customId, ...localised(locale) })),
    select: (message, customId, values, locale) =>
      followed(component(world, { ...at(message), customId, values, ...localised(locale) })),
    submitModal(open, values, locale) {
      const filled = Object.entries(values).map(([customId, value]) =>
        Array.isArray(value) ? { customId, values: value } : { customId, value },
      );
      return followed(modal(world, { user: id, modal: open.id, values: filled, ...localised(locale) }));
    },
    messageCommand: (name, message, locale) =>
      followed(
        menu(world, {
          user: id,
          channel: message.channel_id,
          command: name,
          target: message.id,
          ...localised(locale),
        }),
      ),
    userCommand: (name, userId, channelId, locale) =>
      followed(menu(world, { user: id, channel: channelId, command: name, target: userId, ...localised(locale) })),
    delete: (message) => erase(world, at(message)),
    view: (channelId) => messagesFor(world, id, channelId, undefined, 100),
    waitFor: (channelId, fits, within) =>
      until(world, () => messagesFor(world, id, channelId, undefined, 100).find(fits), within),
  };
}

function follow(world: World, started: Started): Interaction {
  const pending = world.interactions.get(started.interaction);
  const exists = (message: { id: string; channel_id: string }) =>
    world.channels.get(message.channel_id)?.messages.has(message.id);
  const current = () => {
    const original = pending?.original;
    return original && exists(original.data) ? shown(original) : undefined;
  };
  const followUps = () => (pending ? followUpsOf(world, pending).map(shown) : []);
  return {
    ...started,
    current,
    followUps,
    until: (fits, within) =>
      until(
        world,
        () => {
          const message = current();
          return message && fits(message) ? message : undefined;
        },
        within,
      ),
    followUp: (index, within) => until(world, () => followUps()[index], within),
  };
}

/** What the page knows at a moment, and who is told when it changes. */
import type { OpenModal, Shown, ShownChannel, Started, State } from '../page-api.ts';
import { channelType, threadTypes } from './discord.ts';
import type { Draft, Place } from './draft.ts';
import { loadPreferences, type Preferences } from './preferences.ts';
import { type Word, word } from './wording.ts';

/** A command under way, or one that failed: shown where its answer would stand. */
export interface Attempt {
  key: number;
  channel: string;
  /** As the person ran it: `/ask`, or the name in the menu. */
  name: string;
  /** Why it failed; absent while it is under way. */
  reason?: string;
}

/** The select menu that stands open. */
export interface OpenSelect {
  key: string;
  chosen: string[];
  active: number;
}

export interface Page {
  state: State;
  /** Id of the open channel. */
  channel: string;
  /** By channel id, oldest first. */
  messages: Map<string, Shown[]>;
  /** Channels whose first message is loaded. */
  complete: Set<string>;
  unread: Set<string>;
  dismissed: Set<string>;
  attempts: Attempt[];
  /** Message id → why its component failed. */
  failures: Map<string, string>;
  /** Message ids whose components are being answered. */
  busy: Set<string>;
  draft: Draft;
  replyTo?: Shown;
  /** Message id whose menu is open. */
  menu?: string;
  select?: OpenSelect;
  modal?: OpenModal;
  modalProblem?: string;
  /** On narrow screens: whether the channels cover the messages. */
  sidebar: boolean;
  /** What was refused last, until the next action. */
  problem?: string;
  connected: boolean;
  preferences: Preferences;
}

/** A page before anything was done. */
export const emptyPage = (state: State): Page => ({
  state,
  channel: '',
  messages: new Map(),
  complete: new Set(),
  unread: new Set(),
  dismissed: new Set(),
  attempts: [],
  failures: new Map(),
  busy: new Set(),
  draft: { text: '', active: 0, closed: false },
  sidebar: false,
  connected: true,
  preferences: loadPreferences(),
});

let drawing: (() => void) | undefined;

/** Sets who draws the page whenever it changed. */
export function onChange(draw: () => void): void {
  drawing = draw;
}

/** Changes the page and draws it at once, so that focus can be set right after. */
export function change(page: Page, changes: Partial<Page> = {}): void {
  Object.assign(page, changes);
  drawing?.();
}

/** The page's own wording in the person's language. */
export const say = (page: Page, key: Word, ...values: (string | number)[]): string =>
  word(page.preferences.locale, key, ...values);

/** Every channel the person sees, the direct messages last. */
export const allChannels = (page: Page): ShownChannel[] => [...page.state.channels, page.state.dm];

export const channelById = (page: Page, id: string): ShownChannel | undefined =>
  allChannels(page).find(({ channel }) => channel.id === id);

/** Where the open channel is and what the person may do there, for what is offered. */
export const placeOf = (page: Page): Place => ({
  dm: page.channel === page.state.dm.channel.id,
  permissions: BigInt(channelById(page, page.channel)?.permissions ?? 0),
});

/** What a channel is called; direct messages after the bot. */
export function channelName(page: Page, shown: ShownChannel | undefined): string {
  if (!shown) return say(page, 'unknownChannel');
  return shown.channel.id === page.state.dm.channel.id
    ? personName(page, page.state.bot.id)
    : (shown.channel.name ?? say(page, 'unknownChannel'));
}

/** The same with the sign that says what it is: `#general`, `@bot`; threads have none. */
export function channelTitle(page: Page, shown: ShownChannel | undefined): string {
  const name = channelName(page, shown);
  if (!shown || threadTypes.includes(shown.channel.type)) return name;
  return shown.channel.type === channelType.dm ? `@${name}` : `#${name}`;
}

/** How a person is called here. */
export const personName = (page: Page, id: string): string =>
  page.state.people.find(({ user }) => user.id === id)?.name ?? say(page, 'unknownUser');

/** Puts a message where it belongs by its id, in place of an older version. */
export function putMessage(page: Page, message: Shown): void {
  if (page.dismissed.has(message.id)) return;
  const others = (page.messages.get(message.channel_id) ?? []).filter(({ id }) => id !== message.id);
  page.messages.set(message.channel_id, [...others, message].sort(byId));
}

const byId = (a: Shown, b: Shown): number => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

/** Takes in what the bot's answer made. */
export function putAnswer(page: Page, { message, modal }: Started): void {
  if (message) putMessage(page, message);
  if (modal) Object.assign(page, { modal, modalProblem: undefined });
}

/** Being somebody: loading what they see, and hearing what happens to them. */
import type { Event, ShownChannel, State } from '../page-api.ts';
import { loadMessages, openChannel } from './actions.ts';
import { api, listen } from './api.ts';
import { channelType } from './discord.ts';
import { allChannels, change, channelById, emptyPage, type Page, putMessage } from './page.ts';
import { applyPreferences } from './preferences.ts';

let source: EventSource | undefined;

/** The page as the person seen last, or as the first of the switch. */
export async function startSession(): Promise<Page> {
  const first = await api.state();
  const page = emptyPage(first);
  const { user } = page.preferences;
  if (user && user !== first.user && first.actors.includes(user)) page.state = await api.state(user);
  page.channel = homeOf(page);
  follow(page);
  return page;
}

/** Becomes another person: what only the former saw is gone, the channel stays where they may see it. */
export async function becomePerson(page: Page, user: string): Promise<void> {
  const state = await api.state(user);
  const { channel, state: former, preferences, sidebar } = page;
  const { draft } = page;
  Object.assign(page, emptyPage(state), { preferences: { ...preferences, user }, sidebar, draft });
  page.modal = page.select = page.menu = page.replyTo = page.problem = undefined;
  applyPreferences(page.preferences);
  page.channel =
    channel === former.dm.channel.id ? state.dm.channel.id : channelById(page, channel) ? channel : homeOf(page);
  follow(page);
  change(page);
}

const homeOf = (page: Page): string =>
  (page.state.channels.find(({ channel, maySend }) => maySend && channel.type === channelType.text) ?? page.state.dm)
    .channel.id;

function follow(page: Page): void {
  source?.close();
  const { user } = page.state;
  source = listen(
    user,
    (event) => page.state.user === user && heard(page, event),
    (connected) => page.connected !== connected && change(page, { connected }),
  );
}

function heard(page: Page, event: Event): void {
  switch (event.type) {
    case 'ready':
      void reload(page);
      return;
    case 'message': {
      const { channel_id: channel } = event.message;
      if (channel !== page.channel && event.message.author.id !== page.state.user) page.unread.add(channel);
      if (page.messages.has(channel)) putMessage(page, event.message);
      break;
    }
    case 'message-deleted':
      page.messages.set(
        event.channel,
        (page.messages.get(event.channel) ?? []).filter(({ id }) => id !== event.message),
      );
      break;
    case 'channel':
      page.state = withChannel(page.state, event.channel);
      break;
    case 'channel-deleted': {
      const channels = page.state.channels.filter(({ channel }) => channel.id !== event.channel);
      page.state = { ...page.state, channels };
      if (page.channel === event.channel) void openChannel(page, homeOf(page));
      break;
    }
    case 'commands':
      page.state = { ...page.state, commands: event.commands };
      break;
    case 'bot':
      page.state = { ...page.state, bot: { ...page.state.bot, online: event.online } };
      break;
    case 'modal':
      if (page.modal?.id !== event.modal.id) Object.assign(page, { modal: event.modal, modalProblem: undefined });
      break;
    case 'typing':
    case 'interaction-failed':
      return; // Who started it is told by its own answer.
  }
  change(page);
}

/** The state with a channel that is new or was changed. */
function withChannel(state: State, shown: ShownChannel): State {
  const { id } = shown.channel;
  if (id === state.dm.channel.id) return { ...state, dm: shown };
  const known = state.channels.some(({ channel }) => channel.id === id);
  const channels = state.channels.map((other) => (other.channel.id === id ? shown : other));
  return { ...state, channels: known ? channels : [...channels, shown] };
}

/** After every (re)connection: what happened meanwhile was not heard. */
async function reload(page: Page): Promise<void> {
  const { user } = page.state;
  const state = await api.state(user).catch(() => undefined);
  // The server was started anew without this person: so is the page.
  if (!state) return location.reload();
  if (page.state.user !== user) return;
  change(page, { state, messages: new Map(), complete: new Set() });
  if (!allChannels(page).some(({ channel }) => channel.id === page.channel)) page.channel = homeOf(page);
  await loadMessages(page, page.channel);
}

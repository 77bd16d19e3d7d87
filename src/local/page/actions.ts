/** What a person does here, sent to the server; what comes of it is put on the page. */
import type { GivenOption, ModalValue, SendRequest, Shown, Started } from '../page-api.ts';
import { api, RefusedError } from './api.ts';
import type { Runnable } from './draft.ts';
import { type Attempt, change, type Page, putAnswer, putMessage } from './page.ts';

const pageful = 50;

/** Opens a channel and loads its newest messages the first time. */
export async function openChannel(page: Page, id: string): Promise<void> {
  page.unread.delete(id);
  change(page, {
    channel: id,
    sidebar: false,
    replyTo: undefined,
    menu: undefined,
    select: undefined,
    problem: undefined,
  });
  if (!page.messages.has(id)) await loadMessages(page, id);
}

/** Loads the newest messages of a channel, or those before the ones that are there. */
export async function loadMessages(page: Page, channel: string, before?: string): Promise<void> {
  // What arrives while these are on their way is put among them.
  if (!page.messages.has(channel)) page.messages.set(channel, []);
  await guarded(page, async () => {
    const limit = String(pageful);
    const loaded = await api.messages({ user: page.state.user, channel, limit, ...(before && { before }) });
    for (const message of loaded) putMessage(page, message);
    if (loaded.length < pageful) page.complete.add(channel);
    change(page);
  });
}

export async function sendMessage(page: Page, content: string): Promise<void> {
  const request: SendRequest = { user: page.state.user, channel: page.channel, content };
  if (page.replyTo) request.replyTo = page.replyTo.id;
  change(page, { replyTo: undefined, problem: undefined, attempts: underWay(page) });
  await guarded(page, async () => {
    putMessage(page, await api.send(request));
    change(page);
  });
}

/** Runs a slash command in the open channel. */
export function runCommand(
  page: Page,
  runnable: Pick<Runnable, 'name' | 'group' | 'subcommand'> & { command: { name: string } },
  options: GivenOption[],
): Promise<void> {
  const { command, group, subcommand, name } = runnable;
  return attempt(page, `/${name}`, (who) =>
    api.command({
      ...who,
      command: command.name,
      options,
      ...(group && { group }),
      ...(subcommand && { subcommand }),
    }),
  );
}

/** Runs a command of a message's menu on it. */
export const runMenuCommand = (page: Page, command: string, { id }: Shown): Promise<void> =>
  attempt(page, command, (who) => api.menu({ ...who, command, target: id }));

async function attempt(
  page: Page,
  name: string,
  run: (who: { user: string; channel: string; locale: string }) => Promise<Started>,
): Promise<void> {
  const trying: Attempt = { key: Date.now(), channel: page.channel, name };
  const { user } = page.state;
  change(page, { attempts: [...underWay(page), trying], menu: undefined, problem: undefined });
  try {
    const started = await run({ user, channel: page.channel, locale: page.preferences.locale });
    if (page.state.user !== user) return;
    putAnswer(page, started);
    if (started.outcome === 'failed') trying.reason = started.reason ?? '';
    else forgetAttempt(page, trying);
  } catch (error) {
    trying.reason = (error as Error).message;
  }
  change(page);
}

/** Failures are read when something else is done. */
const underWay = ({ attempts }: Page): Attempt[] => attempts.filter(({ reason }) => reason === undefined);

/** Takes a failed command off the page. */
export function forgetAttempt(page: Page, { key }: Attempt): void {
  page.attempts = page.attempts.filter((attempt) => attempt.key !== key);
}

/** Presses a button, or sends what was chosen in a select menu. */
export async function useComponent(page: Page, message: Shown, customId: string, values?: string[]): Promise<void> {
  page.failures.delete(message.id);
  page.busy.add(message.id);
  change(page, { select: undefined, problem: undefined });
  const who = { user: page.state.user, channel: message.channel_id, locale: page.preferences.locale };
  try {
    const started = await api.component({ ...who, message: message.id, customId, ...(values && { values }) });
    putAnswer(page, started);
    if (started.outcome === 'failed') page.failures.set(message.id, started.reason ?? '');
  } catch (error) {
    page.failures.set(message.id, (error as Error).message);
  }
  page.busy.delete(message.id);
  change(page);
}

export async function submitModal(page: Page, values: ModalValue[]): Promise<void> {
  if (!page.modal) return;
  const { user } = page.state;
  try {
    const started = await api.modal({ user, modal: page.modal.id, values, locale: page.preferences.locale });
    if (started.outcome === 'failed') return change(page, { modalProblem: started.reason ?? '' });
    page.modal = undefined;
    putAnswer(page, started);
    change(page);
  } catch (error) {
    change(page, { modalProblem: (error as Error).message });
  }
}

export const deleteMessage = (page: Page, { id, channel_id }: Shown): Promise<void> =>
  guarded(page, () => api.delete({ user: page.state.user, channel: channel_id, message: id }));

/** Takes a message only this person sees off their page. */
export function dismissMessage(page: Page, { id, channel_id }: Shown): void {
  page.dismissed.add(id);
  page.messages.set(channel_id, page.messages.get(channel_id)?.filter((message) => message.id !== id) ?? []);
  change(page);
}

/** Does it; what is refused is told above the composer. */
async function guarded(page: Page, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof RefusedError) && !(error instanceof TypeError)) throw error;
    change(page, { problem: error.message });
  }
}

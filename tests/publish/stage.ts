/** A bot on a local Discord, and a moderator who publishes. */
import type { Shown } from '../../src/local/page-api.ts';
import type { Interaction } from '../../src/local/people/person.ts';
import { buttonOf, embedOf, type Running, shownBy, textOf } from '../support/app.ts';

export type Options = Record<string, string | number | boolean>;

/** Uses a subcommand of /publish as the moderator. */
export const use = (running: Running, subcommand: string, options: Options = {}): Promise<Interaction> =>
  running.moderator.command('publish', { channelId: running.general, subcommand, options });

export const press = (running: Running, message: Shown, label: string): Promise<Interaction> =>
  running.moderator.click(message, buttonOf(message, label));

/** Asks for a timeline, presses Post, and waits until it is done. @returns its id */
export async function post(running: Running, options: Options): Promise<string> {
  const preview = await use(running, 'timeline', options);
  await press(running, shownBy(preview), 'Post');
  await preview.until((message) => textOf(message).startsWith('Done'));
  return idOf(shownBy(preview), running, String(options.channel));
}

/** The id of the latest timeline in the channel that a last word links to. */
function idOf(done: Shown, running: Running, channel: string): string {
  const linked = /channels\/\d+\/(\d+)/.exec(textOf(done))?.[1] ?? channel;
  const marks = running.moderator.view(linked).map((message) => embedOf(message).footer?.text ?? '');
  return marks.flatMap((mark) => /^(\w{10}) · /.exec(mark)?.[1] ?? []).at(-1) ?? '';
}

/** What the moderator sees of the bot's entries in a channel. */
export const texts = (running: Running, channel: string): string[] => running.moderator.view(channel).map(textOf);

/** Numbers of the messages in a channel, as their footers say. */
export const numbers = (running: Running, channel: string): number[] =>
  running.moderator.view(channel).flatMap((message) => {
    const mark = / · (\d+)/.exec(embedOf(message).footer?.text ?? '');
    return mark ? [Number(mark[1])] : [];
  });

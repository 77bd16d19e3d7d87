import type { APIButtonComponent } from 'discord-api-types/v10';
import { say, type WordingKey } from '../../../language/wording.ts';
import type { Progress } from '../../../publish/progress.ts';
import type { Item, Timeline } from '../../../store/store.ts';
import { button, type MessageBody, message } from '../../limits.ts';
import { ACCENT } from '../../looks/paged.ts';
import { encodeState } from '../../state.ts';
import { permissionNames } from './permissions.ts';

/** How far it is, with a button that stops it. */
export function progressMessage(timeline: Timeline, { done, total, secondsLeft }: Progress): MessageBody {
  const { language, state } = timeline;
  const key = `publish.progress.${state === 'removing' || state === 'updating' ? state : 'posting'}` as const;
  const left = secondsLeft ? say('publish.left', language, { time: duration(secondsLeft, language) }) : null;
  const line = say(key, language, { channel: channelMention(timeline), done, total });
  return message({
    description: [line, left].filter(Boolean).join(', '),
    color: ACCENT,
    buttons: [act('stop', timeline)],
  });
}

/** How it ended: where it is, or why it goes on no more. */
export function endedMessage(timeline: Timeline, items: readonly Item[], { done, total }: Progress): MessageBody {
  const { language, state } = timeline;
  const channel = channelMention(timeline);
  if (state === 'removed')
    return message({ description: say('publish.ended.removed', language, { channel }), color: ACCENT });
  if (state === 'stopped' || state === 'failed')
    return message({
      description: say(`publish.ended.${state}`, language, { channel, done, total, reason: reasonOf(timeline) }),
      color: ACCENT,
      buttons: state === 'stopped' ? [act('resume', timeline)] : [],
    });
  const there = items.filter(({ state: item }) => item === 'posted' || item === 'stale');
  const stale = there.filter(({ state: item }) => item === 'stale').length;
  const messages = say('publish.messages', language, { count: there.length });
  const lines = [
    say('publish.ended.done', language, { channel, messages, link: linkTo(timeline, there) }),
    stale > 0 ? say('publish.stale', language, { count: stale }) : null,
  ];
  return message({ description: lines.filter(Boolean).join('\n'), color: ACCENT });
}

/** Why it was stopped or ended, in a sentence. */
export function reasonOf({ reason, language }: Timeline): string {
  const { code = 'refused', missing = [] } = (reason ?? {}) as { code?: string; missing?: string[] };
  const known: Readonly<Record<string, WordingKey>> = {
    asked: 'publish.reason.asked',
    permissions: 'publish.reason.permissions',
    forbidden: 'publish.reason.permissions',
    uncertain: 'publish.reason.unreachable',
    locked: 'publish.reason.locked',
    'channel-gone': 'publish.reason.channel-gone',
    'message-gone': 'publish.reason.message-gone',
  };
  return say(known[code] ?? 'publish.reason.refused', language, { permissions: permissionNames(missing, language) });
}

/** A button that does something to a timeline. */
export function act(does: 'post' | 'cancel' | 'stop' | 'resume', { id, language }: Timeline): APIButtonComponent {
  return button(say(`button.${does}`, language), encodeState({ does: 'publish', act: does, timeline: id, language }));
}

/** Seconds in words: "30 sec", "2 min". */
export function duration(seconds: number, language: string): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** The thread or channel that it stands in, as Discord links it. */
export const channelMention = ({ threadId, channelId }: Pick<Timeline, 'threadId' | 'channelId'>): string =>
  `<#${threadId ?? channelId}>`;

/** Address of its first message. */
export function linkTo({ guildId, channelId, threadId }: Timeline, there: readonly Item[]): string {
  const first = there[0]?.messageId;
  const channel = threadId ?? channelId;
  // A thread's first message stands above it, in the channel; linking to the thread itself is right for both.
  const path = first && first !== threadId ? `${channel}/${first}` : channel;
  return `https://discord.com/channels/${guildId}/${path}`;
}

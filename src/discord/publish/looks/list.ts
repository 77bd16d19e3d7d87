import { say, type WordingKey } from '../../../language/wording.ts';
import type { Standing } from '../../../publish/publisher.ts';
import type { Changes } from '../../../publish/revise.ts';
import type { AuditEntry, Item, Timeline } from '../../../store/store.ts';
import { escapeMarkdown } from '../../escape.ts';
import { type MessageBody, message } from '../../limits.ts';
import { ACCENT } from '../../looks/paged.ts';
import { channelMention, reasonOf } from './progress.ts';

export interface Listed {
  readonly timeline: Timeline;
  readonly title: string;
  readonly items: readonly Item[];
  readonly standing: Standing;
}

/** What is posted on a server, by whom, where, how it stands; and who did what of late. */
export function listMessage(
  listed: readonly Listed[],
  more: number,
  audit: readonly AuditEntry[],
  botId: string,
  language: string,
): MessageBody {
  const entries = listed.map((one) => entryLines(one, language).join('\n'));
  const acts = audit.flatMap((entry) => auditLine(entry, botId, language) ?? []);
  const parts = [
    ...entries,
    ...(more > 0 ? [say('publish.list.more', language, { count: more })] : []),
    ...(acts.length > 0 ? [`**${say('audit.title', language)}**\n${acts.join('\n')}`] : []),
  ];
  return message({
    title: say('publish.list', language),
    description: parts.join('\n\n') || say('publish.list.none', language),
    color: ACCENT,
  });
}

function entryLines({ timeline, title, items, standing }: Listed, language: string): string[] {
  const line = say('publish.list.line', language, {
    title: `**${escapeMarkdown(title)}**`,
    channel: channelMention(timeline),
    user: `<@${timeline.requesterId}>`,
    when: moment(timeline.createdAt),
  });
  const gone = items.filter(({ state }) => state === 'deleted-by-hand').length;
  const there = items.filter(({ state }) => state === 'posted' || state === 'stale').length;
  const how = [
    `\`${timeline.id}\``,
    say('publish.messages', language, { count: there }),
    stateIn(timeline, standing, language),
    gone > 0 ? say('publish.gone', language, { count: gone }) : null,
  ];
  return [line, how.filter(Boolean).join(' · ')];
}

function stateIn(timeline: Timeline, standing: Standing, language: string): string {
  const { state } = timeline;
  if (state !== 'done') {
    const said = say(`publish.state.${state}` as WordingKey, language);
    return state === 'stopped' || state === 'failed' ? `${said}: ${reasonOf({ ...timeline, language })}` : said;
  }
  return standing.kind === 'behind'
    ? say('publish.standing.behind', language, { changes: changesIn(standing.changes, language) })
    : say(`publish.standing.${standing.kind}`, language);
}

/** What an update has to do, in words. */
export function changesIn({ edited, inserted, dropped }: Changes, language: string): string {
  const parts = Object.entries({ edited, inserted, dropped }).flatMap(([what, count]) =>
    count > 0 ? say(`publish.changes.${what}` as WordingKey, language, { count }) : [],
  );
  return parts.join(', ');
}

const ACTIONS = ['posted', 'updated', 'removed', 'stopped', 'resumed', 'scheduled', 'paused', 'continued', 'ended'];

function auditLine({ action, subject, userId, at }: AuditEntry, botId: string, language: string): string | undefined {
  if (!ACTIONS.includes(action)) return undefined;
  const values = { user: `<@${userId ?? botId}>`, what: `\`${subject}\``, when: moment(at) };
  return say(`audit.${action}` as WordingKey, language, values);
}

/** An instant that Discord shows in the reader's time zone. */
export const moment = (at: number, style: 'f' | 'R' = 'f'): string => `<t:${Math.floor(at / 1000)}:${style}>`;

import { ButtonStyle } from 'discord-api-types/v10';
import { say } from '../../../language/wording.ts';
import { readOptions } from '../../../publish/options.ts';
import type { Body } from '../../../publish/plan.ts';
import type { Preview } from '../../../publish/publisher.ts';
import { markOf } from '../../../publish/steps.ts';
import type { Timeline } from '../../../store/store.ts';
import { escapeMarkdown } from '../../escape.ts';
import { LIMITS, type MessageBody, message } from '../../limits.ts';
import { ACCENT } from '../../looks/paged.ts';
import { bodyOf } from '../port.ts';
import { act, channelMention, duration } from './progress.ts';

/** Most messages shown as they will look. */
const SHOWN = 3;

/** What would be posted, and how its beginning will look. Nothing is posted before the button is pressed. */
export function previewMessage(timeline: Timeline, { items, events, seconds }: Preview): MessageBody {
  const { language } = timeline;
  const { pin, thread } = readOptions(timeline.options);
  const size = {
    events: say('timeline.count', language, { count: events }),
    messages: say('publish.messages', language, { count: items.length }),
    time: duration(seconds, language),
  };
  const lines = [
    say('publish.preview.where', language, { channel: channelMention(timeline) }),
    say('publish.preview.size', language, size),
    thread ? say('publish.preview.thread', language, { title: escapeMarkdown(thread) }) : null,
    pin ? say('publish.preview.pin', language) : null,
    say('publish.preview.first', language),
  ];
  const summary = message({
    title: say('publish.preview', language),
    description: lines.filter(Boolean).join('\n'),
    color: ACCENT,
    buttons: [{ ...act('post', timeline), style: ButtonStyle.Primary } as never, act('cancel', timeline)],
  });
  let room = LIMITS.embeds - textOf(summary.embeds[0]);
  for (const [position, { body }] of items.slice(0, SHOWN).entries()) {
    const mark = markOf({ timelineId: timeline.id, position });
    const [embed] = bodyOf({ body: body as unknown as Body, mark }).embeds ?? [];
    room -= textOf(embed);
    if (!embed || room < 0) break;
    summary.embeds.push(embed);
  }
  return summary;
}

/** Characters of an embed that count towards a message's sum. */
const textOf = (embed: MessageBody['embeds'][0] | undefined): number =>
  (embed?.title?.length ?? 0) + (embed?.description?.length ?? 0) + (embed?.footer?.text.length ?? 0);

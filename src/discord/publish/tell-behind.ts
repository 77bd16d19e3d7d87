import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Knowledge } from '../../knowledge/model.ts';
import { say } from '../../language/wording.ts';
import { readOptions } from '../../publish/options.ts';
import { titleOfTimeline } from '../../publish/plan.ts';
import type { Publisher } from '../../publish/publisher.ts';
import { escapeMarkdown } from '../escape.ts';
import { message } from '../limits.ts';
import { ACCENT } from '../looks/paged.ts';
import { changesIn } from './looks/list.ts';
import { channelMention } from './looks/progress.ts';

/** Sends each moderator who asked for it a direct message for each of their timelines that is behind. Never rejects. */
export async function tellBehind(
  publisher: Publisher,
  client: () => Client<true>,
  knowledge: () => Knowledge,
  log: Logger,
): Promise<void> {
  try {
    for (const { timeline, changes } of await publisher.behind()) {
      const { language, requesterId, id } = timeline;
      const title = titleOfTimeline({ knowledge: knowledge(), options: readOptions(timeline.options), language });
      const values = {
        title: escapeMarkdown(title),
        channel: channelMention(timeline),
        changes: changesIn(changes, language),
      };
      await client()
        .users.send(requesterId, message({ description: say('publish.behind', language, values), color: ACCENT }))
        .catch((error: unknown) => log.warn({ timeline: id, err: error }, 'a moderator takes no direct messages'));
    }
  } catch (error) {
    log.error({ err: error }, 'could not tell which timelines are behind');
  }
}

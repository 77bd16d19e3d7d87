/** The buttons of previews and progress: Post, Cancel, Stop, Resume. */
import type { Client, MessageComponentInteraction } from 'discord.js';
import { say } from '../../language/wording.ts';
import { readOptions } from '../../publish/options.ts';
import type { Timeline } from '../../store/store.ts';
import { type Bot, Told } from '../bot.ts';
import { message } from '../limits.ts';
import { ACCENT } from '../looks/paged.ts';
import type { State } from '../state.ts';
import { demandPosting, memberOf, placeOf } from './place.ts';
import { reportOf } from './reporter.ts';

type Pressed = Extract<State, { does: 'publish' }>;

/** Does what a button says. In direct messages, only for whoever the timeline was posted for. */
export async function pressPublish(
  interaction: MessageComponentInteraction,
  pressed: Pressed,
  bot: Bot,
): Promise<void> {
  const { publisher, store } = bot.publishing;
  const { language } = pressed;
  const { user, client } = interaction;
  const timeline = await store.timelines.get(pressed.timeline);
  if (!timeline) throw new Told('publish.not-a-draft', {}, language);
  const isTheirs = interaction.guildId ? interaction.guildId === timeline.guildId : user.id === timeline.requesterId;
  if (!isTheirs) throw new Told('publish.not-here', {}, language);

  switch (pressed.act) {
    case 'cancel': {
      if (!(await publisher.cancel(timeline.id))) throw new Told('publish.not-a-draft', {}, language);
      const description = say('publish.cancelled', language);
      await interaction.update(message({ description, color: ACCENT }));
      return;
    }
    case 'stop': {
      if (!(await publisher.stop(timeline, user.id))) throw new Told('publish.not-working', {}, language);
      await interaction.deferUpdate();
      return;
    }
    case 'post':
    case 'resume': {
      await demandStill(client as Client<true>, timeline, user.id);
      await interaction.deferUpdate();
      const report = reportOf(interaction);
      const begun =
        pressed.act === 'post'
          ? await publisher.post(timeline, user.id, report)
          : await publisher.resume(timeline, user.id, report);
      if (!begun) throw new Told(pressed.act === 'post' ? 'publish.not-a-draft' : 'publish.not-stopped', {}, language);
    }
  }
}

/** What held when the preview was made may hold no more. @throws Told */
export async function demandStill(client: Client<true>, timeline: Timeline, userId: string): Promise<void> {
  const { language, channelId, guildId } = timeline;
  const { thread, pin } = readOptions(timeline.options);
  const place = await placeOf(client, channelId, channelId, language);
  const member = await memberOf(client, guildId, userId);
  demandPosting(place, member, { thread: Boolean(thread), pin }, language);
}

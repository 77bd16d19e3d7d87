/** The messages of the open channel, or the posts of a forum. */
import type { APIThreadChannel } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Shown } from '../page-api.ts';
import { forgetAttempt, loadMessages, openChannel } from './actions.ts';
import { avatarOf } from './avatar.ts';
import { channelType } from './discord.ts';
import { drawHint } from './hint.ts';
import { icons } from './icons.ts';
import { drawMessage } from './message.ts';
import { type Attempt, change, channelById, channelName, channelTitle, type Page, personName, say } from './page.ts';

export function drawLog(page: Page): TemplateResult {
  const shown = channelById(page, page.channel);
  if (shown?.channel.type === channelType.forum) return drawForum(page);
  const messages = page.messages.get(page.channel);
  const name = channelName(page, shown);
  const attempts = page.attempts.filter(({ channel }) => channel === page.channel);
  const first = messages?.[0];
  return html`<div
    class="log"
    role="log"
    aria-label=${say(page, 'messagesIn', name)}
    aria-busy=${messages === undefined}
    tabindex="0"
    @keydown=${moveInLog}
  >
    ${
      page.complete.has(page.channel)
        ? html`<p class="beginning">${say(page, 'beginning', channelTitle(page, shown))}</p>`
        : first
          ? html`<button type="button" class="earlier" @click=${() => loadMessages(page, page.channel, first.id)}>${say(page, 'earlier')}</button>`
          : nothing
    }
    ${page.complete.has(page.channel) ? drawHint(page) : nothing}
    <discord-messages no-background>
      ${repeat(
        messages ?? [],
        ({ id }) => id,
        (message, index) => {
          const before = messages?.[index - 1];
          return guard(looksOf(page, message, before), () => drawMessage(page, message, before));
        },
      )}
      ${attempts.map((attempt) => drawAttempt(page, attempt))}
    </discord-messages>
  </div>`;
}

/** All that the look of a message depends on: typing must not draw every message anew. */
function looksOf(page: Page, message: Shown, before: Shown | undefined): unknown[] {
  const { id } = message;
  const select = page.select?.key.startsWith(`${id}/`) ? page.select : undefined;
  const own = [page.menu === id, page.busy.has(id), page.failures.get(id), select];
  return [message, before, page.state, page.preferences, ...own];
}

/** A command that is under way, or failed, where its answer would be. Only this person sees it. */
function drawAttempt(page: Page, attempt: Attempt): TemplateResult {
  const { bot } = page.state;
  const name = personName(page, bot.id);
  const dismiss = () => {
    forgetAttempt(page, attempt);
    change(page);
  };
  const [before, after] = say(page, 'used', personName(page, page.state.user), '\u0000').split('\u0000');
  return html`<article class="message attempt">
    <discord-message author=${name} .avatar=${avatarOf({ id: bot.id, bot: true }, name)} bot timestamp="">
      <div slot="reply" class="context">${before}<b>${attempt.name}</b>${after}</div>
      ${
        attempt.reason === undefined
          ? html`<p class="thinking" role="status"><span class="dots" aria-hidden="true"></span>${say(page, 'sending')}</p>`
          : html`<p class="failure" role="alert">${attempt.reason || say(page, 'failed')}</p>`
      }
      ${
        attempt.reason === undefined
          ? nothing
          : html`<p slot="thread" class="ephemeral-note">
            ${icons.eye} ${say(page, 'onlyYou')} · <button type="button" class="link" @click=${dismiss}>${say(page, 'dismiss')}</button>
          </p>`
      }
    </discord-message>
  </article>`;
}

function drawForum(page: Page): TemplateResult {
  const posts = page.state.channels
    .map(({ channel }) => channel)
    .filter(
      (channel): channel is APIThreadChannel =>
        'parent_id' in channel && channel.parent_id === page.channel && 'thread_metadata' in channel,
    )
    .reverse();
  const forum = channelById(page, page.channel)?.channel;
  const tags = forum && 'available_tags' in forum ? forum.available_tags : [];
  return html`<div class="log forum" role="region" aria-label=${say(page, 'posts')} tabindex="0">
    ${posts.length === 0 ? html`<p class="beginning">${say(page, 'noPosts')}</p>` : nothing}
    <ul>${posts.map(
      (post) => html`<li><button type="button" class="post" @click=${() => openChannel(page, post.id)}>
        <span class="tags">${tags.filter(({ id }) => post.applied_tags?.includes(id)).map(({ name }) => html`<span>${name}</span>`)}</span>
        <b>${post.name}</b>
        <small>${postNotes(page, post)}</small>
      </button></li>`,
    )}</ul>
  </div>`;
}

function postNotes(
  page: Page,
  { owner_id: owner, message_count: count, thread_metadata: thread }: APIThreadChannel,
): string {
  const notes = [personName(page, owner ?? '')];
  if (count) notes.push(say(page, 'messages', count));
  if (thread?.archived) notes.push(say(page, 'archived'));
  return notes.join(' · ');
}

/** Up and down go from message to message; within one, Tab reaches its buttons. */
function moveInLog(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const log = event.currentTarget as HTMLElement;
  const inside = event.target as HTMLElement;
  if (!step || (inside !== log && !inside.matches('.message'))) return;
  const all = [...log.querySelectorAll<HTMLElement>('.message')];
  const at = all.indexOf(inside);
  const next = all[at < 0 ? all.length - 1 : at + step];
  if (!next) return;
  next.focus();
  event.preventDefault();
}

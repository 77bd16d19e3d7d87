/** One message in the log: who, when, what, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../page-api.ts';
import { dismissMessage, openChannel } from './actions.ts';
import { drawAttachments } from './attachments.ts';
import { avatarOf } from './avatar.ts';
import { drawComponents } from './components.ts';
import { commandType, messageType } from './discord.ts';
import { drawEmbed } from './embeds.ts';
import { icons } from './icons.ts';
import { markdown, plainText } from './markdown-view.ts';
import { channelById, channelName, type Page, personName, say } from './page.ts';
import { formatPosted, formatTime } from './time.ts';
import { drawToolbar } from './toolbar.ts';

/** Milliseconds within which messages of one author stand under one name. */
const together = 7 * 60_000;

/** `before` is the message above, which decides whether the author is named again. */
export function drawMessage(page: Page, message: Shown, before: Shown | undefined): TemplateResult {
  const { author } = message;
  const name = personName(page, author.id);
  const person = page.state.people.find(({ user }) => user.id === author.id);
  const role = page.state.guild.roles.find(({ id, color }) => color && person?.roles.includes(id));
  const colour = role ? `#${role.color.toString(16).padStart(6, '0')}` : '';
  const pings = message.mentions.some(({ id }) => id === page.state.user) || message.mention_everyone;
  const kinds = `${message.ephemeral ? 'ephemeral' : ''} ${pings && author.id !== page.state.user ? 'pinging' : ''}`;
  const follows = isFollowing(message, before);
  return html`<article
    class="message ${kinds} ${follows ? 'follows' : ''}"
    id="message-${message.id}"
    tabindex="-1"
    aria-label="${name}, ${formatPosted(page, message.timestamp)}"
  >
    <discord-message
      author=${name}
      .avatar=${avatarOf(author, name)}
      ?bot=${author.bot}
      role-color=${colour}
      ?message-body-only=${follows}
      .timestamp=${follows ? formatTime(page, new Date(message.timestamp), 't') : formatPosted(page, message.timestamp)}
    >
      ${drawContext(page, message)} ${drawBody(page, message, name)}
      ${
        message.embeds.length > 0
          ? html`<div slot="embeds" class="embeds">${message.embeds.map((embed) => drawEmbed(page, embed))}</div>`
          : nothing
      }
      ${
        message.attachments.length > 0
          ? html`<div slot="attachments">${drawAttachments(page, message.attachments)}</div>`
          : nothing
      }
      <div slot="components" class="parts">${drawComponents(page, message, message.components ?? [])}</div>
      ${drawNotes(page, message)}
    </discord-message>
    ${message.loading ? nothing : drawToolbar(page, message, name)}
  </article>`;
}

function isFollowing(message: Shown, before: Shown | undefined): boolean {
  if (!before || before.author.id !== message.author.id || before.ephemeral !== message.ephemeral) return false;
  if (message.message_reference || commandOf(message)) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < together;
}

const commandOf = ({ interaction, interaction_metadata: metadata }: Shown) =>
  interaction ?? (metadata && 'name' in metadata ? (metadata as { name: string; user: Shown['author'] }) : undefined);

/** Above the message: what it answers, or which command made it. */
function drawContext(page: Page, message: Shown): TemplateResult | typeof nothing {
  const command = commandOf(message);
  if (command && 'user' in command && command.name) {
    const name = personName(page, command.user.id);
    const known = page.state.commands.find(({ name }) => name === command.name.split(' ')[0]);
    const shown = known && known.type !== commandType.slash ? command.name : `/${command.name}`;
    const text = say(page, 'used', name, '\u0000').split('\u0000');
    return html`<div slot="reply" class="context">
      <img src=${avatarOf(command.user, name)} alt="" />${text[0]}<b>${shown}</b>${text[1]}
    </div>`;
  }
  const { message_reference: reference, referenced_message: answered } = message;
  if (!reference) return nothing;
  if (!answered) return html`<div slot="reply" class="context"><i>${say(page, 'deleted')}</i></div>`;
  const name = personName(page, answered.author.id);
  return html`<div slot="reply" class="context">
    <img src=${avatarOf(answered.author, name)} alt="" />
    <button type="button" @click=${() => showMessage(answered.id)}>
      <b>@${name}</b> <span class="excerpt">${excerptOf(page, answered)}</span>
    </button>
  </div>`;
}

function excerptOf(page: Page, { content, embeds }: Pick<Shown, 'content' | 'embeds'>): string {
  return plainText(page, content || embeds[0]?.title || embeds[0]?.description || '…').slice(0, 200);
}

function showMessage(id: string): void {
  const element = document.getElementById(`message-${id}`);
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}

function drawBody(page: Page, message: Shown, name: string): TemplateResult | typeof nothing {
  if (message.loading) {
    return html`<p class="thinking" role="status"><span class="dots" aria-hidden="true"></span>${say(page, 'thinking', name)}</p>`;
  }
  if (message.type === messageType.pinned) return html`<p class="system">${say(page, 'pinned', name)}</p>`;
  if (message.type === messageType.threadCreated) {
    return html`<p class="system">${say(page, 'startedThread', name, message.content)}</p>`;
  }
  const edited = message.edited_timestamp && !message.ephemeral;
  if (!message.content) return edited && !message.embeds.length ? drawEdited(page) : nothing;
  return html`${markdown(page, message.content)}${edited ? drawEdited(page) : nothing}`;
}

const drawEdited = (page: Page): TemplateResult => html`<small class="edited">${say(page, 'edited')}</small>`;

/** Below the message: a failure, its thread, and that only one person sees it. */
function drawNotes(page: Page, message: Shown): TemplateResult {
  const failure = page.failures.get(message.id);
  const thread = message.thread && channelById(page, message.thread.id);
  return html`${
    failure === undefined
      ? nothing
      : html`<p slot="components" class="failure" role="alert">${failure || say(page, 'failed')}</p>`
  }
  ${
    thread
      ? html`<p slot="thread" class="thread-link"><button type="button" class="link"
        @click=${() => openChannel(page, thread.channel.id)}>${channelName(page, thread)} ›</button></p>`
      : nothing
  }
  ${
    message.ephemeral
      ? html`<p slot="thread" class="ephemeral-note">
        ${icons.eye} ${say(page, 'onlyYou')} ·
        <button type="button" class="link" @click=${() => dismissMessage(page, message)}>${say(page, 'dismiss')}</button>
      </p>`
      : nothing
  }`;
}

/** Draws Markdown. Everything becomes text in elements made here: nothing of a message is ever taken as HTML. */
import { html, nothing, type TemplateResult } from 'lit';
import { openChannel } from './actions.ts';
import { channelType, threadTypes } from './discord.ts';
import { type Block, type ListItem, parseMarkdown } from './markdown.ts';
import { type Inline, parseInline } from './markdown-inline.ts';
import { allChannels, channelName, type Page, personName, say } from './page.ts';
import { formatTime } from './time.ts';

type Drawn = TemplateResult | string | typeof nothing;

/** A message's or an embed's text, block by block. */
export const markdown = (page: Page, text: string): TemplateResult =>
  html`<div class="md">${parseMarkdown(text).map((block) => drawBlock(page, block))}</div>`;

/** Text of one line: titles, names of fields. */
export const markdownLine = (page: Page, text: string): Drawn[] => draw(page, parseInline(text));

/** Only the words, on one line: what a quoted message said. */
export const plainText = (page: Page, text: string): string =>
  wordsOf(page, parseInline(text.replace(/^(?:#{1,3}|-#|>>>|>) /gm, ''))).replace(/\s+/g, ' ');

function wordsOf(page: Page, inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return wordsOf(page, inline.children);
      if (inline.type === 'mention') return inline.kind === 'user' ? `@${personName(page, inline.id)}` : '@…';
      return 'text' in inline ? inline.text : '';
    })
    .join('');
}

function drawBlock(page: Page, block: Block): Drawn {
  switch (block.type) {
    case 'paragraph':
      return html`<p>${draw(page, block.children)}</p>`;
    case 'subtext':
      return html`<p class="subtext">${draw(page, block.children)}</p>`;
    case 'heading':
      return drawHeading(block.level, draw(page, block.children));
    case 'quote':
      return html`<blockquote>${block.blocks.map((inner) => drawBlock(page, inner))}</blockquote>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'list': {
      const items = block.items.map((item) => drawItem(page, item));
      return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

const drawItem = (page: Page, { children, nested }: ListItem): Drawn =>
  html`<li>${draw(page, children)}${nested ? drawBlock(page, nested) : nothing}</li>`;

function drawHeading(level: 1 | 2 | 3, children: Drawn[]): Drawn {
  if (level === 1) return html`<h3 class="large">${children}</h3>`;
  return level === 2 ? html`<h4 class="medium">${children}</h4>` : html`<h5>${children}</h5>`;
}

const draw = (page: Page, inlines: Inline[]): Drawn[] => inlines.map((inline) => drawInline(page, inline));

function drawInline(page: Page, inline: Inline): Drawn {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'bold':
      return html`<strong>${draw(page, inline.children)}</strong>`;
    case 'italic':
      return html`<em>${draw(page, inline.children)}</em>`;
    case 'underline':
      return html`<u>${draw(page, inline.children)}</u>`;
    case 'strike':
      return html`<s>${draw(page, inline.children)}</s>`;
    case 'spoiler':
      return drawSpoiler(page, draw(page, inline.children));
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link':
      return html`<a href=${inline.href} target="_blank" rel="noopener noreferrer">${draw(page, inline.children)}</a>`;
    case 'command':
      return html`<discord-mention type="slash">${inline.name}</discord-mention>`;
    case 'time': {
      const at = new Date(inline.seconds * 1000);
      const full = formatTime(page, at, 'F');
      return html`<time datetime=${isoOf(at)} title=${full}>${formatTime(page, at, inline.style)}</time>`;
    }
    case 'emoji':
      return `:${inline.name}:`;
    case 'mention':
      return drawMention(page, inline);
  }
}

const isoOf = (at: Date): string => (Number.isNaN(at.getTime()) ? '' : at.toISOString());

function drawSpoiler(page: Page, children: Drawn[]): Drawn {
  const show = (event: Event) => {
    const spoiler = event.currentTarget as HTMLElement;
    if (spoiler.ariaPressed === 'true') return;
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    spoiler.ariaPressed = 'true';
  };
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-pressed="false"
    aria-label=${say(page, 'spoiler')}
    @click=${show}
    @keydown=${show}
    ><span>${children}</span></span
  >`;
}

function drawMention(page: Page, mention: Inline & { type: 'mention' }): Drawn {
  if (mention.kind === 'everyone') return html`<discord-mention type="user">${mention.name}</discord-mention>`;
  if (mention.kind === 'user') {
    return html`<discord-mention type="user">${personName(page, mention.id)}</discord-mention>`;
  }
  if (mention.kind === 'role') {
    const role = page.state.guild.roles.find(({ id }) => id === mention.id);
    return html`<discord-mention type="role">${role?.name.replace(/^@/, '') ?? mention.id}</discord-mention>`;
  }
  const shown = allChannels(page).find(({ channel }) => channel.id === mention.id);
  if (!shown) return html`<discord-mention type="channel">${say(page, 'unknownChannel')}</discord-mention>`;
  const type = threadTypes.includes(shown.channel.type)
    ? 'thread'
    : shown.channel.type === channelType.forum
      ? 'forum'
      : 'channel';
  return html`<button type="button" class="mention" @click=${() => openChannel(page, mention.id)}
    ><discord-mention type=${type}>${channelName(page, shown)}</discord-mention></button
  >`;
}

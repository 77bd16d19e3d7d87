/** Draws the page whenever it changes, and says what the keys do that belong to no part of it. */
import './skin.ts';
import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { openChannel } from './actions.ts';
import { drawComposer } from './composer.ts';
import { channelIcon, icons } from './icons.ts';
import { drawLog } from './log.ts';
import { drawModal, showModal } from './modal.ts';
import { change, channelById, channelName, onChange, type Page, say } from './page.ts';
import { applyPreferences } from './preferences.ts';
import { keepingEnd } from './scroll.ts';
import { startSession } from './session.ts';
import { drawSidebar } from './sidebar.ts';
import { focusEntry } from './writing.ts';

const page = await startSession();
applyPreferences(page.preferences);
document.addEventListener('keydown', onKey);
window.addEventListener('resize', () => change(page));
onChange(draw);
await openChannel(page, page.channel);
if (matchMedia('(hover: hover)').matches) focusEntry();

function draw(): void {
  keepingEnd(() => render(drawPage(page), document.body));
  document.title = `${channelName(page, channelById(page, page.channel))} · ${page.state.guild.name}`;
  showModal();
}

function drawPage(page: Page): TemplateResult {
  const shown = channelById(page, page.channel);
  const topic = shown && 'topic' in shown.channel ? shown.channel.topic : undefined;
  return html`<div class="app" data-sidebar=${page.sidebar}>
    ${drawSidebar(page)}
    <main>
      <header class="bar">
        <button type="button" class="burger"
          aria-label=${say(page, 'openChannels')}
          aria-expanded=${page.sidebar}
          @click=${() => change(page, { sidebar: true })}>${icons.menu}</button>
        ${shown ? channelIcon(shown.channel.type) : nothing}
        <h2>${channelName(page, shown)}</h2>
        ${topic ? html`<p>${topic}</p>` : nothing}
      </header>
      ${page.connected ? nothing : html`<p class="lost" role="status">${say(page, 'lost')}</p>`}
      ${keyed(page.channel, drawLog(page))} ${drawComposer(page)}
    </main>
    ${drawModal(page)}
  </div>`;
}

/** Escape closes what is open; any letter typed outside a field goes to the composer. */
function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key === 'Escape') {
    if (page.menu || page.sidebar) change(page, { menu: undefined, sidebar: false });
    else if (!target.matches('.composer *')) focusEntry();
    return;
  }
  const typing = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (typing && !page.modal && !target.closest('input, textarea, select, [role=combobox]')) focusEntry();
}

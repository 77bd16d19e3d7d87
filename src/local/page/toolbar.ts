/** What can be done with a message: reply, the bot's commands for messages, delete. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Shown } from '../page-api.ts';
import { deleteMessage, runMenuCommand } from './actions.ts';
import { commandType } from './discord.ts';
import { descriptionOf, labelOf, usable } from './draft.ts';
import { icons } from './icons.ts';
import { change, channelById, type Page, placeOf, say } from './page.ts';

/** `name` is what the message's author is called. */
export function drawToolbar(page: Page, message: Shown, name: string): TemplateResult {
  const { locale } = page.preferences;
  const place = placeOf(page);
  const offered = page.state.commands.filter((one) => one.type === commandType.message && usable(one, place));
  const me = page.state.people.find(({ user }) => user.id === page.state.user);
  const mine = message.author.id === page.state.user;
  const open = page.menu === message.id;
  const reply = () => {
    change(page, { replyTo: message });
    document.querySelector<HTMLElement>('.composer [data-entry]')?.focus();
  };
  return html`<div class="toolbar" role="toolbar" aria-label=${say(page, 'actionsFor', name)}>
    ${
      message.ephemeral || !channelById(page, message.channel_id)?.maySend
        ? nothing
        : html`<button type="button" title=${say(page, 'reply')} aria-label=${say(page, 'reply')} @click=${reply}>${icons.reply}</button>`
    }
    ${
      offered.length === 0 || message.ephemeral
        ? nothing
        : html`<button
          type="button"
          title=${say(page, 'apps')}
          aria-label=${say(page, 'apps')}
          aria-haspopup="menu"
          aria-expanded=${open}
          @click=${() => toggleMenu(page, message.id)}
        >${icons.apps}</button>`
    }
    ${
      message.ephemeral || !(mine || (me?.moderator && !place.dm))
        ? nothing
        : html`<button type="button" title=${say(page, 'remove')}
          aria-label=${say(page, 'remove')}
          @click=${() => deleteMessage(page, message)}>${icons.bin}</button>`
    }
    ${
      open
        ? html`<div class="menu" role="menu" aria-label=${say(page, 'apps')} @keydown=${(event: KeyboardEvent) => moveInMenu(page, event)}>
          ${repeat(
            offered,
            ({ id }) => id,
            (command) => html`<button
              type="button"
              role="menuitem"
              title=${descriptionOf(command, locale)}
              @click=${() => runMenuCommand(page, command.name, message)}
            >${labelOf(command, locale)}</button>`,
          )}
        </div>`
        : nothing
    }
  </div>`;
}

function toggleMenu(page: Page, id: string): void {
  change(page, { menu: page.menu === id ? undefined : id });
  document.querySelector<HTMLElement>(`#message-${id} [role=menuitem]`)?.focus();
}

function moveInMenu(page: Page, event: KeyboardEvent): void {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items.at((at + step) % items.length)?.focus();
  else if (event.key === 'Escape') {
    const button = (event.currentTarget as HTMLElement).parentElement?.querySelector<HTMLElement>('[aria-haspopup]');
    change(page, { menu: undefined });
    button?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

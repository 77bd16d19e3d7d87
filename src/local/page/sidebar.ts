/** Beside the messages: the server's channels, the direct messages, and who one is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ShownChannel } from '../page-api.ts';
import { openChannel } from './actions.ts';
import { avatarOf } from './avatar.ts';
import { locales, threadTypes } from './discord.ts';
import { channelIcon, icons } from './icons.ts';
import { change, channelName, type Page, personName, say } from './page.ts';
import { applyPreferences, type Preferences } from './preferences.ts';
import { becomePerson } from './session.ts';

export function drawSidebar(page: Page): TemplateResult {
  const { channels, guild, bot, dm } = page.state;
  const top = channels.filter(({ channel }) => !threadTypes.includes(channel.type));
  const botName = personName(page, bot.id);
  return html`<nav class="sidebar" aria-label=${say(page, 'channels')}>
    <header><h1>${guild.name}</h1>
      <button type="button" class="close" aria-label=${say(page, 'closeChannels')} @click=${() => change(page, { sidebar: false })}>${icons.close}</button>
    </header>
    <div class="channels">
      <h2>${say(page, 'channels')}</h2>
      <ul>${top.map((shown) => html`<li>${drawChannel(page, shown)}${drawThreads(page, shown)}</li>`)}</ul>
      <h2>${say(page, 'directMessages')}</h2>
      <ul><li>
        <button type="button" class="channel person"
          aria-current=${page.channel === dm.channel.id ? 'page' : 'false'}
          data-unread=${page.unread.has(dm.channel.id)}
          @click=${() => openChannel(page, dm.channel.id)}>
          <img src=${avatarOf({ id: bot.id, bot: true }, botName)} alt="" /><span>${botName}</span>
          <small class=${bot.online ? 'online' : ''}>${say(page, bot.online ? 'online' : 'offline')}</small>
        </button>
      </li></ul>
    </div>
    ${drawSelf(page)}
  </nav>`;
}

const drawChannel = (page: Page, shown: ShownChannel): TemplateResult => html`<button
  type="button"
  class="channel"
  aria-current=${page.channel === shown.channel.id ? 'page' : 'false'}
  data-unread=${page.unread.has(shown.channel.id)}
  @click=${() => openChannel(page, shown.channel.id)}
>${channelIcon(shown.channel.type)}<span>${channelName(page, shown)}</span></button>`;

function drawThreads(page: Page, { channel: { id } }: ShownChannel): TemplateResult | typeof nothing {
  const threads = page.state.channels.filter(({ channel }) => {
    const archived = 'thread_metadata' in channel && channel.thread_metadata?.archived;
    return 'parent_id' in channel && threadTypes.includes(channel.type) && channel.parent_id === id && !archived;
  });
  return threads.length > 0
    ? html`<ul>${threads.map((thread) => html`<li>${drawChannel(page, thread)}</li>`)}</ul>`
    : nothing;
}

/** The switch between people, the language and the theme. */
function drawSelf(page: Page): TemplateResult {
  const { preferences, state } = page;
  const prefer = (changes: Partial<Preferences>) => {
    const next = { ...preferences, ...changes };
    applyPreferences(next);
    change(page, { preferences: next });
  };
  return html`<section class="self" aria-label=${say(page, 'you')}>
    <div class="actors" role="radiogroup" aria-label=${say(page, 'you')}>
      ${state.actors.map((id) => {
        const name = personName(page, id);
        return html`<label>
          <input type="radio" name="actor" .checked=${id === state.user} @change=${() => becomePerson(page, id)} />
          <span>${name}</span>
        </label>`;
      })}
    </div>
    <label class="setting"><span>${say(page, 'language')}</span>
      <select @change=${(event: Event) => prefer({ locale: (event.target as HTMLSelectElement).value })}>
        ${locales.map((locale) => html`<option value=${locale} .selected=${locale === preferences.locale}>${nameOf(locale)}</option>`)}
      </select>
    </label>
    <label class="setting"><span>${say(page, 'theme')}</span>
      <select @change=${(event: Event) => prefer({ theme: (event.target as HTMLSelectElement).value as Preferences['theme'] })}>
        ${(['system', 'dark', 'light'] as const).map(
          (theme) => html`<option value=${theme} .selected=${theme === preferences.theme}>${say(page, theme)}</option>`,
        )}
      </select>
    </label>
  </section>`;
}

/** A language's own name for itself. */
const nameOf = (locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
};

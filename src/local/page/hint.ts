/** For whoever is here for the first time: what to try. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Starter } from '../page-api.ts';
import { runCommand } from './actions.ts';
import { icons } from './icons.ts';
import { change, type Page, personName, say } from './page.ts';
import { applyPreferences } from './preferences.ts';
import { available } from './suggestions.ts';

/** Those in the person's language, else the English ones. */
function startersFor({ state, preferences }: Page): Starter[] {
  const all = state.starters;
  const [language] = preferences.locale.split('-');
  const own = all.filter((starter) => starter.language === language);
  return own.length > 0 ? own : all.filter((starter) => (starter.language ?? 'en') === 'en');
}

export function drawHint(page: Page): TemplateResult | typeof nothing {
  const starters = startersFor(page);
  if (page.preferences.hintClosed || starters.length === 0) return nothing;
  const close = () => {
    const preferences = { ...page.preferences, hintClosed: true };
    applyPreferences(preferences);
    change(page, { preferences });
  };
  const ask = ({ command, options }: Starter) => {
    const runnable = available(page).find(({ name }) => name === command);
    if (runnable) void runCommand(page, runnable, options);
  };
  return html`<section class="hint" aria-labelledby="hint-title">
    <h2 id="hint-title">${say(page, 'hintTitle', personName(page, page.state.bot.id))}</h2>
    <button type="button" class="close" aria-label=${say(page, 'hintClose')} @click=${close}>${icons.close}</button>
    <p>${say(page, 'hintText')}</p>
    <ul>${starters.map(
      (starter) => html`<li>
        <button type="button" class="starter" ?disabled=${!available(page).some(({ name }) => name === starter.command)} @click=${() => ask(starter)}>
          <small>/${starter.command}</small> ${starter.text}
        </button>
      </li>`,
    )}</ul>
  </section>`;
}

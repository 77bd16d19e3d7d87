/** The list of suggestions above the composer, and the keys that move in it. */
import { html, nothing, type TemplateResult } from 'lit';
import { change, type Page } from './page.ts';
import { type Suggestions, suggestions } from './suggestions.ts';
import { pickSuggestion } from './writing.ts';

export function drawPicker(page: Page, offered: Suggestions | undefined, caret = 0): TemplateResult | typeof nothing {
  if (!offered) return nothing;
  const active = activeSuggestion(page, offered);
  return html`<div class="picker">
    <h2>${offered.title}</h2>
    ${offered.note ? html`<p role="status">${offered.note}</p>` : nothing}
    <ul id="suggestions" role="listbox" aria-label=${offered.title}>
      ${offered.items.map(
        (item, index) => html`<li
          id="suggestion-${index}"
          role="option"
          class=${index === active ? 'active' : ''}
          aria-selected=${index === active}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => pickSuggestion(page, item, caret)}
        ><b>${item.label}</b><span>${item.detail}</span><small>${item.aside}</small></li>`,
      )}
    </ul>
  </div>`;
}

/** The highlighted suggestion: the first, or none until an arrow is pressed. -1 is none. */
export function activeSuggestion(page: Page, offered: Suggestions | undefined): number {
  const { active, moved } = page.draft;
  const { items, eager } = offered ?? { items: [], eager: false };
  return items.length > 0 && (eager || moved) ? Math.min(active, items.length - 1) : -1;
}

/** Arrows move, Enter and Tab pick, Escape closes. Says whether the key was for the list. */
export function pickerKey(page: Page, event: KeyboardEvent, caret = 0): boolean {
  const offered = suggestions(page, caret);
  if (!offered || event.shiftKey) return false;
  const active = activeSuggestion(page, offered);
  const { length } = offered.items;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && length > 0) {
    const next = active < 0 ? (step > 0 ? 0 : length - 1) : (active + step + length) % length;
    change(page, { draft: { ...page.draft, active: next, moved: true } });
    document.getElementById(`suggestion-${next}`)?.scrollIntoView({ block: 'nearest' });
  } else if ((event.key === 'Enter' || event.key === 'Tab') && offered.items[active]) {
    pickSuggestion(page, offered.items[active], caret);
  } else if (event.key === 'Escape' && (length > 0 || offered.note)) {
    change(page, { draft: { ...page.draft, closed: true } });
  } else return false;
  event.preventDefault();
  return true;
}

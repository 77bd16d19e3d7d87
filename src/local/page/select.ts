/** A select menu: a button that opens a list. One choice is taken at once; several when the list is closed. */
import { html, nothing, type TemplateResult } from 'lit';
import { change, type Page, say } from './page.ts';
import type { SelectOption } from './select-options.ts';

export interface Select {
  /** Tells open menus apart. */
  key: string;
  options: SelectOption[];
  placeholder?: string | undefined;
  min: number;
  max: number;
  disabled?: boolean | undefined;
  /** Values chosen already, where they are not those that the options preset. */
  values?: string[];
  /** Name for those who do not see the placeholder. */
  label?: string;
  chosen: (values: string[]) => void;
}

export function drawSelect(page: Page, select: Select): TemplateResult {
  const open = page.select?.key === select.key ? page.select : undefined;
  const values = open?.chosen ?? select.values ?? presets(select);
  const labels = select.options.filter(({ value }) => values.includes(value)).map(({ label }) => label);
  const placeholder = select.placeholder ?? say(page, 'choose');
  const list = `options-${select.key.replaceAll(/[^\w-]/g, '-')}`;
  return html`<div class="select" @focusout=${(event: FocusEvent) => leave(page, select, event)}>
    <button
      type="button"
      role="combobox"
      class="select-button"
      ?disabled=${select.disabled}
      aria-label="${select.label ?? placeholder}${labels.length ? `: ${labels.join(', ')}` : ''}"
      aria-haspopup="listbox"
      aria-expanded=${open !== undefined}
      aria-controls=${list}
      aria-activedescendant=${open ? `${list}-${open.active}` : ''}
      @click=${() => (open ? close(page, select) : openMenu(page, select))}
      @keydown=${(event: KeyboardEvent) => onKey(page, select, event)}
    ><span class=${labels.length ? '' : 'faint'}>${labels.join(', ') || placeholder}</span></button>
    ${
      open
        ? html`<ul id=${list} role="listbox" aria-label=${select.label ?? placeholder} aria-multiselectable=${select.max > 1}>
          ${select.options.map(
            (option, index) => html`<li
              id="${list}-${index}"
              role="option"
              class=${index === open.active ? 'active' : ''}
              aria-selected=${open.chosen.includes(option.value)}
              @mousedown=${(event: Event) => event.preventDefault()}
              @click=${() => pick(page, select, index)}
            >
              ${option.emoji ? html`<span aria-hidden="true">${option.emoji}</span>` : nothing}
              <span>${option.label}${option.description ? html`<small>${option.description}</small>` : nothing}</span>
            </li>`,
          )}
        </ul>`
        : nothing
    }
  </div>`;
}

const presets = ({ options }: Select): string[] => options.filter(({ preset }) => preset).map(({ value }) => value);

function openMenu(page: Page, select: Select): void {
  const chosen = select.values ?? presets(select);
  const active = Math.max(
    0,
    select.options.findIndex(({ value }) => chosen.includes(value)),
  );
  change(page, { select: { key: select.key, chosen, active } });
}

/** Takes what was chosen where it is enough and something else than before. */
function close(page: Page, select: Select): void {
  const chosen = page.select?.chosen ?? [];
  const before = select.values ?? presets(select);
  change(page, { select: undefined });
  const changed = chosen.length !== before.length || chosen.some((value) => !before.includes(value));
  if (select.max > 1 && changed && chosen.length >= select.min) select.chosen(chosen);
}

function leave(page: Page, select: Select, { currentTarget, relatedTarget }: FocusEvent): void {
  if (page.select?.key === select.key && !(currentTarget as Element).contains(relatedTarget as Node))
    close(page, select);
}

function pick(page: Page, select: Select, index: number): void {
  const value = select.options[index]?.value;
  const open = page.select;
  if (value === undefined || !open) return;
  if (select.max <= 1) {
    change(page, { select: undefined });
    select.chosen([value]);
    return;
  }
  const without = open.chosen.filter((other) => other !== value);
  const chosen = without.length < open.chosen.length ? without : [...without, value].slice(0, select.max);
  change(page, { select: { ...open, chosen, active: index } });
}

function onKey(page: Page, select: Select, event: KeyboardEvent): void {
  const open = page.select?.key === select.key ? page.select : undefined;
  const { length } = select.options;
  const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -length, End: length };
  const move = moves[event.key];
  if (move !== undefined) {
    if (!open) openMenu(page, select);
    else change(page, { select: { ...open, active: Math.min(length - 1, Math.max(0, open.active + move)) } });
  } else if (open && (event.key === 'Enter' || event.key === ' ')) pick(page, select, open.active);
  else if (open && event.key === 'Escape') select.max > 1 ? close(page, select) : change(page, { select: undefined });
  else return;
  event.preventDefault();
  event.stopPropagation();
  document.querySelector('.select li.active')?.scrollIntoView({ block: 'nearest' });
}

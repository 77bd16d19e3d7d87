/** A form the bot opened: Discord's modal, as the browser's own dialog (focus stays in it, Escape closes it). */
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ModalValue, OpenModal } from '../page-api.ts';
import { submitModal } from './actions.ts';
import { componentType, paragraphStyle } from './discord.ts';
import { icons } from './icons.ts';
import { markdown } from './markdown-view.ts';
import { change, type Page, say } from './page.ts';
import { drawSelect } from './select.ts';
import { selectOptions } from './select-options.ts';

/** Values of selects, which no input of the form holds, by modal and custom_id. */
const selected = new Map<string, string[]>();

export function drawModal(page: Page): TemplateResult | typeof nothing {
  const { modal } = page;
  if (!modal) return nothing;
  const close = () => change(page, { modal: undefined, modalProblem: undefined });
  const bot = page.state.people.find(({ user }) => user.id === page.state.bot.id);
  return html`${keyed(
    modal.id,
    html`<dialog class="modal" aria-labelledby="modal-title" @close=${close} @keydown=${stop}>
      <form method="dialog" @submit=${(event: SubmitEvent) => submit(page, modal, event)}>
        <header>
          <h2 id="modal-title">${modal.data.title}</h2>
          <button type="button" aria-label=${say(page, 'cancel')} @click=${close}>${icons.close}</button>
        </header>
        <div class="modal-body">${modal.data.components.map((component) => drawPart(page, modal, component))}</div>
        ${
          page.modalProblem === undefined
            ? nothing
            : html`<p class="problem" role="alert">${page.modalProblem || say(page, 'failed')}</p>`
        }
        <footer>
          <small>${bot?.name}</small>
          <button type="button" class="button secondary" @click=${close}>${say(page, 'cancel')}</button>
          <button class="button primary">${say(page, 'submit')}</button>
        </footer>
      </form>
    </dialog>`,
  )}`;
}

const stop = (event: Event): void => event.stopPropagation();

/** Opens the dialog once it is drawn. */
export function showModal(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.modal:not([open])');
  dialog?.showModal();
  dialog?.querySelector<HTMLElement>('input, textarea, [role=combobox]')?.focus();
}

function drawPart(
  page: Page,
  modal: OpenModal,
  part: APIModalInteractionResponseCallbackComponent,
): TemplateResult | typeof nothing {
  if (part.type === componentType.row) {
    return html`${part.components.map((input) => html`<label>${drawLabel(page, input.label ?? '', input.required ?? true)}${drawText(input)}</label>`)}`;
  }
  if (part.type === componentType.text) return markdown(page, part.content);
  if (part.type !== componentType.label) return nothing;
  const { component, label, description } = part;
  const required = 'required' in component ? (component.required ?? true) : true;
  const head = html`${drawLabel(page, label, required)}${description ? html`<small>${description}</small>` : nothing}`;
  if (component.type === componentType.textInput) return html`<label>${head}${drawText(component)}</label>`;
  return html`<div class="labelled">${head}${drawChoice(page, modal, component, label)}</div>`;
}

const drawLabel = (page: Page, label: string, required: boolean): TemplateResult =>
  html`<span>${label}${required ? html`<b class="required" title=${say(page, 'required')}> *</b>` : nothing}</span>`;

function drawText(input: APITextInputComponent): TemplateResult {
  const { custom_id: name, min_length: min, max_length: max, placeholder, value = '' } = input;
  const required = input.required ?? true;
  return input.style === paragraphStyle
    ? html`<textarea name=${name} rows="4" ?required=${required}
      minlength=${ifDefined(min)}
      maxlength=${max ?? 4000}
      placeholder=${ifDefined(placeholder)}>${value}</textarea>`
    : html`<input type="text" name=${name} ?required=${required}
      minlength=${ifDefined(min)}
      maxlength=${max ?? 4000}
      placeholder=${ifDefined(placeholder)} value=${value} />`;
}

function drawChoice(
  page: Page,
  modal: OpenModal,
  component: APIComponentInLabel,
  label: string,
): TemplateResult | typeof nothing {
  if (!isSelect(component)) return nothing;
  const key = `${modal.id}/${component.custom_id}`;
  const options = selectOptions(page, component);
  return drawSelect(page, {
    key,
    label,
    options,
    placeholder: component.placeholder,
    min: component.min_values ?? 1,
    max: component.max_values ?? 1,
    values: selected.get(key) ?? options.filter(({ preset }) => preset).map(({ value }) => value),
    chosen: (values) => {
      selected.set(key, values);
      change(page);
    },
  });
}

const selects: number[] = [
  componentType.stringSelect,
  componentType.userSelect,
  componentType.roleSelect,
  componentType.mentionableSelect,
  componentType.channelSelect,
];

const isSelect = (
  component: APIComponentInLabel,
): component is Parameters<typeof selectOptions>[1] & APIComponentInLabel => selects.includes(component.type);

function submit(page: Page, modal: OpenModal, event: SubmitEvent): void {
  event.preventDefault();
  const texts = new FormData(event.target as HTMLFormElement);
  const values: ModalValue[] = [...texts].map(([customId, value]) => ({ customId, value: String(value) }));
  for (const part of modal.data.components) {
    if (part.type !== componentType.label || !isSelect(part.component)) continue;
    const { custom_id: customId } = part.component;
    const presets = selectOptions(page, part.component).filter(({ preset }) => preset);
    values.push({ customId, values: selected.get(`${modal.id}/${customId}`) ?? presets.map(({ value }) => value) });
  }
  void submitModal(page, values);
}

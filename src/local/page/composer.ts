/** Where one writes: a message, or a command with its options as fields; above it the suggestions. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { channelType } from './discord.ts';
import type { CommandDraft, Field } from './draft.ts';
import { descriptionOf, labelOf, unused } from './draft.ts';
import { icons } from './icons.ts';
import { change, channelById, channelTitle, type Page, personName, say } from './page.ts';
import { activeSuggestion, drawPicker, pickerKey } from './picker.ts';
import { available, suggestions } from './suggestions.ts';
import { focusField, leaveCommand, sendDraft, writeField, writeText } from './writing.ts';

type Entry = HTMLInputElement | HTMLTextAreaElement;

export function drawComposer(page: Page): TemplateResult | typeof nothing {
  const shown = channelById(page, page.channel);
  if (!shown || shown.channel.type === channelType.forum) return nothing;
  const { command } = page.draft;
  const offered = suggestions(page, caret());
  return html`<form class="composer" @submit=${(event: Event) => submit(page, event)}>
    ${drawPicker(page, offered, caret())} ${page.problem ? html`<p class="problem" role="alert">${page.problem}</p>` : nothing}
    ${
      page.replyTo
        ? html`<p class="replying">
          <span>${say(page, 'replyingTo', personName(page, page.replyTo.author.id))}</span>
          <button type="button" aria-label=${say(page, 'stopReplying')} @click=${() => change(page, { replyTo: undefined })}>${icons.close}</button>
        </p>`
        : nothing
    }
    <div class="entry">${command ? drawCommand(page, command) : drawText(page, channelTitle(page, shown), shown.maySend)}</div>
  </form>`;
}

const caret = (): number | undefined =>
  document.querySelector<Entry>('.composer [data-entry]')?.selectionStart ?? undefined;

const isOpen = (page: Page): boolean => suggestions(page, caret()) !== undefined;

function activeId(page: Page): string {
  const index = activeSuggestion(page, suggestions(page, caret()));
  return index < 0 ? '' : `suggestion-${index}`;
}

function submit(page: Page, event: Event): void {
  event.preventDefault();
  void sendDraft(page);
}

/** Where one may not write, commands can still be run, as in Discord. */
function drawText(page: Page, channel: string, maySend: boolean): TemplateResult {
  const hint = maySend ? say(page, 'messageTo', channel) : say(page, 'mayNotSend');
  return html`<textarea
      data-entry
      rows="1"
      maxlength="2000"
      placeholder=${hint}
      aria-label=${hint}
      role="combobox"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-expanded=${isOpen(page)}
      aria-controls="suggestions"
      aria-activedescendant=${activeId(page)}
      ?disabled=${!maySend && available(page).length === 0}
      .value=${live(page.draft.text)}
      @input=${(event: InputEvent) => writeText(page, (event.target as Entry).value)}
      @click=${() => change(page)}
      @keydown=${(event: KeyboardEvent) => onKey(page, event)}
    ></textarea>
    <button class="send" aria-label=${say(page, 'send')} ?disabled=${page.draft.text.trim() === ''}>${icons.send}</button>`;
}

function drawCommand(page: Page, command: CommandDraft): TemplateResult {
  const rest = unused(command);
  return html`<div class="command">
      <span class="command-name">/${command.runnable.label}</span>
      ${command.fields.map((field, index) => drawField(page, command, field, index))}
      ${
        rest.length > 0 || command.focus >= command.fields.length
          ? drawInput(page, command, command.fields.length, command.tail, say(page, 'addOption'))
          : nothing
      }
      ${
        rest.length > 0 && command.focus < command.fields.length
          ? html`<button type="button" class="more" tabindex="-1" @click=${() => toTail(page, command)}>+${rest.length}</button>`
          : nothing
      }
    </div>
    <button type="button" class="leave" aria-label=${say(page, 'leaveCommand')} @click=${() => leaveCommand(page)}>${icons.close}</button>
    <button class="send" aria-label=${say(page, 'send')}>${icons.send}</button>`;
}

function toTail(page: Page, command: CommandDraft): void {
  focusField(page, command.fields.length);
  document.querySelector<HTMLInputElement>('.composer [data-entry]')?.focus();
}

function drawField(page: Page, command: CommandDraft, field: Field, index: number): TemplateResult {
  const { locale } = page.preferences;
  const label = labelOf(field.option, locale);
  const wrong =
    command.wrong?.index === index ? say(page, command.wrong.missing ? 'missing' : 'wrongValue') : undefined;
  return html`<label class="field ${wrong ? 'wrong' : ''}">
    <span class="name">${label}</span>${drawInput(page, command, index, field.text, `${label}: ${descriptionOf(field.option, locale)}`, wrong)}
  </label>`;
}

function drawInput(
  page: Page,
  command: CommandDraft,
  index: number,
  text: string,
  name: string,
  wrong?: string,
): TemplateResult {
  const here = command.focus === index;
  return html`<input
    type="text"
    class=${index === command.fields.length ? 'tail' : ''}
    autocomplete="off"
    maxlength="6000"
    ?data-entry=${here}
    aria-label=${wrong ? `${name} — ${wrong}` : name}
    aria-invalid=${wrong !== undefined}
    role="combobox"
    aria-autocomplete="list"
    aria-haspopup="listbox"
    aria-expanded=${here && isOpen(page)}
    aria-controls="suggestions"
    aria-activedescendant=${here ? activeId(page) : ''}
    .value=${live(text)}
    @focus=${() => focusField(page, index)}
    @input=${(event: InputEvent) => writeField(page, (event.target as Entry).value)}
    @keydown=${(event: KeyboardEvent) => onKey(page, event)}
  />`;
}

function onKey(page: Page, event: KeyboardEvent): void {
  if (event.isComposing || pickerKey(page, event, caret())) return;
  const { command } = page.draft;
  const entry = event.target as Entry;
  if (event.key === 'Enter' && !event.shiftKey) void sendDraft(page);
  else if (event.key === 'Escape' && page.replyTo) change(page, { replyTo: undefined });
  else if (event.key === 'Escape' && command) leaveCommand(page);
  else if (event.key === 'Backspace' && command && entry.value === '') takeBack(page, command);
  else return;
  event.preventDefault();
}

/** Backspace in an empty field takes it away where it is optional; at the very beginning, the command. */
function takeBack(page: Page, command: CommandDraft): void {
  const { focus, fields } = command;
  const removable = fields[focus] && !fields[focus].option.required;
  const left = removable ? fields.filter((_, index) => index !== focus) : fields;
  if (focus === 0 && !removable) {
    leaveCommand(page);
    return;
  }
  const next = { ...command, fields: left, focus: Math.max(0, focus - 1) };
  change(page, { draft: { text: '', command: next, active: 0, closed: false } });
  document.querySelector<HTMLInputElement>('.composer [data-entry]')?.focus();
}

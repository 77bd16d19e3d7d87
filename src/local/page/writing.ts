/** What typing, picking and sending do to the draft. */

import { runCommand, sendMessage } from './actions.ts';
import { api } from './api.ts';
import { addOption, begin, type CommandDraft, given, typedCommand, written } from './draft.ts';
import { change, type Page } from './page.ts';
import { available, type Suggestion } from './suggestions.ts';
import { optionValue, people, writable } from './values.ts';

const nothingWritten = { text: '', active: 0, closed: false };

/** The message's text was changed. A slash command that is named in full and followed by a blank is begun. */
export function writeText(page: Page, text: string): void {
  const typed = text.startsWith('/') ? typedCommand(available(page), text) : undefined;
  if (!typed) {
    change(page, { draft: { text, active: 0, closed: false }, problem: undefined });
    return;
  }
  change(page, { draft: { ...nothingWritten, command: begin(typed.runnable, typed.rest) } });
  focusEntry();
  askChoices(page);
}

/** The text of the field with the cursor was changed. */
export function writeField(page: Page, text: string): void {
  const { command } = page.draft;
  if (!command) return;
  const next = written(command, text);
  putCommand(page, next);
  const moved = next.focus !== command.focus || next.fields.length !== command.fields.length;
  if (moved) focusEntry();
  askChoices(page);
}

/** Puts the cursor into a field; the number of fields is the place behind them. */
export function focusField(page: Page, focus: number): void {
  const { command } = page.draft;
  if (!command || command.focus === focus) return;
  putCommand(page, { ...command, focus });
  askChoices(page);
}

function putCommand(page: Page, command: CommandDraft): void {
  change(page, { draft: { text: '', command, active: 0, closed: false } });
}

/** Leaves the command, back to an empty message. */
export function leaveCommand(page: Page): void {
  change(page, { draft: nothingWritten });
  focusEntry();
}

/** Takes what was picked of the suggestions. */
export function pickSuggestion(page: Page, suggestion: Suggestion, caret: number): void {
  const { command, text } = page.draft;
  if (suggestion.kind === 'command') {
    change(page, { draft: { ...nothingWritten, command: begin(suggestion.runnable) } });
  } else if (suggestion.kind === 'mention') {
    const mentioning = `${text.slice(0, suggestion.from)}${suggestion.label} ${text.slice(caret)}`;
    change(page, { draft: { ...nothingWritten, text: mentioning } });
  } else if (suggestion.kind === 'option' && command) {
    putCommand(page, addOption(command, suggestion.option));
  } else if (suggestion.kind === 'value' && command) {
    const { label, value } = suggestion;
    const fields = command.fields.map((field, index) =>
      index === command.focus ? { ...field, text: label, picked: { text: label, value } } : field,
    );
    const empty = fields.findIndex((field) => field.text === '' && field.option.required);
    putCommand(page, { ...command, fields, focus: empty < 0 ? fields.length : empty, wrong: undefined });
  }
  focusEntry();
  askChoices(page);
}

/** Asks the bot what could stand in the field, where it offers that. Older answers that come late are dropped. */
async function askChoices(page: Page): Promise<void> {
  const { command } = page.draft;
  const field = command?.fields[command.focus];
  if (!command || !field || !('autocomplete' in field.option) || !field.option.autocomplete) return;
  const { runnable, fields, focus } = command;
  const { text, option } = field;
  const options = fields.flatMap((other, index) => {
    if (index === focus) return [{ name: option.name, value: text, focused: true }];
    const value = other.text === '' ? undefined : optionValue(page, other);
    return value === undefined ? [] : [{ name: other.option.name, value }];
  });
  const answer = await api
    .autocomplete({
      user: page.state.user,
      channel: page.channel,
      command: runnable.command.name,
      options,
      locale: page.preferences.locale,
      ...(runnable.group && { group: runnable.group }),
      ...(runnable.subcommand && { subcommand: runnable.subcommand }),
    })
    .catch(() => ({ choices: [], failed: true as const }));
  const now = page.draft.command;
  if (now?.runnable !== runnable || now.fields[now.focus]?.option !== option || now.fields[now.focus]?.text !== text)
    return;
  const offered = { field: option.name, text, choices: answer.choices, failed: answer.failed ?? false };
  change(page, { draft: { ...page.draft, command: { ...now, offered }, active: 0, moved: false } });
}

/** Sends the message, or runs the command; where an option lacks a valid value, the cursor goes there instead. */
export async function sendDraft(page: Page): Promise<void> {
  const { command, text } = page.draft;
  if (!command) {
    if (text.trim() === '') return;
    change(page, { draft: nothingWritten });
    return sendMessage(page, withIds(page, text.trim()));
  }
  const ready = given(command, (field) => optionValue(page, field));
  if ('index' in ready) {
    change(page, { draft: { ...page.draft, command: { ...command, focus: ready.index, wrong: ready } } });
    focusEntry();
    return askChoices(page);
  }
  change(page, { draft: nothingWritten });
  focusEntry();
  return runCommand(page, command.runnable, ready.options);
}

/** `@name` and `#name` as Discord sends them. The longest names first: one may begin another. */
function withIds(page: Page, text: string): string {
  const named = [
    ...people(page).map(({ label, value }) => ({ label, id: `<@${value}>` })),
    ...writable(page).map(({ label, value }) => ({ label, id: `<#${value}>` })),
  ].sort((a, b) => b.label.length - a.label.length);
  return named.reduce((content, { label, id }) => {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}<])${RegExp.escape(label)}(?![\\p{L}\\p{N}])`, 'gu');
    return content.replace(whole, id);
  }, text);
}

/** Puts the cursor where one writes, at the end. */
export function focusEntry(): void {
  const entry = document.querySelector<HTMLInputElement>('.composer [data-entry]');
  entry?.focus();
  entry?.setSelectionRange(entry.value.length, entry.value.length);
}

/** What the list above the composer offers at this moment. */
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { type CommandDraft, descriptionOf, labelOf, matching, type Runnable, runnables, unused } from './draft.ts';
import { type Page, personName, placeOf, say } from './page.ts';
import { holding, people, pickable, writable } from './values.ts';

export type Suggestion =
  | { kind: 'command'; label: string; detail: string; aside: string; runnable: Runnable }
  | { kind: 'option'; label: string; detail: string; aside: string; option: APIApplicationCommandBasicOption }
  | { kind: 'value'; label: string; detail: string; aside: string; value: string | number | boolean }
  | { kind: 'mention'; label: string; detail: string; aside: string; from: number };

export interface Suggestions {
  title: string;
  /** Stands where there is nothing to pick: why, or what is wanted. */
  note?: string;
  items: Suggestion[];
  /** The first is highlighted from the start, so that Enter picks it. */
  eager: boolean;
}

/** The commands that can be run in the open channel. */
export const available = (page: Page): Runnable[] =>
  runnables(page.state.commands, page.preferences.locale, placeOf(page));

/** What is offered now, or undefined where nothing is. `caret` is the cursor's place in the message's text. */
export function suggestions(page: Page, caret = page.draft.text.length): Suggestions | undefined {
  const { text, command, closed } = page.draft;
  if (closed) return undefined;
  if (command) return command.focus < command.fields.length ? forField(page, command) : forTail(page, command);
  if (/^\/[^\n]*$/.test(text)) return forSlash(page, text.slice(1));
  const mention = /(?:^|\s)([@#][\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret));
  return mention ? forMention(page, mention[1] ?? '', caret) : undefined;
}

function forSlash(page: Page, typed: string): Suggestions | undefined {
  const bot = personName(page, page.state.bot.id);
  const items = matching(available(page), typed).map(
    (runnable): Suggestion => ({
      kind: 'command',
      label: `/${runnable.label}`,
      detail: runnable.description,
      aside: bot,
      runnable,
    }),
  );
  return items.length > 0 ? { title: say(page, 'commands'), items, eager: true } : undefined;
}

function forMention(page: Page, typed: string, caret: number): Suggestions | undefined {
  const all = typed.startsWith('@') ? people(page) : writable(page);
  const items = holding(all, typed).map(
    ({ label, detail = '' }): Suggestion => ({
      kind: 'mention',
      label,
      detail,
      aside: '',
      from: caret - typed.length,
    }),
  );
  const title = say(page, typed.startsWith('@') ? 'people' : 'channels');
  return items.length > 0 ? { title, items, eager: true } : undefined;
}

function forField(page: Page, command: CommandDraft): Suggestions | undefined {
  const field = command.fields[command.focus];
  if (!field) return undefined;
  const { option, text, picked } = field;
  const { locale } = page.preferences;
  const title = `${labelOf(option, locale)} — ${descriptionOf(option, locale)}`;
  if (picked?.text === text && text !== '') return { title, items: [], eager: false };
  const all = pickable(page, option);
  if (all) {
    const items = holding(all, text).map(asValue);
    return { title, items, eager: true, ...(items.length === 0 && { note: say(page, 'noMatch') }) };
  }
  if (!('autocomplete' in option) || !option.autocomplete) return { title, items: [], eager: false };
  const { offered } = command;
  if (offered?.field !== option.name) return { title, items: [], eager: false, note: say(page, 'loading') };
  const items = offered.choices.map((choice) => asValue({ label: labelOf(choice, locale), value: choice.value }));
  const note = offered.failed ? 'noAnswer' : 'noMatch';
  // While newer choices are on their way, the older ones stay to be seen, but Enter does not pick one unseen.
  const current = offered.text === text;
  return { title, items, eager: current, ...(items.length === 0 && current && { note: say(page, note) }) };
}

function forTail(page: Page, command: CommandDraft): Suggestions | undefined {
  const { locale } = page.preferences;
  const wanted = command.tail.trim().toLowerCase();
  const items = unused(command)
    .filter((option) => labelOf(option, locale).startsWith(wanted) || option.name.startsWith(wanted))
    .map(
      (option): Suggestion => ({
        kind: 'option',
        label: labelOf(option, locale),
        detail: descriptionOf(option, locale),
        aside: option.required ? say(page, 'required') : say(page, 'optional'),
        option,
      }),
    );
  return items.length > 0 ? { title: say(page, 'options'), items, eager: wanted !== '' } : undefined;
}

const asValue = ({
  label,
  value,
  detail = '',
}: {
  label: string;
  value: string | number | boolean;
  detail?: string;
}) => ({
  kind: 'value' as const,
  label,
  detail,
  aside: '',
  value,
});

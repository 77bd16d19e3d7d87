/** Rules of components: https://discord.com/developers/docs/components/reference */
import { ButtonStyle, ComponentType as C } from 'discord-api-types/v10';
import { checkUrl } from './embeds.ts';
import type { Form } from './form.ts';

/** Any component, of any kind: only what the rules look at. */
export interface AnyComponent {
  type: C;
  id?: number;
  custom_id?: string | null;
  style?: number;
  label?: string | null;
  url?: string | null;
  sku_id?: string | null;
  emoji?: unknown;
  content?: string;
  disabled?: boolean;
  options?: { label: string; value: string; default?: boolean }[];
  min_values?: number;
  max_values?: number;
  components?: AnyComponent[];
  component?: AnyComponent;
  accessory?: AnyComponent;
  items?: unknown[];
}

type Path = readonly PropertyKey[];

const selects: ReadonlySet<C> = new Set([
  C.StringSelect,
  C.UserSelect,
  C.RoleSelect,
  C.MentionableSelect,
  C.ChannelSelect,
]);

/** Every component of a message or modal, nested ones too, with its path below `path`. */
export function* walk(components: readonly AnyComponent[], path: Path = []): Generator<[AnyComponent, Path]> {
  for (const [index, component] of components.entries()) yield* within(component, [...path, index]);
}

function* within(component: AnyComponent, path: Path): Generator<[AnyComponent, Path]> {
  yield [component, path];
  yield* walk(component.components ?? [], [...path, 'components']);
  if (component.accessory) yield* within(component.accessory, [...path, 'accessory']);
  if (component.component) yield* within(component.component, [...path, 'component']);
}

const mostComponents = 40;
const mostText = 4_000;
const mostRows = 5;

/** Adds to `form` what is wrong with a message's components beyond their shape. `v2`: the message is made of them. */
export function checkComponents(form: Form, path: Path, components: readonly AnyComponent[], v2: boolean): void {
  const all = [...walk(components, path)];
  if (v2) {
    if (all.length > mostComponents) {
      form.add(
        path,
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components must not exceed ${mostComponents}`,
      );
    }
    const text = all.reduce(
      (sum, [component]) => sum + (component.type === C.TextDisplay ? (component.content?.length ?? 0) : 0),
      0,
    );
    if (text > mostText) {
      form.add(
        path,
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The total displayable text must not exceed ${mostText}`,
      );
    }
  } else {
    for (const [index, component] of components.entries()) {
      if (component.type !== C.ActionRow) {
        form.add([...path, index, 'type'], 'BASE_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
      }
    }
    if (components.length > mostRows) form.tooLong(path, mostRows);
  }
  checkEach(form, all);
}

/** Adds to `form` what is wrong with the fields of a modal. */
export function checkModal(form: Form, path: Path, components: readonly AnyComponent[]): void {
  if (components.length > mostRows) form.tooLong(path, mostRows);
  for (const [index, component] of components.entries()) {
    if (component.type === C.ActionRow && component.components?.length !== 1) {
      form.add([...path, index, 'components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 1 in length.');
    }
  }
  checkEach(form, [...walk(components, path)]);
}

function checkEach(form: Form, all: readonly [AnyComponent, Path][]): void {
  const ids = new Set<string>();
  for (const [component, path] of all) {
    if (component.type === C.ActionRow) checkRow(form, path, component);
    if (component.type === C.Button) checkButton(form, path, component);
    if (component.type === C.TextDisplay && !component.content?.trim()) form.required([...path, 'content']);
    if (selects.has(component.type)) checkSelect(form, path, component);
    const id = component.custom_id;
    if (!id) continue;
    if (ids.has(id)) {
      form.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    ids.add(id);
  }
}

function checkRow(form: Form, path: Path, row: AnyComponent): void {
  const inside = row.components ?? [];
  const wide = inside.some((component) => selects.has(component.type) || component.type === C.TextInput);
  if (inside.length === 0 || inside.length > (wide ? 1 : 5)) {
    form.add(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
}

function checkButton(form: Form, path: Path, button: AnyComponent): void {
  if (button.style === ButtonStyle.Link) {
    if (!button.url) form.required([...path, 'url']);
    if (button.custom_id) {
      form.add(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    checkUrl(form, [...path, 'url'], button.url, ['http:', 'https:', 'discord:']);
  } else if (button.style !== ButtonStyle.Premium) {
    if (!button.custom_id) {
      form.add([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
    }
    if (button.url) form.add([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'Only link buttons have a url');
  }
  if (button.style !== ButtonStyle.Premium && !button.label?.trim() && !button.emoji) {
    form.add(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji');
  }
}

function checkSelect(form: Form, path: Path, select: AnyComponent): void {
  if (!select.custom_id) form.required([...path, 'custom_id']);
  const { min_values: least = 1, max_values: most = 1 } = select;
  if (least > most) form.add([...path, 'min_values'], 'BASE_TYPE_MAX', 'min_values must not exceed max_values');
  if (select.type !== C.StringSelect) return;
  const options = select.options ?? [];
  if (options.length === 0) form.required([...path, 'options']);
  if (new Set(options.map(({ value }) => value)).size < options.length) {
    form.add(
      [...path, 'options'],
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    );
  }
  if (options.filter((option) => option.default).length > most) {
    form.add([...path, 'options'], 'SELECT_COMPONENT_DEFAULT_OVER_MAXIMUM', 'More defaults than max_values');
  }
}

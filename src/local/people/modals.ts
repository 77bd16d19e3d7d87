import { ComponentType as C } from 'discord-api-types/v10';
import type { AnyComponent } from '../limits/components.ts';
import type { ModalValue } from '../page-api.ts';
import { unable } from './options.ts';

interface Input extends AnyComponent {
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
}

/**
 * The components of a submitted modal: its own, with what the person gave.
 * @throws ApiError where a value is missing, too short or too long
 */
export function modalComponents(components: readonly AnyComponent[], values: readonly ModalValue[]): unknown[] {
  return components.map((component) => {
    const { type, id } = component;
    if (component.component) return { type, id, component: filled(component.component, values) };
    if (component.components)
      return { type, id, components: component.components.map((input) => filled(input, values)) };
    return { type, id };
  });
}

function filled(input: Input, values: readonly ModalValue[]): unknown {
  const { type, id, custom_id } = input;
  const given = values.find(({ customId }) => customId === custom_id);
  const required = input.required ?? true;
  if (type !== C.TextInput) {
    const chosen = given?.values ?? [];
    if (required && chosen.length < (input.min_values ?? 1)) throw unable('Something still has to be chosen.');
    return { type, id, custom_id, values: chosen };
  }
  const value = given?.value ?? input.value ?? '';
  if (required && value === '') throw unable('A required field is empty.');
  if (value !== '' && value.length < (input.min_length ?? 0)) throw unable(`At least ${input.min_length} characters.`);
  if (value.length > (input.max_length ?? 4_000)) throw unable(`At most ${input.max_length ?? 4_000} characters.`);
  return { type, id, custom_id, value };
}

/** What stands under a message and can be used, and the parts of Components V2. */
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Shown } from '../page-api.ts';
import { useComponent } from './actions.ts';
import { drawAttachments, ownUrl } from './attachments.ts';
import { buttonStyle, componentType, largeSpacing } from './discord.ts';
import { icons } from './icons.ts';
import { safeUrl } from './markdown-inline.ts';
import { markdown } from './markdown-view.ts';
import type { Page } from './page.ts';
import { drawSelect } from './select.ts';
import { selectOptions } from './select-options.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;
type Drawn = TemplateResult | typeof nothing;

export const drawComponents = (page: Page, message: Shown, components: Component[]): Drawn[] =>
  components.map((component) => drawComponent(page, message, component));

function drawComponent(page: Page, message: Shown, component: Component): Drawn {
  switch (component.type) {
    case componentType.row:
      return drawRow(page, message, component);
    case componentType.text:
      return markdown(page, component.content);
    case componentType.separator:
      return html`<hr class=${component.spacing === largeSpacing ? 'large' : ''} ?data-blank=${component.divider === false} />`;
    case componentType.container: {
      const colour = component.accent_color;
      const bar =
        colour === undefined || colour === null ? {} : { borderLeftColor: `#${colour.toString(16).padStart(6, '0')}` };
      return html`<section class="container" style=${styleMap(bar)}>${drawComponents(page, message, component.components)}</section>`;
    }
    case componentType.section: {
      const { accessory } = component;
      const beside =
        accessory.type === componentType.button
          ? drawButton(page, message, accessory)
          : drawPicture(accessory.media.url, accessory.description);
      return html`<div class="section"><div>${drawComponents(page, message, component.components)}</div>${beside}</div>`;
    }
    case componentType.gallery:
      return html`<div class="gallery">${component.items.map(({ media, description }) => drawPicture(media.url, description))}</div>`;
    case componentType.file: {
      const url = component.file.url;
      return drawAttachments(
        page,
        message.attachments.filter((file) => file.url === url || url === `attachment://${file.filename}`),
      );
    }
    default:
      return nothing;
  }
}

function drawPicture(address: string, description: string | null | undefined): Drawn {
  const url = ownUrl(address);
  return url ? html`<img src=${url} alt=${description ?? ''} />` : nothing;
}

function drawRow(
  page: Page,
  message: Shown,
  row: APIActionRowComponent<APIComponentInMessageActionRow>,
): TemplateResult {
  return html`<div class="row">${row.components.map((component) => {
    if (component.type === componentType.button) return drawButton(page, message, component);
    return drawSelect(page, {
      key: `${message.id}/${component.custom_id}`,
      options: selectOptions(page, component),
      placeholder: component.placeholder,
      min: component.min_values ?? 1,
      max: component.max_values ?? 1,
      disabled: component.disabled || page.busy.has(message.id),
      chosen: (values) => useComponent(page, message, component.custom_id, values),
    });
  })}</div>`;
}

const styleNames: Record<number, string> = {
  [buttonStyle.primary]: 'primary',
  [buttonStyle.secondary]: 'secondary',
  [buttonStyle.success]: 'success',
  [buttonStyle.danger]: 'danger',
};

function drawButton(page: Page, message: Shown, button: APIButtonComponent): Drawn {
  const emoji =
    'emoji' in button && button.emoji?.name ? html`<span aria-hidden="true">${button.emoji.name}</span>` : nothing;
  const label = 'label' in button ? button.label : undefined;
  if (button.style === buttonStyle.link) {
    const href = safeUrl(button.url);
    return html`<a class="button secondary" href=${ifDefined(href)} target="_blank" rel="noopener noreferrer"
      >${emoji}${label}${icons.out}</a
    >`;
  }
  if (!('custom_id' in button)) return nothing;
  const name = label ?? ('emoji' in button ? button.emoji?.name : undefined);
  return html`<button
    type="button"
    class="button ${styleNames[button.style] ?? 'secondary'}"
    ?disabled=${button.disabled}
    aria-busy=${page.busy.has(message.id)}
    aria-label=${ifDefined(label ? undefined : name)}
    @click=${() => page.busy.has(message.id) || useComponent(page, message, button.custom_id)}
  >${emoji}${label}</button>`;
}

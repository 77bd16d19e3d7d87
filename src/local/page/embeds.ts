/** Embeds: a frame with a coloured bar, a title, a description, fields and a footer. */
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ownUrl } from './attachments.ts';
import { safeUrl } from './markdown-inline.ts';
import { markdown, markdownLine } from './markdown-view.ts';
import type { Page } from './page.ts';
import { formatPosted } from './time.ts';

export function drawEmbed(page: Page, embed: APIEmbed): TemplateResult {
  const { author, footer, timestamp } = embed;
  const colour = embed.color === undefined ? undefined : `#${embed.color.toString(16).padStart(6, '0')}`;
  return html`<discord-embed
    color=${ifDefined(colour)}
    author-name=${ifDefined(author?.name)}
    author-url=${ifDefined(safeUrl(author?.url))}
    author-image=${ifDefined(ownUrl(author?.icon_url))}
    thumbnail=${ifDefined(ownUrl(embed.thumbnail?.url))}
    image=${ifDefined(ownUrl(embed.image?.url))}
  >
    ${embed.title ? html`<h3 slot="description" class="embed-title">${drawTitle(page, embed.title, embed.url)}</h3>` : nothing}
    ${
      embed.description
        ? html`<discord-embed-description slot="description">${markdown(page, embed.description)}</discord-embed-description>`
        : nothing
    }
    ${
      embed.fields?.length
        ? html`<discord-embed-fields slot="fields">${placed(embed.fields).map((field) => drawField(page, ...field))}</discord-embed-fields>`
        : nothing
    }
    ${
      footer || timestamp
        ? html`<discord-embed-footer slot="footer" footer-image=${ifDefined(ownUrl(footer?.icon_url))}
          ><span>${footer?.text}${footer && timestamp ? ' • ' : ''}${timestamp ? formatPosted(page, timestamp) : ''}</span></discord-embed-footer
        >`
        : nothing
    }
  </discord-embed>`;
}

function drawTitle(page: Page, title: string, url: string | undefined) {
  const href = safeUrl(url);
  const text = markdownLine(page, title);
  return href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}

/** Inline fields stand up to three in a row: each with its place in its row, from 1; 0 takes a row of its own. */
function placed(fields: APIEmbedField[]): [APIEmbedField, number][] {
  let place = 0;
  return fields.map((field) => {
    place = field.inline ? (place % 3) + 1 : 0;
    return [field, place];
  });
}

const drawField = (page: Page, field: APIEmbedField, place: number): TemplateResult =>
  html`<discord-embed-field ?inline=${place > 0} inline-index=${ifDefined(place || undefined)}
    ><h4 class="field-name">${markdownLine(page, field.name)}</h4>${markdown(page, field.value)}</discord-embed-field
  >`;

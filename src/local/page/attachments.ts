/** Files of a message: pictures shown, anything else to download. Only from this server, or not at all. */
import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from './icons.ts';
import { type Page, say } from './page.ts';

export const drawAttachments = (page: Page, files: APIAttachment[]): TemplateResult =>
  html`<ul class="attachments">${files.map((file) => html`<li>${drawAttachment(page, file)}</li>`)}</ul>`;

function drawAttachment(page: Page, file: APIAttachment): TemplateResult | typeof nothing {
  const url = ownUrl(file.url);
  if (!url) return nothing;
  if (file.content_type?.startsWith('image/')) {
    return html`<a href=${url} target="_blank"><img src=${url} alt=${file.description ?? file.filename} /></a>`;
  }
  return html`<a class="file" href=${url} download=${file.filename} aria-label=${say(page, 'attachment', file.filename)}>
    ${icons.file}<span>${file.filename}<small>${formatBytes(file.size)}</small></span>
  </a>`;
}

const loopback = ['127.0.0.1', 'localhost'];

/** The path of an address on this server, by whichever of its names: the page loads nothing from elsewhere. */
export function ownUrl(address: string | null | undefined): string | undefined {
  const url = URL.parse(address ?? '', location.href);
  const own = url && loopback.includes(url.hostname) && url.port === location.port;
  return address && own ? url.pathname + url.search : undefined;
}

/** In the units that people read, 1 kB = 1,024 bytes as Discord counts. */
function formatBytes(bytes: number): string {
  const power = Math.min(2, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Math.round((bytes / 1024 ** power) * 10) / 10} ${['B', 'kB', 'MB'][power]}`;
}

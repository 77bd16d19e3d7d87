/** The few signs of the page, drawn in the colour of the text around them. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import { channelType, threadTypes } from './discord.ts';

const icon = (paths: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

const hash = svg`<path d="M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17" />`;
const megaphone = svg`<path d="M4 9v6h3l9 5V4L7 9zM19 9a4 4 0 0 1 0 6" />`;
const bubbles = svg`<path d="M3 4h12v9H8l-3 3v-3H3zM18 9h3v9h-2v3l-3-3h-6v-2" />`;
const thread = svg`<path d="M5 4v9a4 4 0 0 0 4 4h10M15 13l4 4-4 4" />`;
const at = svg`<circle cx="12" cy="12" r="4" /><path d="M16 12v1.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5" />`;

/** The sign of a kind of channel. */
export function channelIcon(type: number): TemplateResult {
  if (type === channelType.announcement) return icon(megaphone);
  if (type === channelType.forum) return icon(bubbles);
  if (type === channelType.dm) return icon(at);
  return icon(threadTypes.includes(type) ? thread : hash);
}

export const icons = {
  menu: icon(svg`<path d="M4 6h16M4 12h16M4 18h16" />`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  reply: icon(svg`<path d="M10 5 3 12l7 7M3 12h10c5 0 8 3 8 8" />`),
  apps: icon(svg`<path d="M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z" />`),
  bin: icon(svg`<path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13" />`),
  eye: icon(svg`<path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z" /><circle cx="12" cy="12" r="3" />`),
  down: icon(svg`<path d="m6 9 6 6 6-6" />`),
  out: icon(svg`<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6" />`),
  file: icon(svg`<path d="M6 2h8l5 5v15H6zM14 2v5h5" />`),
  send: icon(svg`<path d="M4 12 20 4l-4 16-5-6zM11 14l9-10" />`),
};

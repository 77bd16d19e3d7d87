/**
 * The components' colours as variables of theme.css, so that they follow the theme and have enough contrast. Their own
 * dark and light palettes are fixed inside them and older than today's Discord. Must run before any of them is drawn.
 */
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { css } from 'lit';

DiscordMessages.elementStyles.push(css`
  :host { background: none; border: 0; color: inherit; font-family: inherit; line-height: 1.375; }
  ::slotted(*) { padding-block: 0; }
  ::slotted(*:first-child), ::slotted(*:not(:first-child)), ::slotted(*:last-child) { margin-block: 0; }
`);
DiscordMessage.elementStyles.push(css`
  :host, :host([light-theme]) { color: var(--text); font-family: inherit; margin: 0; padding-right: 16px; min-height: 0; }
  :host(:hover) { background: none; }
  .discord-author-avatar img { cursor: default; }
  .discord-message-content { min-width: 0; line-height: 1.375; }
  .discord-message-timestamp, .discord-message-edited { color: var(--text-faint); }
  .discord-message-body-only-indent { flex: 0 0 56px; margin: 0; font-size: 11px; }
  :host(:hover) .discord-message-timestamp-hover::before { content: none; }
  .discord-message-inner-center { align-items: flex-start; }
`);
DiscordAuthorInfo.elementStyles.push(css`
  :host .discord-author-username { color: var(--text-strong); cursor: default; }
  :host .discord-author-username:hover { text-decoration: none; }
`);
DiscordEmbed.elementStyles.push(css`
  :host { color: var(--text); margin-block: 4px; max-width: 100%; }
  :host .discord-embed-wrapper { background: var(--embed); border: 1px solid var(--line); border-left: 0; min-width: 0; }
  :host .discord-embed-wrapper .discord-embed-grid { display: grid; grid-template-columns: minmax(0, auto) min-content; }
  :host .discord-left-border { background-color: var(--embed-bar); }
  :host .discord-embed-author, :host .discord-embed-author a { color: var(--text-strong); }
`);
DiscordEmbedField.elementStyles.push(css`
  :host .discord-field-title { color: var(--text-strong); }
`);
DiscordEmbedFooter.elementStyles.push(css`
  :host { color: var(--text-soft); overflow-wrap: anywhere; }
  :host .discord-footer-separator { color: inherit; }
`);
DiscordMention.elementStyles.push(css`
  :host, :host([type='role']), :host([light-theme]) { color: var(--mention-text); background: var(--mention); }
  :host(:hover) { color: #fff; background: var(--accent); }
`);

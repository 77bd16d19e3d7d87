import type { APIEmbed } from 'discord-api-types/v10';
import type { Form } from './form.ts';

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const mostCharacters = 6_000;

/** Adds to `form` what is wrong with a message's embeds beyond their shape. */
export function checkEmbeds(form: Form, path: readonly PropertyKey[], embeds: readonly APIEmbed[]): void {
  for (const [index, embed] of embeds.entries()) checkEmbed(form, [...path, index], embed);
  if (embeds.reduce((sum, embed) => sum + characters(embed), 0) > mostCharacters) {
    form.add(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${mostCharacters}`);
  }
}

function checkEmbed(form: Form, path: readonly PropertyKey[], embed: APIEmbed): void {
  const { title, description, image, thumbnail, footer, author, fields = [], video } = embed;
  const shown = title?.trim() || description?.trim() || image || thumbnail || footer?.text || author?.name || video;
  if (!shown && !fields?.length) form.required([...path, 'description']);
  if (footer && !footer.text?.trim()) form.required([...path, 'footer', 'text']);
  if (author && !author.name?.trim()) form.required([...path, 'author', 'name']);
  for (const [index, { name, value }] of (fields ?? []).entries()) {
    if (!name?.trim()) form.required([...path, 'fields', index, 'name']);
    if (!value?.trim()) form.required([...path, 'fields', index, 'value']);
  }
  const links = { url: embed.url, 'author.url': author?.url };
  const media = {
    'image.url': image?.url,
    'thumbnail.url': thumbnail?.url,
    'footer.icon_url': footer?.icon_url,
    'author.icon_url': author?.icon_url,
  };
  for (const [name, url] of Object.entries(links))
    checkUrl(form, [...path, ...name.split('.')], url, ['http:', 'https:']);
  for (const [name, url] of Object.entries(media)) {
    checkUrl(form, [...path, ...name.split('.')], url, ['http:', 'https:', 'attachment:']);
  }
}

/** Adds a fault where `url` is set and its scheme is not among `schemes` (each with its colon). */
export function checkUrl(
  form: Form,
  path: readonly PropertyKey[],
  url: string | null | undefined,
  schemes: readonly string[],
): void {
  if (url === undefined || url === null || url === '') return;
  if (URL.canParse(url) && schemes.includes(new URL(url).protocol)) return;
  const names = schemes.map((scheme) => scheme.slice(0, -1)).join(', ');
  form.add(path, 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of (${names}).`);
}

const characters = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.length ?? 0), 0);

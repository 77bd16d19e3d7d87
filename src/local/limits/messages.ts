import { AllowedMentionsTypes, type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import { type AnyComponent, checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { Form } from './form.ts';

/** What a request to post or edit a message can carry, whichever route it takes. */
export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: AnyComponent[] | null;
  allowed_mentions?: APIAllowedMentions | null;
  attachments?: { id: string | number; filename?: string | null; description?: string | null }[] | null;
  flags?: number | null;
  sticker_ids?: string[] | null;
  poll?: unknown;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  tts?: boolean | null;
  message_reference?: { message_id?: string; channel_id?: string; fail_if_not_exists?: boolean } | null;
}

const mostContent = 2_000;

/** Kinds of flags that a bot may set on what it posts. */
export const settableFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/**
 * Checks a body that fits Discord's schema: the limits of text, embeds, components, mentions and their combination.
 * @param path where the message stands in the request's body
 * @param v2 whether the message is made of components only, by its own flag or by that of the message to be edited
 * @throws ApiError 50035
 */
export function checkMessage(body: MessageBody, path: readonly PropertyKey[], v2: boolean): void {
  const form = new Form();
  if ((body.content?.length ?? 0) > mostContent) form.tooLong([...path, 'content'], mostContent);
  checkEmbeds(form, [...path, 'embeds'], body.embeds ?? []);
  checkComponents(form, [...path, 'components'], body.components ?? [], v2);
  if (v2) {
    for (const field of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
      const value = body[field];
      if (!value || (Array.isArray(value) && value.length === 0)) continue;
      form.add(
        [...path, field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
  checkMentions(form, [...path, 'allowed_mentions'], body.allowed_mentions);
  form.check();
}

function checkMentions(
  form: Form,
  path: readonly PropertyKey[],
  mentions: APIAllowedMentions | null | undefined,
): void {
  for (const kind of [AllowedMentionsTypes.User, AllowedMentionsTypes.Role] as const) {
    if (!mentions?.parse?.includes(kind) || !mentions[kind]?.length) continue;
    form.add(
      path,
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    );
  }
}

/**
 * Refuses a message in which nothing would be seen.
 * @throws ApiError 50006
 */
export function demandSubstance(body: MessageBody, files: number): void {
  const parts = [body.embeds, body.components, body.sticker_ids];
  const seen = body.content?.trim() || files > 0 || body.poll || parts.some((part) => (part?.length ?? 0) > 0);
  if (!seen) throw refusal(50006);
}

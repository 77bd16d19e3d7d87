/** Posting, editing and deleting: what every route and every person does in the end. Rules are checked before. */
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { refusal } from './errors.ts';
import { storeFiles, type Uploads } from './files.ts';
import { type AnyComponent, walk } from './limits/components.ts';
import { type MessageBody, settableFlags } from './limits/messages.ts';
import { mentionsIn } from './mentions.ts';
import { type Channel, isThread, now, type StoredMessage, type World } from './world.ts';

export interface Draft {
  channel: Channel;
  authorId: string;
  body: MessageBody;
  files?: Uploads;
  /** Flags that the server sets itself (ephemeral, loading). */
  flags?: number;
  visibleTo?: string;
  /** Fields that only some kinds of messages have (type, interaction_metadata, …). */
  more?: Partial<APIMessage>;
  replied?: StoredMessage;
  /** A forum post's first message has the id of its thread. */
  id?: string;
}

/** Posts a message and tells everybody who may see it. Writing in a thread takes it out of the archive. */
export async function post(world: World, draft: Draft): Promise<StoredMessage> {
  const { channel, body, replied } = draft;
  const author = world.users.get(draft.authorId);
  if (!author) throw refusal(10013);
  const attachments = await storeFiles(world, channel.id, draft.files ?? new Map(), body.attachments);
  const content = (body.content ?? '').trim();
  const message: StoredMessage = {
    data: {
      id: draft.id ?? world.nextId(),
      type: replied ? MessageType.Reply : MessageType.Default,
      channel_id: channel.id,
      author,
      content,
      timestamp: now(world),
      edited_timestamp: null,
      tts: body.tts ?? false,
      pinned: false,
      ...mentionsIn(world, channel, author.id, content, body.allowed_mentions, replied),
      attachments,
      embeds: storedEmbeds(body.embeds ?? [], attachments),
      components: numbered(body.components ?? []) as APIMessage['components'],
      flags: ((body.flags ?? 0) & settableFlags) | (draft.flags ?? 0),
      ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
      ...(replied ? referenceTo(channel, replied) : {}),
      ...draft.more,
    } as APIMessage,
    ...(draft.visibleTo ? { visibleTo: draft.visibleTo } : {}),
  };
  if (isThread(channel) && channel.thread.archived) {
    channel.thread.archived = false;
    world.emit({ type: 'channel-update', channel });
  }
  channel.messages.set(message.data.id, message);
  if (!message.visibleTo) channel.lastMessageId = message.data.id;
  world.emit({ type: 'message-create', channel, message });
  return message;
}

const referenceTo = (channel: Channel, replied: StoredMessage): Partial<APIMessage> => ({
  message_reference: {
    type: MessageReferenceType.Default,
    channel_id: channel.id,
    message_id: replied.data.id,
    ...(channel.guildId ? { guild_id: channel.guildId } : {}),
  },
  referenced_message: replied.data,
});

/** Changes the fields that `body` names. A loading message becomes what it was waiting for. */
export async function edit(
  world: World,
  channel: Channel,
  message: StoredMessage,
  body: MessageBody,
  files: Uploads = new Map(),
): Promise<void> {
  const { data } = message;
  const added = await storeFiles(world, channel.id, files, body.attachments);
  const kept = body.attachments
    ? data.attachments.filter(({ id }) => body.attachments?.some((entry) => String(entry.id) === id))
    : data.attachments;
  const loading = ((data.flags ?? 0) & MessageFlags.Loading) !== 0;
  const content = body.content === undefined ? data.content : (body.content ?? '').trim();
  const attachments = [...kept, ...added];
  const kind =
    body.flags === undefined || body.flags === null ? (data.flags ?? 0) & settableFlags : body.flags & settableFlags;
  message.data = {
    ...data,
    content,
    attachments,
    embeds: body.embeds === undefined ? data.embeds : storedEmbeds(body.embeds ?? [], attachments),
    components:
      body.components === undefined ? data.components : (numbered(body.components ?? []) as APIMessage['components']),
    flags:
      ((data.flags ?? 0) & ~MessageFlags.Loading & ~settableFlags) |
      kind |
      ((data.flags ?? 0) & MessageFlags.IsComponentsV2),
    ...(body.content === undefined ? {} : mentionsIn(world, channel, data.author.id, content, body.allowed_mentions)),
    edited_timestamp: loading ? null : now(world),
  };
  world.emit({ type: 'message-update', channel, message });
}

/** Deletes a message, and with it its pin. */
export function remove(world: World, channel: Channel, message: StoredMessage): void {
  channel.messages.delete(message.data.id);
  const pinned = channel.pins.delete(message.data.id);
  world.emit({ type: 'message-delete', channel, message });
  if (pinned) world.emit({ type: 'pins', channel });
}

/** Embeds as Discord gives them back: their kind named, `attachment://` resolved. */
function storedEmbeds(embeds: readonly APIEmbed[], attachments: readonly APIAttachment[]): APIEmbed[] {
  const resolve = <T extends { url: string }>(image: T): T => {
    const name = image.url.startsWith('attachment://') ? image.url.slice('attachment://'.length) : undefined;
    return { ...image, url: attachments.find(({ filename }) => filename === name)?.url ?? image.url };
  };
  return embeds.map((embed) => ({
    ...embed,
    type: 'rich' as APIEmbed['type'],
    ...(embed.image ? { image: resolve(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: resolve(embed.thumbnail) } : {}),
    ...(embed.fields ? { fields: embed.fields.map((field) => ({ inline: false, ...field })) } : {}),
  }));
}

/** Components with the ids that Discord gives those that have none. */
function numbered(components: readonly AnyComponent[]): AnyComponent[] {
  const copy = structuredClone(components) as AnyComponent[];
  const taken = new Set([...walk(copy)].map(([component]) => component.id));
  let next = 1;
  for (const [component] of walk(copy)) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    next += 1;
  }
  return copy;
}

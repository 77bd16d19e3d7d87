import type { APIAttachment } from 'discord-api-types/v10';
import { refusal } from './errors.ts';
import type { MessageBody } from './limits/messages.ts';
import type { StoredFile, World } from './world.ts';

/** Bytes a file may have on a server without boosts. */
const mostBytes = 10 * 1024 * 1024;

/** Files of a request by their number `n` in `files[n]`. */
export type Uploads = ReadonlyMap<string, File>;

/**
 * Keeps the files of a request; the world serves them under `/attachments/…`.
 * @throws ApiError 40005 where one is larger than 10 MiB
 */
export async function storeFiles(
  world: World,
  channelId: string,
  uploads: Uploads,
  described: MessageBody['attachments'],
): Promise<APIAttachment[]> {
  for (const file of uploads.values()) if (file.size > mostBytes) throw refusal(40005);
  const attachments: APIAttachment[] = [];
  for (const [number, file] of uploads) {
    const entry = described?.find(({ id }) => String(id) === number);
    const stored: StoredFile = {
      name: (entry?.filename ?? file.name).replace(/[^\p{L}\p{N}._-]/gu, '_'),
      type: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
    };
    const id = world.nextId();
    world.files.set(id, stored);
    const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(stored.name)}`;
    attachments.push({
      id,
      filename: stored.name,
      size: stored.bytes.length,
      content_type: stored.type,
      url,
      proxy_url: url,
      ...(entry?.description ? { description: entry.description } : {}),
    });
  }
  return attachments;
}

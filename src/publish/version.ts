import { createHash } from 'node:crypto';
import type { Knowledge } from '../knowledge/model.ts';

const versions = new WeakMap<Knowledge, string>();

/** A name for what the knowledge says: the same where it says the same. 16 characters. */
export function versionOf(knowledge: Knowledge): string {
  let version = versions.get(knowledge);
  if (!version) {
    const hash = createHash('sha256').update(JSON.stringify([knowledge.pack, [...knowledge.sources.values()]]));
    for (const { ref, data } of knowledge.records.values()) hash.update(ref).update(JSON.stringify(data));
    version = hash.digest('base64url').slice(0, 16);
    versions.set(knowledge, version);
  }
  return version;
}

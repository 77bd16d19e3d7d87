/** From a folder of YAML to knowledge that can be used, or to everything that is wrong with it. */
import { setImmediate } from 'node:timers/promises';
import { checks } from './checks/all.ts';
import { byPosition, type Fault, KnowledgeError, levels, linkable } from './fault.ts';
import { readFolder } from './folder.ts';
import type { Knowledge } from './model.ts';
import { resolve } from './resolve.ts';

export interface Inspection {
  /** Absent where a fault leaves it unreadable; present, but not to be served, where faults only spoil what it says. */
  readonly knowledge?: Knowledge;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Reads and checks the folder; never throws for what is in it. */
export async function inspectKnowledge(directory: string): Promise<Inspection> {
  const { folder, faults } = await readFolder(directory);
  const found = [...faults];
  for (const check of checks) {
    await setImmediate();
    found.push(...check(folder));
  }
  found.sort(byPosition);
  const isFault = ({ code }: Fault) => levels[code] === 'fault';
  const serious = found.filter(isFault);
  const warnings = found.filter((fault) => !isFault(fault));
  const unreadable = serious.some(({ code }) => !linkable.has(code));
  if (unreadable || !folder.pack) return { faults: serious, warnings };
  return { knowledge: resolve(folder, folder.pack.data), faults: serious, warnings };
}

/**
 * The knowledge of a folder, with every reference resolved.
 * @throws KnowledgeError with all faults, where there is any; warnings keep nothing from being loaded.
 */
export async function loadKnowledge(directory: string): Promise<Knowledge> {
  const { knowledge, faults } = await inspectKnowledge(directory);
  if (!knowledge || faults.length > 0) throw new KnowledgeError(directory, faults);
  return knowledge;
}

/** Takes up what curators change while the knowledge is in use: all of a change or nothing of it. */
import { type FSWatcher, watch } from 'node:fs';
import { KnowledgeError, startOfFile } from './fault.ts';
import { loadKnowledge } from './load.ts';
import type { Knowledge } from './model.ts';

/** Long enough for an editor or a checkout to have written all its files, short enough to be there within a second. */
const settled = 300;
/** How often a folder that is not there, or could no longer be watched, is looked for again. */
const retry = 1_000;

export interface WatchHandlers {
  /** The folder as it now is, whole and without a fault. The next change is told when this one is taken up. */
  readonly onLoaded: (knowledge: Knowledge) => Promise<void> | void;
  /** What is wrong with it as it now is; what was loaded last stays good. Told once for the same faults. */
  readonly onFault: (error: KnowledgeError) => void;
}

/**
 * Watches the folder from now on; what it holds at this moment is not reported.
 * @returns close() ends it; nothing is reported afterwards.
 */
export function watchKnowledge(directory: string, { onLoaded, onFault }: WatchHandlers): { close(): void } {
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  let loading = false;
  let changedMeanwhile = false;
  let closed = false;
  let lastFaults = '';

  const later = (task: () => void, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(task, delay);
  };

  const reload = async () => {
    if (loading) {
      changedMeanwhile = true;
      return;
    }
    loading = true;
    changedMeanwhile = false;
    const result = await loadKnowledge(directory).catch((error: unknown) => {
      if (error instanceof KnowledgeError) return error;
      const message = `the knowledge could not be read: ${String(error)}`;
      return new KnowledgeError(directory, [
        { file: '.', ...startOfFile, code: 'unreadable', message, remedy: 'look into the folder' },
      ]);
    });
    try {
      // Files read before and after a change do not belong together.
      if (!closed && !changedMeanwhile) await takeUp(result);
    } finally {
      loading = false;
    }
    if (!closed && changedMeanwhile) later(reload, settled);
  };

  const takeUp = async (result: Knowledge | KnowledgeError) => {
    if (!(result instanceof KnowledgeError)) {
      lastFaults = '';
      await onLoaded(result);
    } else if (JSON.stringify(result.faults) !== lastFaults) {
      lastFaults = JSON.stringify(result.faults);
      onFault(result);
    }
    // A folder that was replaced as a whole is another one to the file system.
    if (result instanceof KnowledgeError && result.faults.some(({ file }) => file === '.')) later(restart, retry);
  };

  const changed = () => {
    changedMeanwhile = true;
    later(reload, settled);
  };

  const start = (isFirst: boolean) => {
    if (closed) return;
    try {
      watcher = watch(directory, { recursive: true, persistent: false }, changed);
      watcher.on('error', restart);
      if (!isFirst) changed();
    } catch {
      if (isFirst) changed();
      setTimeout(start, retry, false).unref();
    }
  };
  const restart = () => {
    watcher?.close();
    start(false);
  };
  start(true);

  return {
    close() {
      closed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

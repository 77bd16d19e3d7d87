/** Publishing on Discord: the publisher, with its requests, its reports and its schedules. */
import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { Knowledge } from '../../knowledge/model.ts';
import { createPublisher, type Publisher } from '../../publish/publisher.ts';
import { createScheduler, type Scheduler } from '../../publish/schedule/scheduler.ts';
import type { Store } from '../../store/store.ts';
import { createDiscordPort } from './port.ts';
import { createReporter } from './reporter.ts';
import { tellBehind } from './tell-behind.ts';

export interface Publishing {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly scheduler: Scheduler;
  /** Takes up work, once there is a client. */
  start(): Promise<void>;
  /** The knowledge has changed: tells the moderators who asked for it which of their timelines are behind. */
  tellBehind(): Promise<void>;
  /** Ends after the steps that are under way; the rest is done after the next start. */
  stop(): Promise<void>;
}

export interface PublishingParts {
  readonly store: Store;
  readonly knowledge: () => Knowledge;
  /** The client logged in now; asked for only once there is one. */
  readonly client: () => Client<true>;
  readonly log: Logger;
  /** Milliseconds since 1970: by which schedules run. */
  readonly now: () => number;
}

export function createPublishing({ store, knowledge, client, log, now }: PublishingParts): Publishing {
  const discord = createDiscordPort(client);
  const publisher = createPublisher({
    store,
    knowledge,
    discord,
    reporter: createReporter(client, store, log),
    log,
    pause,
  });
  const scheduler = createScheduler({ store, publisher, discord, knowledge, log, now });
  return {
    store,
    publisher,
    scheduler,
    async start() {
      await publisher.work();
      scheduler.start();
    },
    tellBehind: () => tellBehind(publisher, client, knowledge, log),
    async stop() {
      await scheduler.stop();
      await store.queue.stop();
    },
  };
}

/** Resolves after so many milliseconds, or when the signal aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}

/** What must outlive a restart. No text that a person wrote is ever kept; instants are milliseconds since 1970. */
import type { Queue } from './queue/queue.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Open until `close`, which lets jobs under way end first. Every call that writes has written when it resolves. */
export interface Store {
  readonly settings: Settings;
  readonly timelines: Timelines;
  readonly schedules: Schedules;
  readonly audit: Audit;
  readonly queue: Queue;
  close(): Promise<void>;
}

export type Scope = 'server' | 'channel' | 'user';

/** Small values by scope, such as the language of a server. */
export interface Settings {
  /** The value of `key` for each of the given ids that has one, in one look. */
  read(key: string, ids: Readonly<Partial<Record<Scope, string>>>): Promise<Partial<Record<Scope, string>>>;
  /** Null takes the value away. */
  write(scope: Scope, id: string, key: string, value: string | null): Promise<void>;
}

/** `stopped` can be resumed; `failed` can't, since there is nowhere to post to any more. */
export type TimelineState = 'draft' | TimelineWork | 'stopped' | 'failed' | 'done' | 'removed';
/** What a worker has something to do for. */
export type TimelineWork = 'posting' | 'updating' | 'removing';

export interface NewTimeline {
  readonly guildId: string;
  /** Where the moderator wants it: a text or announcement channel, a thread or a forum. */
  readonly channelId: string;
  readonly requesterId: string;
  readonly language: string;
  /** Selection, order, detail, pin, title … as the publisher needs them. */
  readonly options: Json;
  /** Unique where given: a second draft of the same key is the first one, so that a schedule's run is drafted once. */
  readonly key?: string;
}

export interface Timeline extends Omit<NewTimeline, 'key'> {
  /** Ten of [a-z0-9]. */
  readonly id: string;
  readonly key: string | null;
  readonly state: TimelineState;
  /** Of `stopped` and `failed`: a code of the publisher's, with what its wording needs. */
  readonly reason: Json;
  /** The thread or forum post made for it; messages go there instead of to `channelId`. */
  readonly threadId: string | null;
  /** Where progress is shown (a private reply's token, a message's id …), as the publisher needs it. */
  readonly report: Json;
  /** Version of the knowledge that its messages were laid out from; null for a draft. */
  readonly knowledge: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/**
 * `sending`: the request may have gone out, nobody knows how it ended. `posted`: it stands there, as `sentHash` says.
 * `stale`: it stands there but Discord allows no edit now. `removing`: to be deleted, if it's there.
 */
export type ItemState = 'planned' | 'sending' | 'posted' | 'stale' | 'removing' | 'removed' | 'deleted-by-hand';

/** One message of a timeline, before it is sent. */
export interface PlannedItem {
  /** `ref`s of the records it shows; none for a header. */
  readonly records: readonly string[];
  /** The message as it's sent, laid out once so that going on after a restart sends the same. */
  readonly body: Json;
  /** Of `body`: what tells one that changed from one that didn't. */
  readonly hash: string;
}

export interface Item extends PlannedItem {
  /** 16 of [A-Za-z0-9_-]: also the message's `nonce`. Never used for another message. */
  readonly id: string;
  readonly timelineId: string;
  /** Messages are sent in this order; from 0. */
  readonly position: number;
  readonly state: ItemState;
  /** Of the body last sent; an edit is due while it differs from `hash`. */
  readonly sentHash: string | null;
  readonly messageId: string | null;
  /** When the latest sending began. */
  readonly attemptedAt: number | null;
  readonly postedAt: number | null;
  readonly editedAt: number | null;
}

/**
 * What to do next. `repeated`: a sending began earlier and its end is unknown, so look for the message first; found,
 * call `recordPosted`; not there, call `recordAttempt` and send. A `delete` whose item has no `messageId` likewise.
 */
export interface Step {
  readonly does: 'send' | 'edit' | 'delete';
  readonly item: Item;
  readonly repeated: boolean;
}

/** What changes about a timeline that is already there. */
export interface Revision {
  readonly knowledge: string;
  /** By id of the item. */
  readonly changed: ReadonlyMap<string, PlannedItem>;
  /** Sent after all that is there. */
  readonly added: readonly PlannedItem[];
  /** Ids of items. */
  readonly removed: readonly string[];
}

/**
 * Published timelines and their messages. Each call is one transaction, and is written before what it announces is
 * done. Those that answer with a boolean change nothing and answer false where the state doesn't allow it (pressed
 * twice, done by another process).
 */
export interface Timelines {
  draft(timeline: NewTimeline): Promise<Timeline>;
  get(id: string): Promise<Timeline | undefined>;
  /** Of a server, drafts and removed ones left out; newest first. */
  list(guildId: string): Promise<Timeline[]>;
  /**
   * Of all servers, oldest first. At start, whoever works sends the job of each that is being worked on again: with a
   * key that does no harm, and it finds those that were begun an instant before a kill, their job not yet sent.
   */
  inState(...states: TimelineState[]): Promise<Timeline[]>;
  /** By position. */
  items(id: string): Promise<Item[]>;

  /** draft → posting, with all its messages. */
  begin(id: string, items: readonly PlannedItem[], knowledge: string): Promise<boolean>;
  /** done or stopped → updating. Stale items come up for an edit again. */
  revise(id: string, revision: Revision): Promise<boolean>;
  /** Anything posted or begun → removing; what was never sent is given up at once. */
  withdraw(id: string): Promise<boolean>;
  /** Working → stopped; takes effect at the worker's next `claimNext`. */
  stop(id: string, reason: Json): Promise<boolean>;
  /** Working or stopped → failed. */
  fail(id: string, reason: Json): Promise<boolean>;
  /** stopped → the work in which it stopped. Send the job afterwards. */
  resume(id: string): Promise<boolean>;
  /** Deletes a draft (`Cancel`). */
  cancel(id: string): Promise<boolean>;
  /** Deletes drafts that nobody posted. @returns how many */
  discardDrafts(createdBefore: number): Promise<number>;

  setReport(id: string, report: Json): Promise<void>;
  recordThread(id: string, threadId: string): Promise<void>;

  /** To be called once when a worker starts on a timeline: earlier workers' `claimNext` answers no more. @returns its turn */
  takeOver(id: string): Promise<number>;
  /**
   * The next step by position (from the end where the timeline is being removed), marked as begun. Undefined: nothing to do, not working any more,
   * or another worker has taken over; `finish` tells.
   */
  claimNext(id: string, turn: number): Promise<Step | undefined>;
  /** An uncertain message was looked for and isn't there: it's sent again now, with the body as it is now. */
  recordAttempt(itemId: string): Promise<void>;
  recordPosted(itemId: string, messageId: string): Promise<void>;
  /** `hash` of the body that was sent. */
  recordEdited(itemId: string, hash: string): Promise<void>;
  /** Discord allows no edit of it now (30046): left until the next `revise`. */
  recordStale(itemId: string): Promise<void>;
  /** Someone deleted the message. */
  recordGone(itemId: string): Promise<void>;
  /** Deleted on request, or found never to have been sent. */
  recordRemoved(itemId: string): Promise<void>;
  /** posting or updating → done, removing → removed, if no step is left and the turn is still this worker's. */
  finish(id: string, turn: number): Promise<boolean>;
}

export interface NewSchedule {
  readonly guildId: string;
  readonly channelId: string;
  readonly requesterId: string;
  readonly kind: 'on-this-day' | 'replay';
  /** Local hour, 0–23; null with `everyMinutes`. */
  readonly hour: number | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly everyMinutes: number | null;
  readonly language: string;
  /** Selection, unit of a replay … as the publisher needs them. */
  readonly options: Json;
  /** What becomes of a run missed while the bot was down. */
  readonly catchUp: 'once' | 'skip';
  readonly nextAt: number;
}

export interface Schedule extends NewSchedule {
  readonly id: string;
  readonly state: 'active' | 'paused' | 'ended';
  /** How far a replay has got. */
  readonly cursor: Json;
  /** Local date of the last daily run, ISO. */
  readonly lastRun: string | null;
  readonly createdAt: number;
}

/**
 * A run: draft the timeline under a key made of schedule and time, begin it, send its job, then `advance`. Killed
 * anywhere between, the same run again finds its own timeline and goes on.
 */
export interface Schedules {
  add(schedule: NewSchedule): Promise<Schedule>;
  get(id: string): Promise<Schedule | undefined>;
  /** Of a server, ended ones left out; oldest first. */
  list(guildId: string): Promise<Schedule[]>;
  /** Active ones whose `nextAt` has come, the longest overdue first. */
  due(now: number): Promise<Schedule[]>;
  /** When the next one falls due; undefined without any. */
  nextAt(): Promise<number | undefined>;
  /** False: another process has advanced it, or it's no longer active. */
  advance(id: string, from: number, to: Pick<Schedule, 'nextAt' | 'cursor' | 'lastRun'>): Promise<boolean>;
  /** active → paused */
  pause(id: string): Promise<boolean>;
  /** paused → active */
  unpause(id: string, nextAt: number): Promise<boolean>;
  /** active or paused → ended */
  end(id: string): Promise<boolean>;
}

export interface AuditEntry {
  readonly guildId: string;
  /** Null: the bot itself, on a schedule. */
  readonly userId: string | null;
  /** posted, updated, removed, stopped, resumed, scheduled … */
  readonly action: string;
  /** Id of the timeline or schedule. */
  readonly subject: string;
  readonly details: Json;
  readonly at: number;
}

/** Who did what, when. Only ever added to. */
export interface Audit {
  record(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  /** Newest first; of one subject, if given. */
  list(guildId: string, limit: number, subject?: string): Promise<AuditEntry[]>;
}

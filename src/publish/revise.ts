/**
 * What an update has to do: which messages say something else now, what is new, what is no longer chosen.
 *
 * Discord can't insert a message between others. An entry that is new goes into the message where its day belongs, if
 * there is one with room (`few`); else it stands at the end, and the header's count says that it is there. Moving the
 * texts of all later messages down by one instead would leave an entry doubled or missing whenever one edit is refused.
 */
import type { LoadedEvent } from '../knowledge/model.ts';
import type { Item, PlannedItem, Revision } from '../store/store.ts';
import { eventsOf } from './options.ts';
import { headerOf, messagesOf, packEvents, type Setting, saysSame } from './plan.ts';

export interface Changes extends Omit<Revision, 'knowledge'> {
  /** Messages to edit, to add and to delete; the header is not counted unless it is alone. */
  readonly edited: number;
  readonly inserted: number;
  readonly dropped: number;
  /** Messages that somebody deleted, and that stay so. */
  readonly gone: number;
}

/** Whether there is anything to do. */
export const isBehind = ({ changed, added, removed }: Changes): boolean =>
  changed.size + added.length + removed.length > 0;

/** Messages that show the same events: several where one has not room enough. */
interface Group {
  readonly refs: readonly string[];
  readonly items: Item[];
}

/**
 * Compares what stands there with what the knowledge says now.
 * @param repost whether what was deleted by hand is sent anew
 * @throws SelectionError
 */
export function findChanges(setting: Setting, items: readonly Item[], repost = false): Changes {
  const events = eventsOf(setting.knowledge, setting.options);
  const live = items.filter(({ state }) => state !== 'removed' && state !== 'removing');
  const groups = groupsOf(live.filter(({ records }) => records.length > 0));
  const { placed, left } = place(setting, events, groups);
  const changed = new Map<string, PlannedItem>();
  const added: PlannedItem[] = [];
  const removed: string[] = [];
  const isGone = ({ state }: Item) => state === 'deleted-by-hand';
  for (const group of groups) {
    const pages = messagesOfGroup(setting, placed.get(group) ?? []);
    for (const [n, item] of group.items.entries()) {
      const page = pages[n];
      if (isGone(item)) {
        if (repost && page) added.push(page);
      } else if (!page) removed.push(item.id);
      else if (!saysSame(page.body, item.body) || !sameRecords(page, item)) changed.set(item.id, page);
    }
    added.push(...pages.slice(group.items.length));
  }
  const inserted = packEvents(setting, left);
  added.push(...inserted);

  const entries = changed.size;
  const [header] = headerOf(setting, events);
  const old = live.find(({ records }) => records.length === 0);
  const differs = header && old && !saysSame(header.body, old.body);
  if (header && old && !isGone(old) && (differs || entries + added.length + removed.length > 0))
    changed.set(old.id, header);
  else if (header && old && isGone(old) && repost) added.unshift(header);
  const stale = live.filter(({ id, state }) => state === 'stale' && !changed.has(id)).length;
  // The header changes with everything else, and is counted only where it's all that does.
  const alone = entries + added.length + removed.length === 0;
  return {
    changed,
    added,
    removed,
    edited: (alone ? changed.size : entries) + stale,
    inserted: inserted.length,
    dropped: removed.length,
    gone: live.filter(isGone).length,
  };
}

function groupsOf(items: readonly Item[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const key = item.records.join(' ');
    const group = groups.get(key) ?? { refs: item.records, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Which events each group shows, and those that find no place in any. */
function place(
  setting: Setting,
  events: readonly LoadedEvent[],
  groups: readonly Group[],
): { placed: Map<Group, LoadedEvent[]>; left: LoadedEvent[] } {
  const placed = new Map<Group, LoadedEvent[]>(groups.map((group) => [group, []]));
  const homes = new Map(groups.toReversed().flatMap((group) => group.refs.map((ref) => [ref, group] as const)));
  for (const event of events) {
    const home = homes.get(event.ref);
    if (home) placed.get(home)?.push(event);
  }
  const left: LoadedEvent[] = [];
  // What has outgrown its message moves to the end, whole.
  for (const shown of placed.values())
    while (shown.length > 1 && messagesOf(setting, shown).length > 1) left.unshift(shown.pop() as LoadedEvent);
  let before = groups[0];
  for (const event of events) {
    const home = homes.get(event.ref);
    if (home) before = home;
    else if (!before || !fitsIn(setting, before, placed, event, events)) left.push(event);
  }
  return { placed, left: events.filter((event) => left.includes(event)) };
}

/** Puts the event into the group, if that is one message and has room. */
function fitsIn(
  setting: Setting,
  group: Group,
  placed: Map<Group, LoadedEvent[]>,
  event: LoadedEvent,
  order: readonly LoadedEvent[],
): boolean {
  const shown = placed.get(group) ?? [];
  if (setting.options.messages === 'each' || shown.length === 0 || group.items.length !== 1) return false;
  if (group.items[0]?.state === 'deleted-by-hand') return false;
  const more = order.filter((one) => one === event || shown.includes(one));
  if (messagesOf(setting, more).length > 1) return false;
  placed.set(group, more);
  return true;
}

const messagesOfGroup = (setting: Setting, events: readonly LoadedEvent[]): PlannedItem[] =>
  events.length > 0 ? messagesOf(setting, events) : [];

const sameRecords = (one: PlannedItem, other: PlannedItem): boolean =>
  one.records.join(' ') === other.records.join(' ');

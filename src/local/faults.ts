/** Which requests or events a fault strikes: all, the first few (`times`), or some by chance (0–1). */
export interface Strike {
  times?: number;
  chance?: number;
}

export interface RestFault extends Strike {
  /** Tested against `METHOD /path`, such as `POST /channels/1/messages`. All where absent. */
  match?: RegExp;
  /** 429 or 5xx. Without it the request is only delayed. */
  status?: number;
  /** Do what was asked, then answer with the fault. */
  after?: boolean;
  /** For 429. */
  retryAfterSeconds?: number;
  delayMs?: number;
}

export interface EventFault extends Strike {
  /** Name of the gateway event, such as `INTERACTION_CREATE`. All where absent. */
  event?: string;
  /** Send it twice. */
  duplicate?: boolean;
  delayMs?: number;
}

/** What can be made to go wrong. Each `add` returns a function that lifts the fault again. */
export interface Faults {
  rest(fault: RestFault): () => void;
  event(fault: EventFault): () => void;
  /** Cuts every gateway connection without a word. */
  dropSockets(): void;
  /** Op 7: asks every client to reconnect and resume. */
  reconnect(): void;
  /** Op 9: tells every client that its session is invalid; it may resume only where `resumable`. */
  invalidSession(resumable: boolean): void;
  /** Lifts every fault. */
  clear(): void;
}

/** What the gateway must offer for faults to reach its sockets. */
export interface FaultySockets {
  drop(): void;
  reconnect(): void;
  invalidate(resumable: boolean): void;
}

/** The faults, and what server and gateway ask before they answer. */
export interface FaultSource extends Faults {
  forRequest(method: string, path: string): RestFault | undefined;
  forEvent(event: string): EventFault | undefined;
  connect(sockets: FaultySockets): void;
}

/** No faults yet. `seed` fixes the sequence of chances. */
export function createFaults(seed = 1): FaultSource {
  const random = mulberry32(seed);
  const rest = new Set<RestFault>();
  const events = new Set<EventFault>();
  let sockets: FaultySockets | undefined;
  const add = <T extends Strike>(all: Set<T>, fault: T) => {
    const own = { ...fault };
    all.add(own);
    return () => void all.delete(own);
  };
  const pick = <T extends Strike>(all: Set<T>, matches: (fault: T) => boolean): T | undefined => {
    for (const fault of all) {
      if (!matches(fault) || (fault.chance !== undefined && random() >= fault.chance)) continue;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) all.delete(fault);
      }
      return fault;
    }
    return undefined;
  };
  return {
    rest: (fault) => add(rest, fault),
    event: (fault) => add(events, fault),
    dropSockets: () => sockets?.drop(),
    reconnect: () => sockets?.reconnect(),
    invalidSession: (resumable) => sockets?.invalidate(resumable),
    clear() {
      rest.clear();
      events.clear();
    },
    forRequest: (method, path) => pick(rest, (fault) => fault.match?.test(`${method} ${path}`) ?? true),
    forEvent: (event) => pick(events, (fault) => fault.event === undefined || fault.event === event),
    connect(offered) {
      sockets = offered;
    },
  };
}

/** Tommy Ettinger's mulberry32: numbers in [0, 1) that a seed repeats. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

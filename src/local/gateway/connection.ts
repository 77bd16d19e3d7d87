import type { WebSocket } from 'ws';
import { close, heartbeatInterval, knownIntents, maxPayload, maxPerMinute, op, privileged } from './protocol.ts';

/** What a connection asks of the gateway it belongs to. */
export interface Host {
  token: string;
  privilegedIntents: number;
  identify(socket: WebSocket, intents: number, shard: [number, number]): void;
  /** False where the session can't be resumed. */
  resume(socket: WebSocket, sessionId: string, sequence: number): boolean;
  requestMembers(socket: WebSocket, request: Record<string, unknown>): void;
  closed(socket: WebSocket, resumable: boolean): void;
}

interface Payload {
  op: number;
  d: Record<string, unknown>;
}

/** Speaks the gateway's protocol on one socket until that closes. */
export function serveConnection(socket: WebSocket, url: URL, host: Host): void {
  const end = ([code, reason]: readonly [number, string]) => {
    socket.close(code, reason);
  };
  let known = false;
  let received: number[] = [];
  if (url.searchParams.get('v') !== '10') {
    end(close.invalidVersion);
    return;
  }
  if ((url.searchParams.get('encoding') ?? 'json') !== 'json') {
    end(close.decodeError);
    return;
  }

  const handlers: Record<number, (data: Record<string, unknown>) => void> = {
    [op.heartbeat]: () => send(socket, op.heartbeatAck, null),
    [op.identify](data) {
      if (known) return end(close.alreadyAuthenticated);
      if (String(data.token).replace(/^Bot /, '') !== host.token) return end(close.authenticationFailed);
      const intents = Number(data.intents);
      if (!Number.isInteger(intents) || (intents & ~knownIntents) !== 0) return end(close.invalidIntents);
      if (intents & privileged & ~host.privilegedIntents) return end(close.disallowedIntents);
      const [index, count] = Array.isArray(data.shard) ? data.shard.map(Number) : [0, 1];
      if (index === undefined || count === undefined || !(index >= 0 && index < count)) return end(close.invalidShard);
      known = true;
      host.identify(socket, intents, [index, count]);
    },
    [op.resume](data) {
      if (known) return end(close.alreadyAuthenticated);
      if (String(data.token).replace(/^Bot /, '') !== host.token) return end(close.authenticationFailed);
      known = host.resume(socket, String(data.session_id), Number(data.seq));
      if (!known) send(socket, op.invalidSession, false);
    },
    [op.presence]: () => undefined,
    [op.voice]: () => undefined,
    [op.requestMembers]: (data) => host.requestMembers(socket, data),
  };

  socket.on('message', (raw: Buffer) => {
    const time = performance.now();
    received = [...received.filter((at) => at > time - 60_000), time];
    if (received.length > maxPerMinute) return end(close.rateLimited);
    const payload = raw.length <= maxPayload ? parse(raw.toString()) : undefined;
    if (!payload) return end(close.decodeError);
    const handler = handlers[payload.op];
    if (!handler) return end(close.unknownOpcode);
    const needsSession = payload.op !== op.heartbeat && payload.op !== op.identify && payload.op !== op.resume;
    if (needsSession && !known) return end(close.notAuthenticated);
    handler(payload.d);
  });
  // A client that says goodbye with 1000 or 1001 gives its session up; every other end can be resumed.
  socket.on('close', (code) => host.closed(socket, code !== 1000 && code !== 1001));
  socket.on('error', () => socket.terminate());
  send(socket, op.hello, { heartbeat_interval: heartbeatInterval });
}

/** Sends a payload that is no event. */
export function send(socket: WebSocket, code: number, data: unknown): void {
  socket.send(JSON.stringify({ op: code, d: data, s: null, t: null }));
}

function parse(text: string): Payload | undefined {
  try {
    const payload = JSON.parse(text) as Partial<Payload>;
    return typeof payload.op === 'number' ? { op: payload.op, d: Object(payload.d) } : undefined;
  } catch {
    return undefined;
  }
}

import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { FaultSource } from '../faults.ts';
import { op } from './protocol.ts';

/** What a client that identified is owed, whether or not its socket is open. */
export interface Session {
  id: string;
  intents: number;
  shard: [index: number, count: number];
  /** Numbers and sends an event, and keeps it for a resume. */
  dispatch(event: string, data: unknown): void;
  /** Takes over a new socket and sends what came after `sequence`. False where that is no longer known. */
  resume(socket: WebSocket, sequence: number): boolean;
  socket: WebSocket | undefined;
}

/** Events kept for a resume. */
const kept = 1_000;

export function createSession(
  socket: WebSocket,
  intents: number,
  shard: [number, number],
  faults: FaultSource,
): Session {
  let sequence = 0;
  const sent: { s: number; text: string }[] = [];
  const push = (event: string, data: unknown) => {
    sequence += 1;
    const text = JSON.stringify({ op: op.dispatch, t: event, s: sequence, d: data });
    sent.push({ s: sequence, text });
    if (sent.length > kept) sent.shift();
    return text;
  };
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    intents,
    shard,
    socket,
    dispatch(event, data) {
      const fault = faults.forEvent(event);
      // Where the socket is gone the event is still numbered and kept.
      const send = () => {
        for (let copies = fault?.duplicate ? 2 : 1; copies > 0; copies -= 1) {
          const text = push(event, data);
          session.socket?.send(text);
        }
      };
      if (fault?.delayMs) setTimeout(send, fault.delayMs).unref();
      else send();
    },
    resume(newSocket, from) {
      const oldest = sent[0]?.s ?? sequence + 1;
      if (from > sequence || from < oldest - 1) return false;
      session.socket = newSocket;
      for (const { s, text } of sent) if (s > from) newSocket.send(text);
      newSocket.send(push('RESUMED', {}));
      return true;
    },
  };
  return session;
}

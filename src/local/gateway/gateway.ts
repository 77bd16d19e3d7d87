import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FaultSource } from '../faults.ts';
import { apiMember, guildCreate } from '../present.ts';
import type { World } from '../world.ts';
import { type Host, send, serveConnection } from './connection.ts';
import { onShard, toBotEvents } from './events.ts';
import { op } from './protocol.ts';
import { createSession, type Session } from './session.ts';

export interface Gateway {
  /** Closes every connection. */
  close(): void;
  /** Whether a bot is connected. */
  online(): boolean;
}

/** Serves Discord's gateway (v10, JSON) under `/gateway` of `server`. */
export function createGateway(server: Server, world: World, faults: FaultSource): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const open = () => [...sessions.values()].filter((session) => session.socket);
  const sessionOf = (socket: WebSocket) => open().find((session) => session.socket === socket);

  const host: Host = {
    token: world.token,
    privilegedIntents: world.privilegedIntents,
    identify(socket, intents, shard) {
      // Whoever identifies anew has given up the session it had.
      for (const {
        id,
        socket: old,
        shard: [index],
      } of sessions.values()) {
        if (!old && index === shard[0]) sessions.delete(id);
      }
      const session = createSession(socket, intents, shard, faults);
      sessions.set(session.id, session);
      greet(world, session);
      world.emit({ type: 'online', online: true });
    },
    resume(socket, id, sequence) {
      const resumed = sessions.get(id)?.resume(socket, sequence) ?? false;
      if (resumed) world.emit({ type: 'online', online: true });
      return resumed;
    },
    requestMembers(socket, request) {
      const guild = world.guilds.get(String(request.guild_id));
      if (!guild) return;
      const ids = [request.user_ids ?? []].flat().map(String);
      const named = [...guild.members.values()].filter((member) => ids.length === 0 || ids.includes(member.userId));
      sessionOf(socket)?.dispatch('GUILD_MEMBERS_CHUNK', {
        guild_id: guild.id,
        members: named.map((member) => apiMember(world, member)),
        chunk_index: 0,
        chunk_count: 1,
        not_found: ids.filter((id) => !guild.members.has(id)),
        ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
      });
    },
    closed(socket, resumable) {
      const session = sessionOf(socket);
      if (!session) return;
      session.socket = undefined;
      if (!resumable) sessions.delete(session.id);
      if (open().length === 0) world.emit({ type: 'online', online: false });
    },
  };

  faults.connect({
    drop: () => {
      for (const session of open()) session.socket?.terminate();
    },
    reconnect: () => {
      for (const session of open()) if (session.socket) send(session.socket, op.reconnect, null);
    },
    invalidate: (resumable) => {
      for (const session of open()) {
        if (session.socket) send(session.socket, op.invalidSession, resumable);
        if (!resumable) sessions.delete(session.id);
      }
    },
  });

  const stopListening = world.listen((event) => {
    for (const { event: name, data, intents, guildId } of toBotEvents(world, event)) {
      for (const session of sessions.values()) {
        if (intents !== 0 && (session.intents & intents) === 0) continue;
        if (onShard(session.shard, guildId)) session.dispatch(name, data);
      }
    }
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = URL.parse(request.url ?? '/', world.origin);
    if (url?.pathname.replace(/\/$/, '') !== '/gateway') socket.destroy();
    else sockets.handleUpgrade(request, socket, head, (webSocket) => serveConnection(webSocket, url, host));
  };
  server.on('upgrade', upgrade);

  return {
    online: () => open().length > 0,
    close() {
      stopListening();
      server.off('upgrade', upgrade);
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function greet(world: World, session: Session): void {
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.members.has(world.botId) && onShard(session.shard, guild.id),
  );
  session.dispatch('READY', {
    v: 10,
    user: { ...world.users.get(world.botId), verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: gatewayUrl(world),
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
  });
  for (const guild of guilds) session.dispatch('GUILD_CREATE', guildCreate(world, guild));
}

/** Where clients find this gateway. */
export const gatewayUrl = (world: World): string => `${world.origin.replace(/^http/, 'ws')}/gateway`;

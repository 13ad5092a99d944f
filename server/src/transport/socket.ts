import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import { z } from 'zod';
import { Command } from '#shared/commands/command.ts';
import { protocolVersion } from '#shared/protocolVersion.ts';
import { Signal } from '#shared/schemas/signals.ts';
import { CommandId, SocketAuth } from '#shared/schemas/socket.ts';
import { signalsPerSecond } from '#shared/signals.ts';
import type { ClientToServer, ConnectProblem, Reply, ServerToClient } from '#shared/socket.ts';
import type { Channel } from '../kernel/audience.ts';
import { RateLimit } from '../RateLimit.ts';
import type { Room, SeatIdentity } from '../room/Room.ts';
import type { RoomWire, SeatWire } from '../room/wires.ts';
import { Arrivals } from './Arrivals.ts';
import { Intake } from './Intake.ts';
import { listenersIn, oneByOne } from './listeners.ts';
import { ReadyMessage } from './ReadyMessage.ts';

export interface SocketData {
  room: Room;
  identity: SeatIdentity;
}
export type Io = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
/** What carries a Seat's messages: a WebSocket, or requests that are repeated. */
type Connection = SeatSocket['conn'];
export type SeatSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** A person taps at most a few times a second; what a script sends beyond this is refused. */
const commandsPerSecond = 15;

/** A client asks for the time a few times after it comes in and after each sleep. */
const clocksPerSecond = 10;

/**
 * Messages of all kinds, also those that only the libraries understand, and from those who are not let in yet: far
 * more than a page sends that moves the pointer, types and sets its media up. Whoever sends more would cost the others
 * of this process their class, and loses the connection.
 */
const messagesPerSecond = 200;

const Envelope = z.strictObject({ id: CommandId, command: Command });

/** How much one message may hold, in bytes: the largest Command is some kilobytes. */
const maxMessageBytes = 256 * 1024;

/** Ping every 10 s and wait 8 s: a Seat that vanished is away within 18 s, and a phone's radio may still sleep. */
const ping = { pingInterval: 10_000, pingTimeout: 8_000 };

export function createIo(http: HttpServer): Io {
  return new Server(http, {
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    ...ping,
    // Only snapshots are long enough to be worth compressing; an Event to everyone is never compressed
    // once per listener.
    perMessageDeflate: { threshold: 4096, serverNoContextTakeover: true, clientNoContextTakeover: true },
  });
}

/** What a connection needs to become a Seat. */
export type LetIn = (
  auth: SocketAuth,
) => Promise<{ room: Room; person: Omit<SeatIdentity, 'seatId'> } | ConnectProblem>;

/** Further kinds of messages on the same socket, such as media and worksheets. */
export type Attachment = (socket: SeatSocket, room: Room, identity: SeatIdentity, intake: Intake) => void;

/** The only place where bytes from a browser become a Command. */
export function attachSockets(io: Io, letIn: LetIn, attachments: readonly Attachment[], log: Logger): void {
  const arrivals = new Arrivals();
  const intake = new Intake();
  io.engine.use((request: IncomingMessage, _response: unknown, next: () => void) => {
    // A connection that breaks while it waits has nobody else who is told so, which would end the process.
    if (request.headers.upgrade) request.socket.on('error', () => {});
    intake.take(next);
  });
  io.engine.on('connection', (connection: Connection) => limitMessages(io, connection, log));
  const knocked = new WeakSet<object>();
  io.use((socket, next) => {
    // Each try asks the database, and a refused client comes with a new connection.
    if (knocked.has(socket.conn)) return socket.conn.close();
    knocked.add(socket.conn);
    const letsIn = () =>
      admit(socket, letIn, arrivals).then(
        (problem) => (problem ? next(new Error(problem)) : next()),
        (error: unknown) => {
          log.error({ err: error }, 'a connection could not be let in');
          next(new Error('busy' satisfies ConnectProblem));
        },
      );
    intake.take(() => void letsIn());
  });
  io.on('connection', (socket) => {
    const { room, identity } = socket.data;
    listenToSeat(socket, room, intake);
    for (const attach of attachments) attach(socket, room, identity, intake);
    // Entering comes last, so that nothing that is sent from now on finds no listener.
    intake.take(() => {
      if (room.enter(identity, wireOf(socket, room.id))) socket.conn.close();
    });
  });
}

async function admit(socket: SeatSocket, letIn: LetIn, arrivals: Arrivals): Promise<ConnectProblem | null> {
  const auth = SocketAuth.safeParse(socket.handshake.auth);
  if (!auth.success) return 'badRequest';
  const { protocol = protocolVersion } = auth.data;
  if (protocol !== protocolVersion) return 'outdated';
  const found = await letIn(auth.data);
  if (typeof found === 'string') return found;
  // Only now, or anybody could keep others out by their ids.
  if (!arrivals.take(found.person.participantId)) return 'busy';
  // A Seat is one connection, so it has that connection's name.
  socket.data = { room: found.room, identity: { ...found.person, seatId: socket.id } };
  return null;
}

function limitMessages(io: Io, connection: Connection, log: Logger): void {
  const messages = new RateLimit(messagesPerSecond);
  connection.on('packet', () => {
    if (messages.take() || connection.readyState !== 'open') return;
    const sender = [...io.sockets.sockets.values()].find(({ conn }) => conn === connection);
    log.warn({ participant: sender?.data.identity.participantId ?? null }, 'sends too much');
    connection.close();
  });
}

/** Its messages take effect in their order, also after it has come in and before it leaves. */
function listenToSeat(socket: SeatSocket, room: Room, intake: Intake): void {
  const { seatId } = socket.data.identity;
  const commands = new RateLimit(commandsPerSecond);
  const clocks = new RateLimit(clocksPerSecond);
  const signals = new Map<Signal['type'], RateLimit>();

  socket.on('command', (raw: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return; // A hostile client may omit it.
    const answer = reply as (reply: Reply) => void;
    if (!commands.take()) {
      answer({ ok: false, refusal: 'tooFast' });
      return;
    }
    intake.take(() => {
      const envelope = Envelope.safeParse(raw);
      if (envelope.success) room.receive(seatId, envelope.data, answer);
      else answer({ ok: false, refusal: 'badRequest' });
    });
  });

  socket.on('signal', (raw: unknown) => {
    const signal = Signal.safeParse(raw);
    if (!signal.success) return;
    const { type } = signal.data;
    const limit = signals.get(type) ?? new RateLimit(signalsPerSecond[type]);
    signals.set(type, limit);
    if (limit.take()) room.signal(seatId, signal.data);
  });

  socket.on('clock', (reply: unknown) => {
    if (typeof reply === 'function' && clocks.take()) reply(Date.now());
  });

  socket.on('disconnect', () => intake.take(() => room.leave(seatId)));
}

/** Socket.IO's room for a Channel of a Room. */
const address = (roomId: string, channel: string) => `${roomId}/${channel}`;

function wireOf(socket: SeatSocket, roomId: string): SeatWire {
  let heard = new Set<string>();
  return {
    listen(channels) {
      const next = new Set(channels.map((channel) => address(roomId, channel)));
      for (const old of heard) if (!next.has(old)) void socket.leave(old);
      void socket.join([...next]);
      heard = next;
    },
    snapshot: (snapshot) => socket.emit('snapshot', snapshot),
    moreNames: (names) => socket.emit('events', { events: [], names }),
    ended(reason) {
      socket.emit('ended', reason);
      socket.disconnect(true);
    },
    dropped: () => socket.conn.close(),
  };
}

export const roomWire =
  (io: Io) =>
  (roomId: string): RoomWire => {
    const addresses = (channels: readonly Channel[]) => channels.map((channel) => address(roomId, channel));
    return {
      *events(channels, batch) {
        const message = new ReadyMessage(batch);
        for (const seats of listenersIn(io, addresses(channels))) {
          message.tell(io, seats);
          yield;
        }
      },
      signal(channels, signal, exceptSeat) {
        // Where nothing came of a file that is said once, and nothing else will say it.
        const isLast = 'problem' in signal && signal.problem !== null;
        const to = (seats: string[]) => (isLast ? io.to(seats) : io.to(seats).volatile);
        const send = (seats: string[]) => to(seats).compress(false).emit('signal', signal);
        void oneByOne(listenersIn(io, addresses(channels), exceptSeat), send);
      },
    };
  };

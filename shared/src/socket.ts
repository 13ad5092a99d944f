import type { Command, RoomEvent, RoomView } from './contract.ts';
import type { DocumentAnswer, DocumentNotice, DocumentRequest } from './documents.ts';
import type { MediaAnswer, MediaNotice, MediaRequest } from './media.ts';
import type { Refusal } from './refusals.ts';
import type { SocketAuth } from './schemas/socket.ts';
import type { ServerSignal, Signal } from './signals.ts';

export type { SocketAuth };

/** Why a socket isn't let in: the `message` of Socket.IO's connect_error. `busy` is worth another try. */
export type ConnectProblem = 'badRequest' | 'linkRevoked' | 'removed' | 'outdated' | 'busy';

export type Envelope = { id: string; command: Command };

export type Reply = { ok: true } | { ok: false; refusal: Refusal };

/** Names of the people whom a message mentions, by id. Observers get none. */
export type Names = Record<string, string>;

export type Snapshot = { view: RoomView; names: Names };
export type EventBatch = { events: RoomEvent[]; names: Names };

/**
 * Why the server ends a Seat for good; anything else is a lost connection. `gaveWay`: this person has opened
 * the class on too many other devices since; it may come back, and the then oldest gives way.
 */
export type EndReason = 'removed' | 'gaveWay';

export interface ClientToServer {
  command(envelope: Envelope, reply: (reply: Reply) => void): void;
  signal(signal: Signal): void;
  media(request: MediaRequest, reply: (answer: MediaAnswer) => void): void;
  document(request: DocumentRequest, reply: (answer: DocumentAnswer) => void): void;
  /** Answers the server's time, from which the client estimates how far its own clock is off. */
  clock(reply: (serverTime: number) => void): void;
}
export interface ServerToClient {
  snapshot(snapshot: Snapshot): void;
  events(batch: EventBatch): void;
  signal(signal: (Signal | ServerSignal) & { from: string }): void;
  media(notice: MediaNotice): void;
  document(notice: DocumentNotice): void;
  ended(reason: EndReason): void;
}

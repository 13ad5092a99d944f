import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import type { ServerSignal, Signal } from '#shared/signals.ts';
import type { Envelope, Reply } from '#shared/socket.ts';
import { type Audience, channelsFor } from '../kernel/audience.ts';
import { type Actor, systemActor } from '../kernel/participant.ts';
import { JournalConflict } from '../persistence/Journal.ts';
import { presents } from './conditions.ts';
import { Delivery } from './Delivery.ts';
import type { Directory } from './Directory.ts';
import { anonymousItemOf, nextDue, type RoomState } from './features.ts';
import { Replies } from './Replies.ts';
import { type Seat, type SeatIdentity, Seats } from './Seats.ts';
import { Sequence, type SequenceParts } from './Sequence.ts';
import type { RoomWire, SeatWire } from './wires.ts';

/** A crash costs nobody more attendance than this, in milliseconds. */
const heartbeatEvery = 30_000;
/** More tabs and devices than anybody has, and than a phone leaves behind that loses its network again and again. */
const maxSeats = 20;

export type { SeatIdentity };

export type RoomParts = SequenceParts & {
  /** Ids of Commands accepted before, so that a retry after a recovery doesn't double. */
  readonly acceptedIds: readonly string[];
  readonly wire: RoomWire;
  /** Told once when this Room can't go on; whoever holds it forgets it, and opens it anew if it may. */
  readonly ended: (why: 'conflict' | 'failed' | 'closed') => void;
};

/**
 * A Session while it is live: the one authority over it. It knows who is connected, and what each of
 * them may ask of its Sequence.
 */
export class Room {
  readonly id: string;
  readonly directory: Directory;
  readonly #parts: RoomParts;
  readonly #sequence: Sequence;
  readonly #delivery: Delivery;
  readonly #seats = new Seats();
  readonly #replies = new Replies();
  readonly #heartbeat: NodeJS.Timeout;
  #closed = false;

  /** See openRoom, which recovers the parts from the Journal. */
  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.id = parts.id;
    this.directory = parts.directory;
    for (const id of parts.acceptedIds) this.#replies.add(id, { ok: true });
    this.#delivery = new Delivery({ ...parts, seats: this.#seats });
    this.#sequence = new Sequence(parts, this.#delivery, (error) => this.#fail(error));
    this.#heartbeat = setInterval(() => {
      if (this.#seats.size > 0) this.system({ feature: 'people', type: 'heartbeat' });
    }, heartbeatEvery);
  }

  /** Whether it goes on; after its end nothing is taken in any more. */
  get isOpen(): boolean {
    return !this.#closed;
  }

  get state(): RoomState {
    return this.#sequence.state;
  }

  get epoch(): number {
    return this.#parts.epoch;
  }

  get seatCount(): number {
    return this.#seats.size;
  }

  /** Whether nothing goes on here: nobody is in it, and nothing is to happen at a set time. */
  get isIdle(): boolean {
    return this.#seats.size === 0 && nextDue(this.state) === null;
  }

  /** Calls back with each State once it is durable, before its Events leave. @returns what ends that. */
  watch(watcher: (state: RoomState) => void): () => void {
    return this.#sequence.watch(watcher);
  }

  /** Lets a connection in: it gets its snapshot at its place in the order. */
  enter(identity: SeatIdentity, wire: SeatWire): Refusal | null {
    if (this.#closed) return 'notNow';
    const { seatId, participantId, role, enterpriseId } = identity;
    const heads = identity.heads ? { heads: identity.heads } : {};
    const [oldest, ...others] = this.#seats.of(participantId);
    if (oldest && others.length + 1 >= maxSeats) {
      this.leave(oldest.seatId);
      // Told, or it would come back by itself, and push out the next one, for ever.
      oldest.wire.ended('gaveWay');
    }
    this.#seats.add({ ...identity, wire });
    const refusal = this.#sequence.apply(
      { feature: 'people', type: 'seatOpened', seatId, participantId, role, enterpriseId, ...heads },
      systemActor,
      { deliver: (state) => this.#delivery.welcome(seatId, state) },
    );
    if (refusal) this.#seats.delete(seatId);
    return refusal;
  }

  leave(seatId: string): void {
    const seat = this.#closed ? undefined : this.#seats.delete(seatId);
    if (!seat) return;
    this.system({ feature: 'people', type: 'seatClosed', seatId, participantId: seat.participantId });
  }

  /**
   * Replies in the Journal's order, once what the reply depends on is durable. A Room that has ended
   * doesn't reply: the connection breaks, and a Command that is sent again gets its reply then.
   */
  receive(seatId: string, { id, command }: Envelope, reply: (reply: Reply) => void): void {
    const seat = this.#seats.get(seatId);
    if (!seat || this.#closed) return;
    let answer = this.#replies.get(id);
    if (!answer) {
      const refusal = this.#ask(seat, id, command, () => reply({ ok: true }));
      answer = refusal ? { ok: false, refusal } : { ok: true };
      this.#replies.add(id, answer);
      if (!refusal) return;
    }
    const known = answer;
    this.#sequence.deliver(() => reply(known));
  }

  #ask(seat: Seat, commandId: string, command: Command, reply: () => void): Refusal | null {
    const viewer = this.#viewerOf(seat);
    if (!viewer) return 'notAllowed';
    const item = anonymousItemOf(this.state, command);
    const alias = item && viewer.alias(item);
    // Nobody's own id goes down with an anonymous answer.
    if (item && !alias) return 'notNow';
    const actor: Actor = alias
      ? { id: alias, role: viewer.role, space: 'plenary', enterpriseId: null }
      : { id: viewer.id, role: viewer.role, space: viewer.space, enterpriseId: viewer.enterpriseId };
    return this.#sequence.apply(command, actor, { commandId, sender: viewer.id, reply });
  }

  /** Null for the removed, whose Seats end as soon as that is durable. */
  #viewerOf({ participantId }: Seat) {
    const isRemoved = this.state.people.participants[participantId]?.removed;
    return isRemoved ? null : this.#parts.core.viewer(participantId);
  }

  /** A Command of the system's own. @returns why not, when a feature refuses it. */
  system(command: SystemCommand): Refusal | null {
    return this.#closed ? 'notNow' : this.#sequence.apply(command, systemActor);
  }

  /** A lossy hint of whoever presents, to everybody else. */
  signal(seatId: string, signal: Signal): void {
    const seat = this.#seats.get(seatId);
    const viewer = seat && this.#viewerOf(seat);
    if (!viewer || this.#closed || !presents(this.state, viewer)) return;
    this.#parts.wire.signal(channelsFor('everyone', viewer.id), { ...signal, from: viewer.id }, seatId);
  }

  /** A hint of the server's own; lossy, unless it says that nothing came of a file. */
  hint(audience: Audience, signal: ServerSignal): void {
    this.#parts.wire.signal(channelsFor(audience, ''), { ...signal, from: 'system' });
  }

  /** A person's new name, to all who may know names. */
  rename(participantId: string, name: string): void {
    if (this.state.people.participants[participantId]?.erased) return;
    this.directory.set(participantId, name);
    this.#sequence.deliver(this.#delivery.renamed(participantId, name));
  }

  /**
   * Erases a person, asked by whoever runs the server; staff send the Command. Settled, it is done.
   * @returns why not.
   */
  erase(participantId: string): Refusal | null {
    if (this.#closed) return 'notNow';
    return this.#sequence.apply({ feature: 'people', type: 'erase', participantId }, systemActor);
  }

  /** Resolves when all that was asked so far is durable and delivered. */
  settled(): Promise<void> {
    return this.#sequence.settled();
  }

  /** A clean stop: nobody's presence is cut short by the time it takes to start again. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.system({ feature: 'people', type: 'heartbeat' });
    this.#stop('closed');
    await this.#sequence.settled();
    await this.#sequence.save();
  }

  #fail(error: unknown): void {
    const conflict = error instanceof JournalConflict;
    const what = conflict ? 'another node owns this Room' : 'the Room failed and is recovered';
    this.#parts.log.error({ err: error, room: this.id }, what);
    this.#stop(conflict ? 'conflict' : 'failed');
    this.#sequence.drop();
  }

  #stop(why: 'conflict' | 'failed' | 'closed'): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    this.#sequence.stop();
    if (why !== 'closed') for (const seat of this.#seats.all()) seat.wire.dropped();
    this.#parts.ended(why);
  }
}

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { type ServerSignal, type Signal, signalRules } from '#shared/signals.ts';
import type { Envelope, Reply } from '#shared/socket.ts';
import { type Audience, channelsFor } from '../kernel/audience.ts';
import { type Actor, systemActor } from '../kernel/participant.ts';
import { type Journal, JournalConflict, type JournalRow } from '../persistence/Journal.ts';
import type { Aliases } from './Aliases.ts';
import { Deadline } from './Deadline.ts';
import { Delivery } from './Delivery.ts';
import type { Directory } from './Directory.ts';
import type { Erasure } from './erasure.ts';
import {
  anonymousItemOf,
  nextDue,
  openAnonymousItems,
  type RoomState,
  rulesVersion,
  withoutText,
} from './features.ts';
import { Outbox } from './Outbox.ts';
import { Pace } from './Pace.ts';
import { Replies } from './Replies.ts';
import type { Application, Applied, RoomCore } from './RoomCore.ts';
import { type Seat, type SeatIdentity, Seats } from './Seats.ts';
import { Snapshots } from './Snapshots.ts';
import { hashOf } from './stateHash.ts';
import type { RoomWire, SeatWire } from './wires.ts';

/** Coalesced Events leave at most this often, in milliseconds. */
const coalesceEvery = 200;
/** A crash costs nobody more attendance than this, in milliseconds. */
const heartbeatEvery = 30_000;
/** More tabs and devices than anybody has, and than a phone leaves behind that loses its network again and again. */
const maxSeats = 20;

export type { SeatIdentity };

export interface World {
  now(): number;
}

export type RoomParts = {
  readonly id: string;
  readonly core: RoomCore;
  readonly directory: Directory;
  readonly aliases: Aliases;
  readonly journal: Journal;
  readonly erasure: Erasure;
  readonly epoch: number;
  readonly seq: number;
  readonly lastAt: number;
  /** Ids of Commands accepted before, so that a retry after a recovery doesn't double. */
  readonly acceptedIds: readonly string[];
  /** The State that snapshots on storage hold; null when they hold none of use. */
  readonly saved: RoomState | null;
  readonly wire: RoomWire;
  readonly world: World;
  readonly log: Logger;
  /** Told once when this Room can't go on; whoever holds it forgets it, and opens it anew if it may. */
  readonly ended: (why: 'conflict' | 'failed' | 'closed') => void;
};

/**
 * A Session while it is live: the one authority over it. Commands are applied in memory one after the
 * other; what they cause leaves once their rows are durable, in the Journal's order.
 */
export class Room {
  readonly id: string;
  readonly directory: Directory;
  readonly #parts: RoomParts;
  readonly #core: RoomCore;
  readonly #outbox: Outbox;
  readonly #snapshots: Snapshots;
  readonly #delivery: Delivery;
  readonly #seats = new Seats();
  readonly #replies = new Replies();
  readonly #watchers = new Set<(state: RoomState) => void>();
  #seq: number;
  #lastAt: number;
  readonly #flush = new Pace(coalesceEvery, () => this.#sendCoalesced());
  readonly #deadline: Deadline;
  readonly #heartbeat: NodeJS.Timeout;
  #closed = false;

  /** See openRoom, which recovers the parts from the Journal. */
  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.id = parts.id;
    this.directory = parts.directory;
    this.#core = parts.core;
    this.#seq = parts.seq;
    this.#lastAt = parts.lastAt;
    for (const id of parts.acceptedIds) this.#replies.add(id, { ok: true });
    this.#outbox = new Outbox(
      (rows) => parts.journal.append(rows),
      (error) => this.#fail(error),
    );
    this.#snapshots = new Snapshots(
      parts.journal,
      { room: parts.id, epoch: parts.epoch },
      parts.saved,
      parts.log,
    );
    this.#delivery = new Delivery({ ...parts, seats: this.#seats });
    this.#heartbeat = setInterval(() => {
      if (this.#seats.size > 0) this.system({ feature: 'people', type: 'heartbeat' });
    }, heartbeatEvery);
    this.#deadline = new Deadline(
      () => parts.world.now(),
      () => this.#deadlineReached(),
    );
    this.#deadline.set(nextDue(this.#core.state)?.at ?? null);
  }

  /** Whether it goes on; after its end nothing is taken in any more. */
  get isOpen(): boolean {
    return !this.#closed;
  }

  get state(): RoomState {
    return this.#core.state;
  }

  get epoch(): number {
    return this.#parts.epoch;
  }

  get seatCount(): number {
    return this.#seats.size;
  }

  /** Calls back with each State once it is durable, before its Events leave. @returns what ends that. */
  watch(watcher: (state: RoomState) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#core.state);
    return () => this.#watchers.delete(watcher);
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
    const refusal = this.#apply(
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
    this.#outbox.add(null, [() => reply(known)]);
  }

  #ask(seat: Seat, commandId: string, command: Command, reply: () => void): Refusal | null {
    const viewer = this.#viewerOf(seat);
    if (!viewer) return 'notAllowed';
    const item = anonymousItemOf(this.#core.state, command);
    const alias = item && viewer.alias(item);
    // Nobody's own id goes down with an anonymous answer.
    if (item && !alias) return 'notNow';
    const actor: Actor = alias
      ? { id: alias, role: viewer.role, space: 'plenary', enterpriseId: null }
      : { id: viewer.id, role: viewer.role, space: viewer.space, enterpriseId: viewer.enterpriseId };
    return this.#apply(command, actor, { commandId, sender: viewer.id, reply });
  }

  /** Null for the removed, whose Seats end as soon as that is durable. */
  #viewerOf({ participantId }: Seat) {
    const isRemoved = this.#core.state.people.participants[participantId]?.removed;
    return isRemoved ? null : this.#core.viewer(participantId);
  }

  /** A Command of the system's own. @returns why not, when a feature refuses it. */
  system(command: SystemCommand): Refusal | null {
    return this.#closed ? 'notNow' : this.#apply(command, systemActor, {});
  }

  signal(seatId: string, signal: Signal): void {
    const seat = this.#seats.get(seatId);
    const viewer = seat && this.#viewerOf(seat);
    if (!viewer || this.#closed) return;
    const rule = signalRules[signal.type];
    if (!rule.roles.includes(viewer.role)) return;
    const { presenter } = this.#core.state.session;
    if (rule.presenterOnly && presenter !== null && presenter !== viewer.id) return;
    const audience = rule.audience === 'space' ? { space: viewer.space } : rule.audience;
    this.#parts.wire.signal(channelsFor(audience, viewer.id), { ...signal, from: viewer.id }, seatId);
  }

  /** A lossy hint of the server's own. */
  hint(audience: Audience, signal: ServerSignal): void {
    this.#parts.wire.signal(channelsFor(audience, ''), { ...signal, from: 'system' });
  }

  /** A person's new name, to all who may know names. */
  rename(participantId: string, name: string): void {
    if (this.#core.state.people.participants[participantId]?.erased) return;
    this.directory.set(participantId, name);
    this.#outbox.add(null, [this.#delivery.renamed(participantId, name)]);
  }

  /**
   * Erases a person, asked by whoever runs the server; staff send the Command. Settled, it is done.
   * @returns why not.
   */
  erase(participantId: string): Refusal | null {
    if (this.#closed) return 'notNow';
    return this.#apply({ feature: 'people', type: 'erase', participantId }, systemActor, {});
  }

  /** Resolves when all that was asked so far is durable and delivered. */
  settled(): Promise<void> {
    return this.#outbox.drained();
  }

  /** A clean stop: nobody's presence is cut short by the time it takes to start again. Safe to call twice. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.system({ feature: 'people', type: 'heartbeat' });
    this.#stop('closed');
    await this.#outbox.drained();
    await this.#snapshots.save(this.#core.state, this.#seq);
  }

  #apply(
    command: Command | SystemCommand,
    actor: Actor,
    more: { commandId?: string; sender?: string; reply?: () => void; deliver?: (state: RoomState) => void },
  ): Refusal | null {
    const ids: string[] = [];
    const at = Math.max(this.#lastAt, this.#parts.world.now());
    const newId = () => {
      const id = randomBytes(9).toString('base64url');
      ids.push(id);
      return id;
    };
    const application = { actor, at, newId, ...(more.sender ? { sender: more.sender } : {}) };
    const applied = this.#tryOut(command, application);
    if ('refusal' in applied) return applied.refusal;

    this.#lastAt = at;
    const state = this.#core.state;
    const row: JournalRow = {
      room: this.id,
      seq: ++this.#seq,
      epoch: this.#parts.epoch,
      // No Participant's Command can have such an id.
      commandId: more.commandId ?? `system:${this.#seq}`,
      at,
      actor,
      ids,
      command,
      rules: rulesVersion,
      stateHash: command.type === 'heartbeat' ? hashOf(state) : null,
    };
    const keys = this.#parts.aliases.follow(openAnonymousItems(state));
    const seq = this.#seq;
    const erased = command.feature === 'people' && command.type === 'erase' ? command.participantId : null;
    this.#outbox.add(
      row,
      [
        // Before the Events: whoever hears one may ask at once for what it allows.
        () => this.#tellWatchers(state),
        ...this.#delivery.of(applied.outputs),
        ...(more.reply ? [more.reply] : []),
        () => more.deliver?.(state),
        () => {
          keys?.after().catch((error: unknown) => this.#warn(error, 'alias keys not destroyed'));
          this.#snapshots.maybe(state, seq);
        },
      ],
      {
        before: keys?.before ?? null,
        after: erased === null ? null : () => this.#eraseFromStorage(erased, state, seq),
      },
    );
    if (this.#core.hasPending) this.#flush.ask();
    this.#deadline.set(nextDue(state)?.at ?? null);
    return null;
  }

  /** What fails here is done when the Room is recovered. Nobody hears "ok" before it is done. */
  #eraseFromStorage(participantId: string, state: RoomState, seq: number): Promise<void> {
    const { erasure, epoch } = this.#parts;
    this.directory.delete(participantId);
    const clear = () => erasure.erase(this.id, epoch, [participantId], withoutText);
    return this.#snapshots.replace(clear, state, seq);
  }

  /** A feature that throws has changed nothing, and costs nobody else the class: it counts as a Refusal. */
  #tryOut(command: Command | SystemCommand, application: Application): Applied {
    try {
      return application.actor === systemActor
        ? this.#core.apply(command, application)
        : this.#core.command(command as Command, application);
    } catch (error) {
      this.#warn(error, `${command.feature}.${command.type} threw`);
      return { refusal: 'notNow' };
    }
  }

  #tellWatchers(state: RoomState): void {
    for (const watcher of this.#watchers)
      try {
        watcher(state);
      } catch (error) {
        this.#warn(error, 'a watcher threw');
      }
  }

  #sendCoalesced(): void {
    try {
      this.#outbox.add(null, this.#delivery.of(this.#core.flush()));
    } catch (error) {
      this.#fail(error); // Views would stay behind; those of the next connection do not.
    }
  }

  #deadlineReached(): void {
    const due = nextDue(this.#core.state);
    const refusal = due && this.system(due.command);
    // Asked again at once it would be refused again: the next Command sets the timer anew.
    if (refusal) this.#warn(refusal, `the deadline ${due.command.feature}.${due.command.type} was refused`);
  }

  #fail(error: unknown): void {
    const conflict = error instanceof JournalConflict;
    this.#warn(error, conflict ? 'another node owns this Room' : 'the Room failed and is recovered');
    this.#stop(conflict ? 'conflict' : 'failed');
    this.#outbox.close();
  }

  #warn(error: unknown, what: string): void {
    this.#parts.log.error({ err: error, room: this.id }, what);
  }

  #stop(why: 'conflict' | 'failed' | 'closed'): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    this.#flush.close();
    this.#deadline.set(null);
    if (why !== 'closed') for (const seat of this.#seats.all()) seat.wire.dropped();
    this.#parts.ended(why);
  }
}

import { createHash, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Role } from '#shared/basics.ts';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { type ServerSignal, type Signal, signalRules } from '#shared/signals.ts';
import type { EndReason, Envelope, Reply, Snapshot } from '#shared/socket.ts';
import { type Audience, channelsFor, channelsOf } from '../kernel/audience.ts';
import { type Actor, systemActor, type Viewer } from '../kernel/participant.ts';
import { type Journal, JournalConflict, type JournalRow } from '../persistence/Journal.ts';
import type { Aliases } from './Aliases.ts';
import type { Directory } from './Directory.ts';
import { anonymousItemOf, nextDue, openAnonymousItems, type RoomState, rulesVersion } from './features.ts';
import { Outbox } from './Outbox.ts';
import type { Output, RoomCore } from './RoomCore.ts';
import { Snapshots } from './Snapshots.ts';
import type { RoomWire, SeatWire } from './wires.ts';

/** Coalesced Events leave at most this often, in milliseconds. */
const coalesceEvery = 200;
/** A crash costs nobody more attendance than this, in milliseconds. */
const heartbeatEvery = 30_000;
/** Replies kept for repeated Commands: some minutes of the busiest class. */
const maxReplies = 5_000;
/** setTimeout's limit, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

export type SeatIdentity = {
  readonly seatId: string;
  readonly participantId: string;
  readonly role: Role;
  readonly enterpriseId: string | null;
};
type Seat = SeatIdentity & { readonly wire: SeatWire };

export interface World {
  now(): number;
}

export type RoomParts = {
  readonly id: string;
  readonly core: RoomCore;
  readonly directory: Directory;
  readonly aliases: Aliases;
  readonly journal: Journal;
  readonly epoch: number;
  readonly seq: number;
  readonly lastAt: number;
  /** Ids of Commands accepted before, so that a retry after a recovery doesn't double. */
  readonly acceptedIds: readonly string[];
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
  readonly #seats = new Map<string, Seat>();
  readonly #replies = new Map<string, Reply>();
  readonly #watchers = new Set<(state: RoomState) => void>();
  #seq: number;
  #lastAt: number;
  #flushTimer: NodeJS.Timeout | null = null;
  #lastFlush = 0;
  #dueTimer: NodeJS.Timeout | null = null;
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
    for (const id of parts.acceptedIds) this.#remember(id, { ok: true });
    this.#outbox = new Outbox(
      (rows) => parts.journal.append(rows),
      (error) => this.#fail(error),
    );
    this.#snapshots = new Snapshots(
      parts.journal,
      { room: parts.id, epoch: parts.epoch },
      parts.core.state,
      parts.log,
    );
    this.#heartbeat = setInterval(() => {
      if (this.#seats.size > 0) this.system({ feature: 'people', type: 'heartbeat' });
    }, heartbeatEvery);
    this.#watchDeadlines();
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
    this.#seats.set(seatId, { ...identity, wire });
    const refusal = this.#apply(
      { feature: 'people', type: 'seatOpened', seatId, participantId, role, enterpriseId },
      systemActor,
      { deliver: (state) => this.#welcome(seatId, state) },
    );
    if (refusal) this.#seats.delete(seatId);
    return refusal;
  }

  leave(seatId: string): void {
    const seat = this.#seats.get(seatId);
    if (!seat || this.#closed) return;
    this.#seats.delete(seatId);
    this.system({ feature: 'people', type: 'seatClosed', seatId, participantId: seat.participantId });
  }

  /** Replies in the Journal's order, once what the reply depends on is durable. */
  receive(seatId: string, { id, command }: Envelope, reply: (reply: Reply) => void): void {
    const seat = this.#seats.get(seatId);
    const viewer = seat && this.#core.viewer(seat.participantId);
    if (!viewer || this.#closed) {
      reply({ ok: false, refusal: 'notNow' });
      return;
    }
    const known = this.#replies.get(id);
    if (known) {
      this.#outbox.add(null, [() => reply(known)]);
      return;
    }
    const item = anonymousItemOf(this.#core.state, command);
    const alias = item && viewer.alias(item);
    const actor: Actor = alias
      ? { id: alias, role: viewer.role, space: 'plenary', enterpriseId: null }
      : { id: viewer.id, role: viewer.role, space: viewer.space, enterpriseId: viewer.enterpriseId };
    const refusal = this.#apply(command, actor, {
      commandId: id,
      sender: viewer.id,
      reply: () => reply({ ok: true }),
    });
    this.#remember(id, refusal ? { ok: false, refusal } : { ok: true });
    if (refusal) this.#outbox.add(null, [() => reply({ ok: false, refusal })]);
  }

  /** A Command of the system's own. @returns why not, when a feature refuses it. */
  system(command: SystemCommand): Refusal | null {
    return this.#closed ? 'notNow' : this.#apply(command, systemActor, {});
  }

  signal(seatId: string, signal: Signal): void {
    const seat = this.#seats.get(seatId);
    const viewer = seat && this.#core.viewer(seat.participantId);
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
    this.directory.set(participantId, name);
    this.#outbox.add(null, [
      () => this.#parts.wire.events(['class'], { events: [], names: { [participantId]: name } }),
    ]);
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
    const applied =
      actor === systemActor
        ? this.#core.apply(command, application)
        : this.#core.command(command as Command, application);
    if ('refusal' in applied) return applied.refusal;

    this.#lastAt = at;
    const state = this.#core.state;
    const isHeartbeat = command.type === 'heartbeat';
    const row: JournalRow = {
      room: this.id,
      seq: ++this.#seq,
      epoch: this.#parts.epoch,
      commandId: more.commandId ?? `system-${this.#seq}`,
      at,
      actor,
      ids,
      command,
      rules: rulesVersion,
      stateHash: isHeartbeat ? hashOf(state) : null,
    };
    const keys = this.#parts.aliases.follow(openAnonymousItems(state));
    const seq = this.#seq;
    this.#outbox.add(
      row,
      [
        // Before the Events: whoever hears one may ask at once for what it allows.
        () => {
          for (const watcher of this.#watchers) watcher(state);
        },
        ...this.#deliveries(applied.outputs),
        ...(more.reply ? [more.reply] : []),
        () => more.deliver?.(state),
        () => {
          if (keys)
            keys
              .after()
              .catch((error: unknown) => this.#parts.log.error({ error }, 'alias keys not destroyed'));
          this.#snapshots.maybe(state, seq);
        },
      ],
      keys?.before ?? null,
    );
    this.#scheduleFlush();
    this.#watchDeadlines();
    return null;
  }

  #deliveries(outputs: readonly Output[]): (() => void)[] {
    return outputs.map((output) => () => {
      switch (output.kind) {
        case 'moved':
          for (const seat of this.#seatsOf(output.viewer.id)) seat.wire.listen(channelsOf(output.viewer));
          return;
        case 'events':
          this.#broadcast(output.channels, output.events);
          return;
        case 'view': {
          const view = this.#core.viewFor(output.viewer, output.state);
          const snapshot = {
            view,
            names: output.viewer.role === 'observer' ? {} : this.directory.namesIn(view),
          };
          for (const seat of this.#seatsOf(output.viewer.id)) seat.wire.snapshot(snapshot);
          return;
        }
        case 'removed':
          for (const seat of this.#seatsOf(output.participantId)) this.end(seat.seatId, 'removed');
      }
    });
  }

  /** Ends one connection for good. */
  end(seatId: string, reason: EndReason): void {
    const seat = this.#seats.get(seatId);
    this.#seats.delete(seatId);
    seat?.wire.ended(reason);
  }

  #broadcast(channels: readonly string[], events: Extract<Output, { kind: 'events' }>['events']): void {
    const named = channels.filter((channel) => channel !== 'observers');
    const { wire } = this.#parts;
    if (named.length > 0) wire.events(named, { events: [...events], names: this.directory.namesIn(events) });
    if (named.length < channels.length) wire.events(['observers'], { events: [...events], names: {} });
  }

  /** `state` is that of the Seat's own row: what came after it follows as Events. */
  #welcome(seatId: string, state: RoomState): void {
    const seat = this.#seats.get(seatId);
    const viewer = seat && this.#core.viewer(seat.participantId, state);
    if (!viewer) return;
    seat.wire.listen(channelsOf(viewer));
    seat.wire.snapshot(this.#snapshotFor(viewer, state));
  }

  #snapshotFor(viewer: Viewer, state: RoomState): Snapshot {
    const view = this.#core.viewFor(viewer, state);
    return { view, names: viewer.role === 'observer' ? {} : this.directory.namesIn(view) };
  }

  #seatsOf(participantId: string): Seat[] {
    return [...this.#seats.values()].filter((seat) => seat.participantId === participantId);
  }

  #remember(id: string, reply: Reply): void {
    this.#replies.set(id, reply);
    if (this.#replies.size <= maxReplies) return;
    const [oldest] = this.#replies.keys();
    if (oldest !== undefined) this.#replies.delete(oldest);
  }

  #scheduleFlush(): void {
    if (!this.#core.hasPending || this.#flushTimer) return;
    const wait = Math.max(0, this.#lastFlush + coalesceEvery - performance.now());
    this.#flushTimer = setTimeout(() => {
      this.#flushTimer = null;
      this.#lastFlush = performance.now();
      this.#outbox.add(null, this.#deliveries(this.#core.flush()));
    }, wait);
  }

  #watchDeadlines(): void {
    if (this.#dueTimer) clearTimeout(this.#dueTimer);
    this.#dueTimer = null;
    const due = nextDue(this.#core.state);
    if (!due || this.#closed) return;
    const wait = Math.min(Math.max(0, due.at - this.#parts.world.now()), longestTimer);
    this.#dueTimer = setTimeout(() => {
      const now = nextDue(this.#core.state);
      if (now && now.at <= this.#parts.world.now()) this.system(now.command);
      else this.#watchDeadlines();
    }, wait);
  }

  #fail(error: unknown): void {
    const conflict = error instanceof JournalConflict;
    this.#parts.log.error(
      { error, room: this.id },
      conflict ? 'another node owns this Room' : 'a commit failed',
    );
    this.#stop(conflict ? 'conflict' : 'failed');
    this.#outbox.close();
  }

  #stop(why: 'conflict' | 'failed' | 'closed'): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#heartbeat);
    if (this.#flushTimer) clearTimeout(this.#flushTimer);
    if (this.#dueTimer) clearTimeout(this.#dueTimer);
    if (why !== 'closed') for (const seat of this.#seats.values()) seat.wire.dropped();
    this.#parts.ended(why);
  }
}

/** Of the State's JSON; equal States that went through a snapshot have equal text. */
export const hashOf = (state: RoomState): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url');

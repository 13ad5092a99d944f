import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { type Actor, systemActor } from '../kernel/participant.ts';
import type { Journal, JournalRow } from '../persistence/Journal.ts';
import type { Aliases } from './Aliases.ts';
import { Deadline } from './Deadline.ts';
import type { Delivery } from './Delivery.ts';
import type { Directory } from './Directory.ts';
import type { Erasure } from './erasure.ts';
import { nextDue, openAnonymousItems, type RoomState, rulesVersion, withoutText } from './features.ts';
import { Outbox, type Step } from './Outbox.ts';
import { Pace } from './Pace.ts';
import type { Application, Applied, RoomCore } from './RoomCore.ts';
import { Snapshots } from './Snapshots.ts';
import { hashOf } from './stateHash.ts';

/** Coalesced Events leave at most this often, in milliseconds. */
const coalesceEvery = 200;

export interface World {
  now(): number;
}

export type SequenceParts = {
  readonly id: string;
  readonly core: RoomCore;
  readonly directory: Directory;
  readonly aliases: Aliases;
  readonly journal: Journal;
  readonly erasure: Erasure;
  readonly epoch: number;
  readonly seq: number;
  readonly lastAt: number;
  /** The State that snapshots on storage hold; null when they hold none of use. */
  readonly saved: RoomState | null;
  readonly world: World;
  readonly log: Logger;
};

/** What comes with a Command, beside its actor. */
type Attached = {
  readonly commandId?: string;
  readonly sender?: string;
  readonly reply?: () => void;
  readonly deliver?: (state: RoomState) => void;
};

/**
 * A Room's Commands, one after the other: each is applied in memory at once, and what it causes leaves
 * when its row is durable, in the Journal's order.
 */
export class Sequence {
  readonly #parts: SequenceParts;
  readonly #delivery: Delivery;
  readonly #failed: (error: unknown) => void;
  readonly #outbox: Outbox;
  readonly #snapshots: Snapshots;
  readonly #watchers = new Set<(state: RoomState) => void>();
  readonly #flush = new Pace(coalesceEvery, () => this.#sendCoalesced());
  readonly #deadline: Deadline;
  #seq: number;
  #lastAt: number;

  /** `failed` is told of what can't be gone on from: the State in memory is to be given up. */
  constructor(parts: SequenceParts, delivery: Delivery, failed: (error: unknown) => void) {
    this.#parts = parts;
    this.#delivery = delivery;
    this.#failed = failed;
    this.#seq = parts.seq;
    this.#lastAt = parts.lastAt;
    this.#outbox = new Outbox((rows) => parts.journal.append(rows), failed);
    this.#snapshots = new Snapshots(
      parts.journal,
      { room: parts.id, epoch: parts.epoch },
      parts.saved,
      parts.log,
    );
    this.#deadline = new Deadline(
      () => parts.world.now(),
      () => this.#deadlineReached(),
    );
    this.#deadline.set(nextDue(this.state)?.at ?? null);
  }

  get state(): RoomState {
    return this.#parts.core.state;
  }

  /** Calls back with each State once it is durable, before its Events leave. @returns what ends that. */
  watch(watcher: (state: RoomState) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.state);
    return () => this.#watchers.delete(watcher);
  }

  /** @returns why not, when a feature refuses the Command; then nothing has changed. */
  apply(command: Command | SystemCommand, actor: Actor, attached: Attached = {}): Refusal | null {
    const ids: string[] = [];
    const at = Math.max(this.#lastAt, this.#parts.world.now());
    const newId = () => {
      const id = randomBytes(9).toString('base64url');
      ids.push(id);
      return id;
    };
    const { commandId, sender } = attached;
    const applied = this.#tryOut(command, { actor, at, newId, ...(sender ? { sender } : {}) });
    if ('refusal' in applied) return applied.refusal;

    this.#lastAt = at;
    const { state } = this;
    const seq = ++this.#seq;
    this.#commit(
      {
        room: this.#parts.id,
        seq,
        epoch: this.#parts.epoch,
        // No Participant's Command can have such an id.
        commandId: commandId ?? `system:${seq}`,
        at,
        actor,
        ids,
        command,
        rules: rulesVersion,
        stateHash: command.type === 'heartbeat' ? hashOf(state) : null,
      },
      command,
      this.#delivery.of(applied.outputs),
      attached,
    );
    if (this.#parts.core.hasPending) this.#flush.ask();
    this.#deadline.set(nextDue(state)?.at ?? null);
    return null;
  }

  /** Delivers this when all that was caused so far has left. */
  deliver(step: Step): void {
    this.#outbox.add(null, [step]);
  }

  /** Resolves when all that was asked so far is durable and delivered. */
  settled(): Promise<void> {
    return this.#outbox.settled();
  }

  /** Nothing happens by itself any more. What was applied still goes down. Safe to call twice. */
  stop(): void {
    this.#flush.close();
    this.#deadline.set(null);
  }

  /** Drops what has not left yet. */
  drop(): void {
    this.#outbox.close();
  }

  /** Makes the next recovery short. */
  save(): Promise<void> {
    return this.#snapshots.save(this.state, this.#seq);
  }

  #commit(
    row: JournalRow,
    command: Command | SystemCommand,
    events: readonly Step[],
    { reply, deliver }: Attached,
  ): void {
    const { state } = this;
    const keys = this.#parts.aliases.follow(openAnonymousItems(state));
    const erased = command.feature === 'people' && command.type === 'erase' ? command.participantId : null;
    this.#outbox.add(
      row,
      [
        // Before the Events: whoever hears one may ask at once for what it allows.
        () => this.#tellWatchers(state),
        ...events,
        ...(reply ? [reply] : []),
        () => deliver?.(state),
        () => {
          keys?.after().catch((error: unknown) => this.#warn(error, 'alias keys not destroyed'));
          this.#snapshots.maybe(state, row.seq);
        },
      ],
      {
        before: keys?.before ?? null,
        after: erased === null ? null : () => this.#eraseFromStorage(erased, state, row.seq),
      },
    );
  }

  /** What fails here is done when the Room is recovered. Nobody hears "ok" before it is done. */
  #eraseFromStorage(participantId: string, state: RoomState, seq: number): Promise<void> {
    const { id, directory, erasure, epoch } = this.#parts;
    directory.delete(participantId);
    const clear = () => erasure.erase(id, epoch, [participantId], withoutText);
    return this.#snapshots.replace(clear, state, seq);
  }

  /** A feature that throws has changed nothing, and costs nobody else the class: it counts as a Refusal. */
  #tryOut(command: Command | SystemCommand, application: Application): Applied {
    const { core } = this.#parts;
    try {
      return application.actor === systemActor
        ? core.apply(command, application)
        : core.command(command as Command, application);
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
      this.#outbox.add(null, this.#delivery.of(this.#parts.core.flush()));
    } catch (error) {
      this.#failed(error); // Views would stay behind; those of the next connection do not.
    }
  }

  #deadlineReached(): void {
    const due = nextDue(this.state);
    const refusal = due && this.apply(due.command, systemActor);
    // Asked again at once it would be refused again: the next Command sets the timer anew.
    if (refusal) this.#warn(refusal, `the deadline ${due.command.feature}.${due.command.type} was refused`);
  }

  #warn(error: unknown, what: string): void {
    this.#parts.log.error({ err: error, room: this.#parts.id }, what);
  }
}

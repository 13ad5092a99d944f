import type { Logger } from 'pino';
import type { Journal } from '../persistence/Journal.ts';
import { featureNames, type RoomState, rulesVersion } from './features.ts';

/** A recovery replays at most about this many rows, or what came in this time. */
const maxRows = 1_000;
const maxAge = 5 * 60_000;

/** Writes the features that changed since the last time, so that a recovery is short. */
export class Snapshots {
  readonly #journal: Journal;
  readonly #owner: { room: string; epoch: number };
  readonly #log: Logger;
  #saved: RoomState;
  #savedSeq = 0;
  #savedAt = performance.now();
  #saving = Promise.resolve();

  constructor(journal: Journal, owner: { room: string; epoch: number }, saved: RoomState, log: Logger) {
    this.#journal = journal;
    this.#owner = owner;
    this.#saved = saved;
    this.#log = log;
  }

  /** Called with each durable State; saves when it is time. */
  maybe(state: RoomState, seq: number): void {
    this.#savedSeq ||= seq;
    const due = seq - this.#savedSeq >= maxRows || performance.now() - this.#savedAt >= maxAge;
    if (due) void this.save(state, seq);
  }

  /** Never throws: a Room without a new snapshot only recovers more slowly. */
  save(state: RoomState, seq: number): Promise<void> {
    const changed = featureNames.filter((f) => state[f] !== this.#saved[f]);
    if (changed.length === 0) return this.#saving;
    this.#saved = state;
    this.#savedSeq = seq;
    this.#savedAt = performance.now();
    const features = Object.fromEntries(changed.map((f) => [f, JSON.stringify(state[f])]));
    this.#saving = this.#saving
      .then(() => this.#journal.saveSnapshot({ ...this.#owner, seq, rules: rulesVersion, features }))
      .catch((error: unknown) => this.#log.error({ error, room: this.#owner.room }, 'snapshot not saved'));
    return this.#saving;
  }
}

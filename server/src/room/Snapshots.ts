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
  /** What storage has; null when nothing there is of use. */
  #saved: RoomState | null;
  #triedSeq = 0;
  #triedAt = performance.now();
  #saving = Promise.resolve();

  /** `saved` is what the snapshot held from which the Room was recovered, before any row was replayed on it. */
  constructor(
    journal: Journal,
    owner: { room: string; epoch: number },
    saved: RoomState | null,
    log: Logger,
  ) {
    this.#journal = journal;
    this.#owner = owner;
    this.#saved = saved;
    this.#log = log;
  }

  /** Called with each durable State; saves when it is time. */
  maybe(state: RoomState, seq: number): void {
    this.#triedSeq ||= seq;
    const due = seq - this.#triedSeq >= maxRows || performance.now() - this.#triedAt >= maxAge;
    if (due) void this.save(state, seq);
  }

  /** Never throws: a Room without a new snapshot only recovers more slowly. */
  save(state: RoomState, seq: number): Promise<void> {
    this.#triedSeq = seq;
    this.#triedAt = performance.now();
    this.#saving = this.#saving.then(() => this.#write(state, seq));
    return this.#saving;
  }

  /**
   * Takes away the snapshots on storage, which hold what is to be there no more, and saves a whole one.
   * @throws what `clear` throws.
   */
  async replace(clear: () => Promise<unknown>, state: RoomState, seq: number): Promise<void> {
    const cleared = this.#saving.then(clear).then(() => {
      this.#saved = null;
    });
    this.#saving = cleared.catch(() => {});
    await cleared;
    await this.save(state, seq);
  }

  async #write(state: RoomState, seq: number): Promise<void> {
    const saved = this.#saved;
    const changed = featureNames.filter((f) => state[f] !== saved?.[f]);
    if (changed.length === 0) return;
    const features = Object.fromEntries(changed.map((f) => [f, JSON.stringify(state[f])]));
    try {
      await this.#journal.saveSnapshot({ ...this.#owner, seq, rules: rulesVersion, features });
      // Only now: what was not written has to go down with the next snapshot.
      this.#saved = state;
    } catch (error) {
      this.#log.error({ err: error, room: this.#owner.room }, 'snapshot not saved');
    }
  }
}

/**
 * One accepted Command of a Room, as it lies on durable storage. Nothing in it is computed again on
 * replay: time, new ids and the actor's attributes are stored as they were.
 */
export interface JournalRow {
  readonly room: string;
  /** 1, 2, 3 … without gaps within one Room. */
  readonly seq: number;
  /** The ownership under which the row was written; see {@link Journal.nextEpoch}. */
  readonly epoch: number;
  readonly commandId: string;
  /** Server time in milliseconds since 1970; never decreases within one Room. */
  readonly at: number;
  /** Who asked, as they were then: an Actor (`kernel/participant.ts`). Plain JSON. */
  readonly actor: unknown;
  /** The ids that the Command was given to use, in the order of use. */
  readonly ids: readonly string[];
  /** Plain JSON. It is stored as text, so the order of its keys survives. */
  readonly command: unknown;
  /** The version of the rules that accepted the Command. */
  readonly rules: number;
  /** Hash of the State after this row, where the Room took one. Rows that were read always have the key. */
  readonly stateHash?: string | null;
}

/** The States of the features that changed since the last snapshot, each as JSON text. */
export interface SnapshotToSave {
  readonly room: string;
  /** The last Journal row that the States include. It must be durable already. */
  readonly seq: number;
  readonly epoch: number;
  readonly rules: number;
  /** Feature name → its State as JSON text. Features that are left out keep their older row. */
  readonly features: Readonly<Record<string, string>>;
}

/** The newest State of each feature. All of them together are the Room at `seq`. */
export interface Snapshot {
  readonly seq: number;
  /** The oldest rules version among the rows, so that a State from before an upgrade is noticed. */
  readonly rules: number;
  readonly features: Readonly<Record<string, string>>;
}

/**
 * The accepted Commands of every Room, in order, on durable storage.
 *
 * Owning a Room begins with `nextEpoch`, then `loadSnapshot`, `read` and an `ownerChanged` row. From
 * `nextEpoch` on, nothing that an earlier owner had under way or tries later can be written: its
 * writes throw {@link JournalConflict}. `nextEpoch` waits for such a write that is just committing,
 * so what is read afterwards is complete. This also makes it the way back after an append whose
 * outcome is unknown because the connection broke.
 */
export interface Journal {
  /**
   * Writes the rows in one statement, all or none; they are on disk when the promise resolves.
   *
   * @param rows At least one; all of one Room and one epoch, with consecutive `seq`.
   * @throws {JournalConflict} when another owner has the Room. Never retry it: the Room ends here.
   *   Any other error leaves the outcome unknown: discard the Room's memory and recover.
   */
  append(rows: readonly JournalRow[]): Promise<void>;

  /** The rows with `seq > afterSeq` in order, fetched in batches, so that memory stays bounded. */
  read(room: string, afterSeq: number): AsyncIterable<JournalRow>;

  /** Makes the caller the Room's owner and returns the new epoch, which starts at 1. Atomic. */
  nextEpoch(room: string): Promise<number>;

  /**
   * Keeps the States of the changed features in the place of older ones, replacing nothing that is newer.
   *
   * @throws {JournalConflict} when another owner has the Room, or the row `seq` does not exist.
   */
  saveSnapshot(snapshot: SnapshotToSave): Promise<void>;

  /** The newest snapshot of each feature, or null when the Room has none. */
  loadSnapshot(room: string): Promise<Snapshot | null>;
}

/**
 * Someone else owns the Room: a row with this number exists already, or a newer epoch has begun. The
 * writer must let go of the Room at once and must not retry.
 */
export class JournalConflict extends Error {
  readonly room: string;
  readonly epoch: number;

  constructor(room: string, epoch: number, options?: ErrorOptions) {
    super(`Room ${room} has another owner: a write of epoch ${epoch} was refused.`, options);
    this.name = 'JournalConflict';
    this.room = room;
    this.epoch = epoch;
  }
}

import { Closers } from '../Closers.ts';
import { openRoom, RoomBroken, type RoomDeps } from './openRoom.ts';
import type { Room } from './Room.ts';

/**
 * A Room that nobody has used for this long may be closed, in milliseconds. It is longer than anybody goes on with a
 * Room that they have asked for, and than its documents stay in memory unused.
 */
const idleAfter = 10 * 60_000;

type Owned = {
  readonly opening: Promise<Room>;
  /** Null while it opens, or when it couldn't be. */
  room: Room | null;
  /** When it was last asked for, or seen in use. */
  usedAt: number;
};

/** The Rooms that this process owns, opened when first asked for. */
export class Rooms {
  readonly #deps: RoomDeps;
  readonly #opened: (room: Room) => () => void;
  readonly #rooms = new Map<string, Owned>();
  /** Idle ones on their way out: each is opened anew only when its last rows are down. */
  readonly #leaving = new Map<string, Promise<void>>();
  #closed = false;

  /** `opened` is told of each Room that begins here, and gives back what is to be called when it ends. */
  constructor(deps: RoomDeps, opened: (room: Room) => () => void) {
    this.#deps = deps;
    this.#opened = opened;
  }

  /** How many are in memory, those included that could not be opened. */
  get size(): number {
    return this.#rooms.size;
  }

  /**
   * @throws when the Room can't be opened. The next call tries again, unless the Journal can't be
   * replayed: that doesn't mend itself, and reading it over and over would cost the other Rooms dear.
   */
  get(id: string): Promise<Room> {
    if (this.#closed) return Promise.reject(new Error('The server is stopping.'));
    const owned = this.#rooms.get(id) ?? this.#open(id);
    owned.usedAt = this.#deps.world.now();
    return owned.opening;
  }

  #open(id: string): Owned {
    let release: () => void = () => {};
    const forget = () => {
      if (this.#rooms.get(id) === owned) this.#rooms.delete(id);
    };
    const ended = () => {
      forget();
      release();
    };
    const leaving = this.#leaving.get(id);
    const opening = leaving
      ? leaving.then(() => openRoom(id, this.#deps, ended))
      : openRoom(id, this.#deps, ended);
    const owned: Owned = { opening, room: null, usedAt: 0 };
    this.#rooms.set(id, owned);
    opening.then(
      (room) => {
        owned.room = room;
        release = this.#opened(room);
      },
      (error: unknown) => {
        this.#deps.log.error({ err: error, room: id }, 'a Room could not be opened');
        if (!(error instanceof RoomBroken)) forget();
      },
    );
    return owned;
  }

  /** The Rooms that are open now. */
  async open(): Promise<Room[]> {
    const all = await Promise.allSettled([...this.#rooms.values()].map(({ opening }) => opening));
    return all.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /**
   * Closes the Rooms in which nothing goes on and that nobody has asked for in ten minutes: classes that are over, that
   * haven't begun, or that everybody has left without closing them. The next who asks has them opened again.
   */
  async closeIdle(): Promise<void> {
    const now = this.#deps.world.now();
    for (const owned of [...this.#rooms.values()]) {
      if (!owned.room) continue;
      if (!owned.room.isIdle) owned.usedAt = now;
      else if (now - owned.usedAt >= idleAfter) this.#leave(owned.room);
    }
    await Promise.all(this.#leaving.values());
  }

  #leave(room: Room): void {
    const leaving = room
      .close()
      .catch((error: unknown) =>
        this.#deps.log.error({ err: error, room: room.id }, 'an idle Room was not closed cleanly'),
      )
      .finally(() => this.#leaving.delete(room.id));
    this.#leaving.set(room.id, leaving);
  }

  /** Stops all Rooms cleanly. @throws what failed, when the others are closed. */
  async close(): Promise<void> {
    this.#closed = true;
    const closers = new Closers();
    closers.add(() => Promise.all(this.#leaving.values()));
    for (const room of await this.open()) closers.add(() => room.close());
    await closers.close();
  }
}

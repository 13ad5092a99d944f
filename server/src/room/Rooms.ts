import { Closers } from '../Closers.ts';
import { openRoom, RoomBroken, type RoomDeps } from './openRoom.ts';
import type { Room } from './Room.ts';

/** The Rooms that this process owns, opened when first asked for. */
export class Rooms {
  readonly #deps: RoomDeps;
  readonly #opened: (room: Room) => () => void;
  readonly #rooms = new Map<string, Promise<Room>>();
  #closed = false;

  /** `opened` is told of each Room that begins here, and gives back what is to be called when it ends. */
  constructor(deps: RoomDeps, opened: (room: Room) => () => void) {
    this.#deps = deps;
    this.#opened = opened;
  }

  /**
   * @throws when the Room can't be opened. The next call tries again, unless the Journal can't be
   * replayed: that doesn't mend itself, and reading it over and over would cost the other Rooms dear.
   */
  get(id: string): Promise<Room> {
    if (this.#closed) return Promise.reject(new Error('The server is stopping.'));
    const known = this.#rooms.get(id);
    if (known) return known;
    let release: () => void = () => {};
    const forget = () => {
      if (this.#rooms.get(id) === opening) this.#rooms.delete(id);
    };
    const opening = openRoom(id, this.#deps, () => {
      forget();
      release();
    });
    this.#rooms.set(id, opening);
    opening.then(
      (room) => {
        release = this.#opened(room);
      },
      (error: unknown) => {
        this.#deps.log.error({ err: error, room: id }, 'a Room could not be opened');
        if (!(error instanceof RoomBroken)) forget();
      },
    );
    return opening;
  }

  /** The Rooms that are open now. */
  async open(): Promise<Room[]> {
    const all = await Promise.allSettled(this.#rooms.values());
    return all.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  /** Stops all Rooms cleanly. @throws what failed, when the others are closed. */
  async close(): Promise<void> {
    this.#closed = true;
    const closers = new Closers();
    for (const room of await this.open()) closers.add(() => room.close());
    await closers.close();
  }
}

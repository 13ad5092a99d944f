import type { Logger } from 'pino';
import type { Room } from '../../room/Room.ts';
import type { Rooms } from '../../room/Rooms.ts';

type Parts = {
  /** In the log: `deck`, `video`. */
  readonly kind: string;
  readonly log: Logger;
  /** What of this kind is in the Room. The list is another one whenever it changed. */
  readonly inRoom: (state: Room['state']) => readonly { readonly id: string }[];
  /** The ids of this Session's that the Room was told of and whose files are kept. */
  readonly kept: (sessionId: string) => Promise<readonly string[]>;
  /** Deletes the files, and then remembers that they are gone. */
  readonly forget: (id: string) => Promise<void>;
  /** The Sessions in which the end of the last server may have come between a removal and its files' deletion. */
  readonly interrupted: () => Promise<readonly string[]>;
};

/**
 * Deletes the files of what is taken out of a Room, once that is durable. What a crash leaves is deleted at the next
 * start, and whatever else is left when the Room is opened again.
 */
export class Removal {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns what ends that. */
  follow(room: Pick<Room, 'id' | 'state' | 'watch'>): () => void {
    const { inRoom } = this.#parts;
    let durable = inRoom(room.state);
    let ended = false;
    const unwatch = room.watch((state) => {
      const before = durable;
      durable = inRoom(state);
      if (durable === before) return;
      for (const { id } of before) if (!durable.some((one) => one.id === id)) this.#forget(id);
    });
    // A Room that has ended is opened anew elsewhere, and more may be in it there.
    this.#forgetLeftovers(room.id, () => (ended ? null : durable));
    return () => {
      ended = true;
      unwatch();
    };
  }

  /** Opens the Rooms in which something is left to be deleted; the rest follows. One that can't be opened has been logged. */
  async resume(rooms: Rooms): Promise<void> {
    for (const sessionId of await this.#parts.interrupted()) await rooms.get(sessionId).catch(() => {});
  }

  #forgetLeftovers(sessionId: string, durable: () => readonly { readonly id: string }[] | null): void {
    const { kind, log, kept } = this.#parts;
    kept(sessionId).then(
      (ids) => {
        // Compared with what is in the Room by now: something may have become ready meanwhile.
        const now = durable();
        if (!now) return;
        const inRoom = new Set(now.map(({ id }) => id));
        for (const id of ids) if (!inRoom.has(id)) this.#forget(id);
      },
      (error: unknown) => log.error({ err: error, room: sessionId }, `no ${kind} could be looked for`),
    );
  }

  #forget(id: string): void {
    const { kind, log, forget } = this.#parts;
    forget(id).catch((error: unknown) =>
      log.error({ err: error, [kind]: id }, `a ${kind} could not be deleted`),
    );
  }
}

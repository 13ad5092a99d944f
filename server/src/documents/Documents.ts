import type { Room } from '../room/Room.ts';
import { type DocumentsParts, RoomDocuments } from './RoomDocuments.ts';

/** The documents of all Rooms that are open here. */
export class Documents {
  readonly #parts: DocumentsParts;
  readonly #rooms = new Map<string, RoomDocuments>();
  readonly #closing = new Set<Promise<void>>();

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
  }

  /** To be called when a Room opens. @returns what is to be called when it ends. */
  open(room: Room): () => void {
    const documents = new RoomDocuments(room, this.#parts);
    this.#rooms.set(room.id, documents);
    return () => {
      if (this.#rooms.get(room.id) === documents) this.#rooms.delete(room.id);
      const closing = documents.close().finally(() => this.#closing.delete(closing));
      this.#closing.add(closing);
    };
  }

  /** Undefined for a Room that has ended. */
  room(roomId: string): RoomDocuments | undefined {
    return this.#rooms.get(roomId);
  }

  /** Resolves when the Rooms that have ended have written all that they took in. */
  async settled(): Promise<void> {
    await Promise.all(this.#closing);
  }
}

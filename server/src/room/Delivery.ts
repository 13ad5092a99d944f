import type { Logger } from 'pino';
import { channelsOf } from '../kernel/audience.ts';
import type { Viewer } from '../kernel/participant.ts';
import type { Directory } from './Directory.ts';
import type { RoomState } from './features.ts';
import type { Output, RoomCore } from './RoomCore.ts';
import type { Seat, Seats } from './Seats.ts';
import type { RoomWire } from './wires.ts';

type Parts = {
  readonly core: RoomCore;
  readonly directory: Directory;
  readonly seats: Seats;
  readonly wire: RoomWire;
  readonly log: Logger;
};

/** From what a Command caused to what leaves: names are added for those who may know them. */
export class Delivery {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is to be done for each Output, in their order. */
  of(outputs: readonly Output[]): (() => void)[] {
    return outputs.map((output) => () => this.#deliver(output));
  }

  /** The first snapshot of a Seat. `state` is that of its own row: what came after it follows as Events. */
  welcome(seatId: string, state: RoomState): void {
    const seat = this.#parts.seats.get(seatId);
    const viewer = seat && this.#parts.core.viewer(seat.participantId, state);
    if (!viewer) return;
    seat.wire.listen(channelsOf(viewer));
    this.#sendViews([seat], viewer, state);
  }

  /** A person's new name, to all who may know names. */
  renamed(participantId: string, name: string): void {
    this.#parts.wire.events(['class'], { events: [], names: { [participantId]: name } });
  }

  #deliver(output: Output): void {
    const { seats } = this.#parts;
    switch (output.kind) {
      case 'moved':
        for (const seat of seats.of(output.viewer.id)) seat.wire.listen(channelsOf(output.viewer));
        return;
      case 'events':
        this.#broadcast(output);
        return;
      case 'view':
        this.#sendViews(seats.of(output.viewer.id), output.viewer, output.state);
        return;
      case 'removed':
        for (const { seatId, wire } of seats.of(output.participantId)) {
          seats.delete(seatId);
          wire.ended('removed');
        }
    }
  }

  #broadcast({ channels, events }: Extract<Output, { kind: 'events' }>): void {
    const { wire, directory } = this.#parts;
    const batch = { events: [...events], names: directory.namesIn(events) };
    const named = channels.filter((channel) => channel !== 'observers');
    const isForAll = named.length === channels.length || Object.keys(batch.names).length === 0;
    if (isForAll) wire.events(channels, batch);
    else {
      // Observers are told no names, and so what they are told is encoded once more.
      if (named.length > 0) wire.events(named, batch);
      wire.events(['observers'], { ...batch, names: {} });
    }
  }

  /** A View that can't be made ends these connections and nobody else's; they come back for another one. */
  #sendViews(seats: readonly Seat[], viewer: Viewer, state: RoomState): void {
    if (seats.length === 0) return;
    const { core, directory, log } = this.#parts;
    try {
      const view = core.viewFor(viewer, state);
      const names = viewer.role === 'observer' ? {} : directory.namesIn(view);
      for (const seat of seats) seat.wire.snapshot({ view, names });
    } catch (error) {
      log.error({ err: error, participant: viewer.id }, 'a View could not be made');
      for (const seat of seats) seat.wire.dropped();
    }
  }
}

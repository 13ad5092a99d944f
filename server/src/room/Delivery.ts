import type { Logger } from 'pino';
import { jsonBytes } from '#shared/basics.ts';
import { shares } from '#shared/snapshotBytes.ts';
import type { Names } from '#shared/socket.ts';
import { channelsOf } from '../kernel/audience.ts';
import type { Viewer } from '../kernel/participant.ts';
import type { Directory } from './Directory.ts';
import type { RoomState } from './features.ts';
import type { Step } from './Outbox.ts';
import type { Output, RoomCore } from './RoomCore.ts';
import type { Seat, Seats } from './Seats.ts';
import type { Parts, RoomWire } from './wires.ts';

type Deps = {
  readonly core: RoomCore;
  readonly directory: Directory;
  readonly seats: Seats;
  readonly wire: RoomWire;
  readonly log: Logger;
};

/** From what a Command caused to what leaves: names are added for those who may know them. */
export class Delivery {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** What is to be done for each Output, in their order. */
  of(outputs: readonly Output[]): Step[] {
    return outputs.map((output) =>
      output.kind === 'events' ? this.#broadcast(output) : () => this.#deliver(output),
    );
  }

  /** The first snapshot of a Seat. `state` is that of its own row: what came after it follows as Events. */
  welcome(seatId: string, state: RoomState): void {
    const seat = this.#deps.seats.get(seatId);
    const viewer = seat && this.#deps.core.viewer(seat.participantId, state);
    if (!viewer) return;
    seat.wire.listen(channelsOf(viewer));
    this.#sendViews([seat], viewer, state);
  }

  /** A person's new name, to all who may know names. */
  renamed(participantId: string, name: string): Parts {
    return this.#deps.wire.events(['class'], { events: [], names: { [participantId]: name } });
  }

  #deliver(output: Exclude<Output, { kind: 'events' }>): void {
    const { seats } = this.#deps;
    switch (output.kind) {
      case 'moved':
        for (const seat of seats.of(output.viewer.id)) seat.wire.listen(channelsOf(output.viewer));
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

  *#broadcast({ channels, events }: Extract<Output, { kind: 'events' }>): Parts {
    const { wire, directory } = this.#deps;
    const batch = { events: [...events], names: directory.namesIn(events) };
    const named = channels.filter((channel) => channel !== 'observers');
    const isForAll = named.length === channels.length || Object.keys(batch.names).length === 0;
    if (isForAll) yield* wire.events(channels, batch);
    else {
      // Observers are told no names, and so what they are told is encoded once more.
      if (named.length > 0) yield* wire.events(named, batch);
      yield* wire.events(['observers'], { ...batch, names: {} });
    }
  }

  /** A View that can't be made ends these connections and nobody else's; they come back for another one. */
  #sendViews(seats: readonly Seat[], viewer: Viewer, state: RoomState): void {
    if (seats.length === 0) return;
    const { core, directory, log } = this.#deps;
    try {
      const view = core.viewFor(viewer, state);
      const [names, more] = parted(viewer.role === 'observer' ? {} : directory.namesIn(view));
      for (const seat of seats) {
        seat.wire.snapshot({ view, names });
        if (Object.keys(more).length > 0) seat.wire.moreNames(more);
      }
    } catch (error) {
      log.error({ err: error, participant: viewer.id }, 'a View could not be made');
      for (const seat of seats) seat.wire.dropped();
    }
  }
}

/** The names that a snapshot has room for, and the others. */
function parted(all: Names): [Names, Names] {
  const [names, more]: [Names, Names] = [{}, {}];
  let left = shares.names;
  for (const [id, name] of Object.entries(all)) {
    left -= jsonBytes([id, name]);
    (left >= 0 ? names : more)[id] = name;
  }
  return [names, more];
}

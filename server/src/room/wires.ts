import type { ServerSignal, Signal } from '#shared/signals.ts';
import type { EndReason, EventBatch, Names, Snapshot } from '#shared/socket.ts';
import type { Channel } from '../kernel/audience.ts';

/** One connection, as a Room sees it. */
export interface SeatWire {
  /** From now on the Seat hears exactly these channels. */
  listen(channels: readonly Channel[]): void;
  snapshot(snapshot: Snapshot): void;
  /** Names for which a snapshot had no room. */
  moreNames(names: Names): void;
  /** Says why, and closes the connection. */
  ended(reason: EndReason): void;
  /** Closes the connection; the client will come back by itself. */
  dropped(): void;
}

/** Work that is done as far as its next `yield`, where others may have their turn. */
export type Parts = Generator<void, void, void>;

/** All connections of a Room by channel; each message is encoded once for many of them. */
export interface RoomWire {
  /** To those who listen to any of the channels when it begins, in parts, since they may be a thousand. */
  events(channels: readonly Channel[], batch: EventBatch): Parts;
  /** Lossy, but for a file's last word; `exceptSeat` doesn't get its own hint back. */
  signal(
    channels: readonly Channel[],
    signal: (Signal | ServerSignal) & { from: string },
    exceptSeat?: string,
  ): void;
}

import type { Role } from '#shared/basics.ts';
import type { SeatWire } from './wires.ts';

export type SeatIdentity = {
  readonly seatId: string;
  readonly participantId: string;
  readonly role: Role;
  readonly enterpriseId: string | null;
  /** Of a shared screen: how many sat before it when it joined. */
  readonly heads?: number | null;
};
export type Seat = SeatIdentity & { readonly wire: SeatWire };

/** The open connections of a Room, by themselves and by Participant. */
export class Seats {
  readonly #seats = new Map<string, Seat>();
  readonly #byParticipant = new Map<string, Set<Seat>>();

  get size(): number {
    return this.#seats.size;
  }

  get(seatId: string): Seat | undefined {
    return this.#seats.get(seatId);
  }

  all(): Seat[] {
    return [...this.#seats.values()];
  }

  of(participantId: string): Seat[] {
    return [...(this.#byParticipant.get(participantId) ?? [])];
  }

  add(seat: Seat): void {
    this.#seats.set(seat.seatId, seat);
    const own = this.#byParticipant.get(seat.participantId) ?? new Set();
    this.#byParticipant.set(seat.participantId, own.add(seat));
  }

  delete(seatId: string): Seat | undefined {
    const seat = this.#seats.get(seatId);
    if (!seat) return undefined;
    this.#seats.delete(seatId);
    const own = this.#byParticipant.get(seat.participantId);
    own?.delete(seat);
    if (own?.size === 0) this.#byParticipant.delete(seat.participantId);
    return seat;
  }
}

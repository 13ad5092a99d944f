import type { Space } from '#shared/basics.ts';
import { Slices } from '../room/Slices.ts';
import { type MediaState, placementOf } from './placement.ts';
import type { SeatMedia } from './SeatMedia.ts';

/** Tells each Seat who is heard in its Space, when that is somebody else than before. */
export class SpeakingNotices {
  readonly #seats: ReadonlyMap<string, SeatMedia>;
  readonly #state: () => MediaState | null;
  /** Who was told last to speak in each Space, all ids in one text; nobody speaks in the others. */
  readonly #told = new Map<Space, string>();

  /** @param state the Room's as it is now; null while it isn't known. */
  constructor(seats: ReadonlyMap<string, SeatMedia>, state: () => MediaState | null) {
    this.#seats = seats;
    this.#state = state;
  }

  /** @param speaking who speaks now, the loudest first. */
  tell(speaking: readonly string[]): void {
    const state = this.#state();
    if (!state) return;
    const bySpace = new Map<Space, string[]>();
    for (const id of speaking)
      for (const space of placementOf(state, id)?.speaksTo ?? [])
        bySpace.set(space, [...(bySpace.get(space) ?? []), id]);
    const changed = new Set<Space>();
    for (const space of new Set([...bySpace.keys(), ...this.#told.keys()])) {
      const ids = (bySpace.get(space) ?? []).join(' ');
      if ((this.#told.get(space) ?? '') !== ids) changed.add(space);
      if (ids === '') this.#told.delete(space);
      else this.#told.set(space, ids);
    }
    if (changed.size > 0) void this.#tellSeats(changed, bySpace);
  }

  /** In slices: the next change is half a second away. */
  async #tellSeats(changed: ReadonlySet<Space>, bySpace: ReadonlyMap<Space, string[]>): Promise<void> {
    const slices = new Slices();
    for (const seat of [...this.#seats.values()]) {
      const state = this.#state();
      const space = state && placementOf(state, seat.participantId)?.space;
      if (space && changed.has(space) && seat.canReceive)
        seat.notify({ type: 'speaking', participantIds: bySpace.get(space) ?? [] });
      if (slices.isOver) await slices.next();
    }
  }
}

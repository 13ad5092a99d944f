import type { Source } from '#shared/media.ts';

type OneSeat = { readonly seatId: string; readonly participantId: string };

/** By Participant, the Seat that began last to send their microphone or camera, and the one that sends their screen. */
export class Holders {
  readonly devices = new Map<string, string>();
  readonly screens = new Map<string, string>();

  get(participantId: string, source: Source): string | undefined {
    return this.#of(source).get(participantId);
  }

  take({ seatId, participantId }: OneSeat, source: Source): void {
    this.#of(source).set(participantId, seatId);
  }

  /** This Seat is no more. */
  release({ seatId, participantId }: OneSeat): void {
    for (const held of [this.devices, this.screens])
      if (held.get(participantId) === seatId) held.delete(participantId);
  }

  #of(source: Source): Map<string, string> {
    return source === 'screen' ? this.screens : this.devices;
  }
}

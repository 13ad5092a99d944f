import type { MediaNotice } from '#shared/media.ts';
import type { SocketPerson } from '../SocketPerson.ts';

/** As devices measure it: of the first Enterprise one is weak, of the second all are bad. */
const measured = [
  { roundTrip: 620, loss: 0.06, kbit: 240 },
  { roundTrip: 90, loss: 0, kbit: 910 },
  { roundTrip: 2_100, loss: 0.21, kbit: 38 },
  { roundTrip: null, loss: 0.18, kbit: 55 },
] as const;

/** Says to the server how the class arrives at these people's devices. */
export async function reportNetworks(people: readonly SocketPerson[]): Promise<void> {
  for (const [i, { socket }] of people.entries()) {
    const quality = measured[i] ?? measured[1];
    for (const request of [{ type: 'start' }, { type: 'report', ...quality }] as const) {
      const answer = await socket.timeout(20_000).emitWithAck('media', request);
      if (!answer.ok) throw new Error(`${request.type} was refused: ${answer.refusal}`);
    }
  }
}

/** The cameras that a page is sent, as its socket tells it, and what the server says when there is no room for them. */
export class CamerasOnWire {
  readonly #tell: (message: string) => void;
  readonly #ids = new Set<string>();
  #starved = false;

  constructor(tell: (message: string) => void) {
    this.#tell = tell;
  }

  /** Takes note of what the server says. @returns whether the page may hear it: not that there is room after all. */
  passes(message: string | Buffer): boolean {
    if (typeof message !== 'string' || !message.startsWith('42["media"')) return true;
    const [, notice] = JSON.parse(message.slice(2)) as [string, MediaNotice];
    if (notice.type === 'consumersAdded')
      for (const { consumerId, source } of notice.consumers)
        if (source === 'camera') this.#ids.add(consumerId);
    if (notice.type === 'consumersClosed') for (const id of notice.consumerIds) this.#ids.delete(id);
    return notice.type !== 'starved' || !this.#starved;
  }

  starve(starved: boolean): void {
    this.#starved = starved;
    for (const consumerId of this.#ids) {
      const notice: MediaNotice = { type: 'starved', consumerId, starved };
      this.#tell(`42${JSON.stringify(['media', notice])}`);
    }
  }
}

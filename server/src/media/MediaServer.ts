import { setLogEventListeners } from 'mediasoup';
import type { Logger } from 'pino';
import type { MediaQuality } from '#shared/media.ts';
import { MediaWorkers } from './MediaWorkers.ts';
import { RoomMedia } from './RoomMedia.ts';
import type { MediaConfig } from './settings.ts';

/**
 * The end of a transport or a Producer ends in the worker what hangs on it, and at the same moment we may
 * close that ourselves. Both are right, and it happens whenever a speaker stops.
 */
const isCrossing = (message: string): boolean =>
  /not found \[method:(transport|router)\.close\w+\]/.test(message);

/** This machine's media: the worker processes, and what each Room has on them. */
export class MediaServer {
  readonly #workers: MediaWorkers;
  readonly #config: MediaConfig;
  readonly #log: Logger;
  readonly #rooms = new Map<string, RoomMedia>();

  private constructor(workers: MediaWorkers, config: MediaConfig, log: Logger) {
    this.#workers = workers;
    this.#config = config;
    this.#log = log;
    workers.onDeath((worker) => {
      for (const room of this.#rooms.values()) room.workerDied(worker);
    });
  }

  /** @throws when a worker can't start, such as for a port that is taken. */
  static async start(config: MediaConfig, log: Logger): Promise<MediaServer> {
    setLogEventListeners({
      onwarn: (namespace, message) => log[isCrossing(message) ? 'debug' : 'warn']({ namespace }, message),
      onerror: (namespace, message, error) =>
        log[isCrossing(message) ? 'debug' : 'error']({ namespace, err: error }, message),
    });
    return new MediaServer(await MediaWorkers.start(config, log), config, log);
  }

  /** The Room's media, made when it's first asked for; it lasts until it's closed. */
  room(roomId: string): RoomMedia {
    const known = this.#rooms.get(roomId);
    if (known) return known;
    const closed = () => {
      if (this.#rooms.get(roomId) === room) this.#rooms.delete(roomId);
    };
    const room: RoomMedia = new RoomMedia({
      workers: this.#workers,
      turn: this.#config.turn,
      qualitiesEvery: this.#config.qualitiesEvery,
      log: this.#log,
      closed,
    });
    this.#rooms.set(roomId, room);
    return room;
  }

  /** What each worker carries, and the processor time that it has used. */
  async workerLoads(): Promise<{ index: number; seats: number; cpuSeconds: number }[]> {
    return this.#workers.loads();
  }

  /** How the class arrives at people's devices, over all Rooms. */
  qualities(): MediaQuality[] {
    return [...this.#rooms.values()].flatMap((room) => [...room.qualities.values()]);
  }

  workersAlive(): number {
    return this.#workers.alive;
  }

  /** Closes every Room's media and ends the workers. Safe to call twice. */
  async close(): Promise<void> {
    for (const room of [...this.#rooms.values()]) room.close();
    await this.#workers.close();
  }
}

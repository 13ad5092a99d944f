import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import * as mediasoup from 'mediasoup';
import type { WebRtcServer, Worker } from 'mediasoup/types';
import type { Logger } from 'pino';
import { listenInfos, type MediaConfig } from './settings.ts';

/** One worker process and its ports. */
export class MediaWorker {
  readonly index: number;
  readonly worker: Worker;
  readonly webRtcServer: WebRtcServer;
  /** Seats that have their transports here. */
  readonly seats = new Set<string>();

  constructor(index: number, worker: Worker, webRtcServer: WebRtcServer) {
    this.index = index;
    this.worker = worker;
    this.webRtcServer = webRtcServer;
  }

  get alive(): boolean {
    return !this.worker.closed;
  }
}

/** The wait before another try at replacing a dead worker, in milliseconds: each is twice the last. */
const retry = { first: 250, longest: 10_000 };

/** The worker processes of this machine, one per core. One that dies is replaced, on the same ports. */
export class MediaWorkers {
  readonly #config: MediaConfig;
  readonly #log: Logger;
  readonly #workers = new Map<number, MediaWorker>();
  readonly #deathWatchers = new Set<(worker: MediaWorker) => void>();
  readonly #birthWatchers = new Set<() => void>();
  readonly #closing = new AbortController();

  private constructor(config: MediaConfig, log: Logger) {
    this.#config = config;
    this.#log = log;
  }

  /** @throws when a worker can't start, such as for a port that is taken. */
  static async start(config: MediaConfig, log: Logger): Promise<MediaWorkers> {
    const workers = new MediaWorkers(config, log);
    const count = config.workers ?? availableParallelism();
    const started = await Promise.allSettled(Array.from({ length: count }, (_, i) => workers.#spawn(i)));
    const failed = started.find((result) => result.status === 'rejected');
    if (!failed) return workers;
    await workers.close();
    throw new Error(`A media worker did not start (${placeOf(config)}): ${failed.reason}`);
  }

  get alive(): number {
    return this.#workers.size;
  }

  /** Resolves when there is a worker, or after `patience` ms. */
  async someAlive(patience = 5_000): Promise<void> {
    if (this.#workers.size === 0) await this.#birth(patience);
  }

  /** The worker with the fewest Seats; null when all have died. */
  leastLoaded(): MediaWorker | null {
    const alive = [...this.#workers.values()];
    return alive.reduce<MediaWorker | null>(
      (best, worker) => (best && best.seats.size <= worker.seats.size ? best : worker),
      null,
    );
  }

  /** What each carries, and the processor time that it has used since it began. */
  async loads(): Promise<{ index: number; seats: number; cpuSeconds: number }[]> {
    const all = [...this.#workers.values()].map(async ({ index, worker, seats }) => {
      const { ru_utime, ru_stime } = await worker.getResourceUsage();
      return { index, seats: seats.size, cpuSeconds: (ru_utime + ru_stime) / 1000 };
    });
    // One that dies while it is asked is no longer there.
    return (await Promise.allSettled(all)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Calls back with each worker that died, once it is out of the list. @returns what ends that. */
  onDeath(watcher: (worker: MediaWorker) => void): () => void {
    this.#deathWatchers.add(watcher);
    return () => this.#deathWatchers.delete(watcher);
  }

  /** Ends all workers, and waits until their processes are gone. Safe to call twice. */
  async close(): Promise<void> {
    this.#closing.abort();
    const ended = [...this.#workers.values()].map(({ worker }) => {
      // At a signal mediasoup itself ends the workers, perhaps before this is asked.
      const gone = worker.subprocessClosed
        ? Promise.resolve()
        : new Promise<void>((resolve) => worker.once('subprocessclose', () => resolve()));
      worker.close();
      return gone;
    });
    this.#workers.clear();
    await Promise.all(ended);
  }

  async #spawn(index: number): Promise<void> {
    const { workerBin } = this.#config;
    const worker = await mediasoup.createWorker({
      logLevel: 'warn',
      ...(workerBin ? { workerBin } : {}),
    });
    try {
      const webRtcServer = await worker.createWebRtcServer({ listenInfos: listenInfos(this.#config, index) });
      if (this.#closing.signal.aborted) throw new Error('the media server is closing');
      const mediaWorker = new MediaWorker(index, worker, webRtcServer);
      this.#workers.set(index, mediaWorker);
      worker.on('died', (error) => this.#died(mediaWorker, error));
      for (const watcher of this.#birthWatchers) watcher();
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  #died(mediaWorker: MediaWorker, error: Error): void {
    this.#log.error({ err: error, pid: mediaWorker.worker.pid }, 'a media worker died and is being replaced');
    this.#workers.delete(mediaWorker.index);
    for (const watcher of this.#deathWatchers) watcher(mediaWorker);
    void this.#replace(mediaWorker.index);
  }

  async #replace(index: number): Promise<void> {
    const { signal } = this.#closing;
    for (let wait = retry.first; !signal.aborted; wait = Math.min(wait * 2, retry.longest)) {
      try {
        return await this.#spawn(index);
      } catch (error) {
        if (signal.aborted) return;
        this.#log.error({ err: error, wait }, 'a media worker could not be replaced yet');
        await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  #birth(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#birthWatchers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patience);
      this.#birthWatchers.add(done);
    });
  }
}

const placeOf = ({ firstPort }: MediaConfig) =>
  firstPort === 0 ? 'on any free port' : `on the ports from ${firstPort}, UDP and TCP`;

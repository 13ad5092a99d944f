import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types';
import type { MediaWorker } from './MediaWorkers.ts';
import { Pipe } from './Pipe.ts';
import { mediaCodecs } from './settings.ts';

/** A Room's Router on one worker. */
export type RoomRouter = {
  readonly worker: MediaWorker;
  readonly router: Router;
  readonly levels: AudioLevelObserver;
  /** What brings Producers here from the Room's other Routers. */
  readonly pipes: Map<RoomRouter, Promise<Pipe>>;
};

/** How often speaking is looked at, in milliseconds: often enough to follow a talk, seldom enough to be cheap. */
const levelInterval = 500;
/** What counts as speech, in dBov: a quiet voice is about -50, a noisy workshop's microphone about -60. */
const speechThreshold = -55;
/** Three voices in each of a dozen groups. */
const maxSpeaking = 40;

/**
 * A Room's Routers, one on each worker where a Seat of the Room is. They belong to this class, and so
 * does what is piped between them.
 */
export class RoomRouters {
  readonly #routers = new Map<MediaWorker, Promise<RoomRouter>>();
  readonly #onSpeaking: (router: RoomRouter, volumes: ReadonlyMap<string, number>) => void;
  #closed = false;

  /** @param onSpeaking told who speaks on a Router now, with the volume in dBov. */
  constructor(onSpeaking: (router: RoomRouter, volumes: ReadonlyMap<string, number>) => void) {
    this.#onSpeaking = onSpeaking;
  }

  /** The Room's Router on this worker, made when it's first asked for. */
  on(worker: MediaWorker): Promise<RoomRouter> {
    const known = this.#routers.get(worker);
    if (known) return known;
    const made = this.#make(worker);
    this.#routers.set(worker, made);
    made.catch(() => this.#routers.delete(worker));
    return made;
  }

  /** Lets a Producer of `home` be consumed on `to`, on another worker if need be. */
  async bring(producer: Producer, home: RoomRouter, to: RoomRouter): Promise<void> {
    if (home === to) return;
    let pipe = to.pipes.get(home);
    if (!pipe) {
      pipe = Pipe.open(home.router, to.router);
      to.pipes.set(home, pipe);
      pipe.catch(() => to.pipes.delete(home));
    }
    await (await pipe).bring(producer);
  }

  /** Closes what nobody uses: pipes without a consumer, Routers without a Seat. */
  async sweep(
    used: ReadonlyMap<RoomRouter, ReadonlySet<string>>,
    isSeated: (worker: MediaWorker) => boolean,
  ): Promise<void> {
    for (const [worker, pending] of [...this.#routers]) {
      const roomRouter = await pending.catch(() => null);
      if (!roomRouter) continue;
      if (!isSeated(worker)) {
        this.#routers.delete(worker);
        roomRouter.router.close();
        continue;
      }
      for (const [home, opening] of [...roomRouter.pipes]) {
        const pipe = await opening.catch(() => null);
        await pipe?.keepOnly((producerId) => used.get(roomRouter)?.has(producerId) ?? false);
        if (pipe?.closed) roomRouter.pipes.delete(home);
      }
    }
  }

  /** The worker is dead, and its Router with it. */
  forget(worker: MediaWorker): void {
    this.#routers
      .get(worker)
      ?.then((dead) => this.#onSpeaking(dead, new Map()))
      .catch(() => undefined);
    this.#routers.delete(worker);
  }

  /** All Routers that there are, for those who check that nothing is left over. */
  async all(): Promise<RoomRouter[]> {
    return Promise.all(this.#routers.values());
  }

  /** Safe to call twice. */
  close(): void {
    this.#closed = true;
    for (const made of this.#routers.values())
      made.then(
        ({ router }) => router.close(),
        () => undefined,
      );
    this.#routers.clear();
  }

  async #make(worker: MediaWorker): Promise<RoomRouter> {
    const router = await worker.worker.createRouter({ mediaCodecs });
    const levels = await router.createAudioLevelObserver({
      maxEntries: maxSpeaking,
      threshold: speechThreshold,
      interval: levelInterval,
    });
    if (this.#closed) {
      router.close();
      throw new Error('the Room is closed');
    }
    const roomRouter: RoomRouter = { worker, router, levels, pipes: new Map() };
    levels.on('volumes', (volumes) =>
      this.#onSpeaking(
        roomRouter,
        new Map(volumes.map(({ producer, volume }) => [String(producer.appData.participantId), volume])),
      ),
    );
    levels.on('silence', () => this.#onSpeaking(roomRouter, new Map()));
    return roomRouter;
  }
}

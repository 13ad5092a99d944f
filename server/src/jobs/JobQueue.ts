/** What a job may be told on its way. */
export type JobOptions = {
  /** Takes the job out of the line, or stops it when it runs. */
  signal?: AbortSignal;
  /** How many jobs are to end before this one begins: told when it is added and whenever that changes; 0 as it begins. */
  onPlace?: (place: number) => void;
};

type Job = {
  begin: () => Promise<void>;
  refuse: (reason: unknown) => void;
  onPlace: (place: number) => void;
};

/**
 * Runs jobs one at a time in the order in which they came: two conversions at once would take both
 * cores from the class and finish no sooner. Jobs are heard to stop by the signal that each is given.
 */
export class JobQueue {
  readonly #waiting: Job[] = [];
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;

  /** Jobs that run or wait. */
  get length(): number {
    return this.#waiting.length + (this.#running ? 1 : 0);
  }

  /**
   * Runs `work` when its turn comes and settles as it does. Rejects with the signal's reason when aborted
   * while waiting, and with an AbortError when the queue closes.
   */
  async add<T>(work: (signal: AbortSignal) => Promise<T>, options: JobOptions = {}): Promise<T> {
    const signals = [this.#closing.signal, ...(options.signal ? [options.signal] : [])];
    const signal = AbortSignal.any(signals);
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const job: Job = {
      begin: async () => {
        signal.removeEventListener('abort', leave);
        try {
          resolve(await work(signal));
        } catch (error) {
          reject(error);
        }
      },
      refuse: reject,
      onPlace: options.onPlace ?? (() => {}),
    };
    const leave = () => this.#remove(job, signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    this.#waiting.push(job);
    if (this.#running) job.onPlace(this.#waiting.length);
    else this.#next();
    return promise;
  }

  /** Refuses the jobs that wait, aborts the one that runs, and waits until it has ended. Safe to call twice. */
  async close(): Promise<void> {
    this.#closing.abort(new DOMException('The server is stopping', 'AbortError'));
    await this.#running;
  }

  #next(): void {
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job.begin().finally(() => {
      this.#running = null;
      this.#next();
    });
    job.onPlace(0);
    this.#tellPlaces();
  }

  #remove(job: Job, reason: unknown): void {
    const index = this.#waiting.indexOf(job);
    if (index < 0) return;
    this.#waiting.splice(index, 1);
    job.refuse(reason);
    this.#tellPlaces();
  }

  #tellPlaces(): void {
    for (const [index, job] of this.#waiting.entries()) job.onPlace(index + 1);
  }
}

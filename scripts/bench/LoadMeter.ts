import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How busy a load process was: beyond these limits it measures itself rather than the product. */
export type LoadFacts = {
  /** The event loop's delay, p99, in milliseconds. */
  delay: number;
  /** Processor time per time, all threads; 1 is one core. */
  cores: number;
};

const limits: LoadFacts = { delay: 100, cores: 0.9 };
const resolution = 10;

export const isSaturated = ({ delay, cores }: LoadFacts): boolean =>
  delay > limits.delay || cores > limits.cores;

/** Watches how busy this process is, from now on until it is asked. */
export class LoadMeter {
  readonly #delay = monitorEventLoopDelay({ resolution });
  readonly #processor = process.cpuUsage();
  readonly #began = performance.now();

  constructor() {
    this.#delay.enable();
  }

  end(): LoadFacts {
    this.#delay.disable();
    const { user, system } = process.cpuUsage(this.#processor);
    return {
      // The histogram holds nanoseconds between two looks, the wished-for pause included.
      delay: Math.max(0, this.#delay.percentile(99) / 1e6 - resolution),
      cores: (user + system) / 1000 / (performance.now() - this.#began),
    };
  }
}

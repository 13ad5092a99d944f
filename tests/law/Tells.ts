import { type AcceptedStep, FakeClass, type Start, type Step } from './FakeClass.ts';
import { watch } from './watchedFeatures.ts';

/** Some tells matter in few situations only; one that nobody missed in so many has no use. */
const mostChances = 400;

/** Which of the tells that features ask for are missed when they are forgotten: all must be. */
export class Tells {
  /** How often each was forgotten without anybody missing it; null once somebody did. */
  readonly #forgotten = new Map<string, number | null>();

  /** Forgets the tells of this Step, one after the other, as long as nobody has missed them. */
  try({ handled }: AcceptedStep, start: Start, step: Step): void {
    // After a crash nobody is connected, so nobody can hear what recovering tells.
    if (step.command.type === 'recovered') return;
    for (const tell of new Set(handled.flatMap(({ tells }) => tells))) {
      const times = this.#forgotten.get(tell) ?? 0;
      if (this.#forgotten.get(tell) === null || times >= mostChances) continue;
      this.#forgotten.set(tell, isMissed(tell, start, step) ? null : times + 1);
    }
  }

  get size(): number {
    return this.#forgotten.size;
  }

  /** Those that nobody has missed so far, as sentences. */
  get useless(): string[] {
    return [...this.#forgotten].flatMap(([tell, n]) => (n === null ? [] : `${tell} (forgotten ${n} times)`));
  }

  /** The Command types of the useless. */
  get uselessTypes(): string[] {
    return this.useless.map((tell) => tell.slice(0, tell.indexOf(' ')));
  }
}

/**
 * Whether the law breaks when this `tell` of a Step is forgotten. Since forgetting changes no State,
 * the Step alone is enough, from a moment at which the law held.
 */
function isMissed(tell: string, start: Start, step: Step): boolean {
  const room = new FakeClass({ start });
  watch.forgotten = tell;
  try {
    room.take(step);
    room.flush();
  } finally {
    watch.forgotten = null;
  }
  return room.lawBroken() !== null;
}

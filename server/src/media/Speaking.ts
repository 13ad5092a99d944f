import { Pace } from '../room/Pace.ts';

/** Told at most this often, in milliseconds. */
const tellEvery = 500;
/** As many as could ever matter to a choice among voices. */
const maxRemembered = 60;

type Volumes = ReadonlyMap<string, number>;

/** Who speaks in a Room, put together from the Routers that hear parts of it. */
export class Speaking {
  readonly #bySource = new Map<object, Volumes>();
  readonly #pace: Pace;
  #lastHeard: readonly string[] = [];

  /** @param changed called at most twice a second, when others speak than before. */
  constructor(changed: () => void) {
    this.#pace = new Pace(tellEvery, changed);
  }

  /** Who speaks now, the loudest first. */
  get now(): readonly string[] {
    const all = [...this.#bySource.values()].flatMap((volumes) => [...volumes]);
    return all.toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  }

  /** Everyone who was heard, the latest first. */
  get lastHeard(): readonly string[] {
    return this.#lastHeard;
  }

  /** Who speaks on one Router now, with the volume in dBov. */
  heard(source: object, volumes: Volumes): void {
    if (volumes.size === 0) this.#bySource.delete(source);
    else this.#bySource.set(source, volumes);
    const speaking = this.now;
    this.#lastHeard = [...new Set([...speaking, ...this.#lastHeard])].slice(0, maxRemembered);
    this.#pace.ask();
  }

  close(): void {
    this.#pace.close();
    this.#bySource.clear();
  }
}

/** Told at most this often, in milliseconds. */
const tellEvery = 500;
/** As many as could ever matter to a choice among voices. */
const maxRemembered = 60;

type Volumes = ReadonlyMap<string, number>;

/** Who speaks in a Room, put together from the Routers that hear parts of it. */
export class Speaking {
  readonly #bySource = new Map<object, Volumes>();
  readonly #changed: () => void;
  #lastHeard: readonly string[] = [];
  #toldAt = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param changed called at most twice a second, when others speak than before. */
  constructor(changed: () => void) {
    this.#changed = changed;
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
    if (this.#timer) return;
    const wait = Math.max(0, this.#toldAt + tellEvery - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#toldAt = performance.now();
      this.#changed();
    }, wait);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#bySource.clear();
  }
}

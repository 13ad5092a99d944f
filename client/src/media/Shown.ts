/** In a hidden tab, or scrolled out of view: a picture may blink before it is let go, in milliseconds. */
const patience = 1_000;

/** The smallest simulcast layer that fills a picture this wide. The layers are those of `encodings.ts`. */
export const layerFor = (devicePixels: number): number =>
  devicePixels <= 400 ? 0 : devicePixels <= 800 ? 1 : 2;

export type ShownParts = {
  /** Null: it is shown nowhere. */
  use(consumerId: string, layer: number | null): void;
};

/** How large each picture that is received is shown, over all the places that show it. */
export class Shown {
  readonly #use: ShownParts['use'];
  readonly #places = new Map<string, Map<object, number>>();
  readonly #told = new Map<string, number | null>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor({ use }: ShownParts) {
    this.#use = use;
  }

  /** @param devicePixels how wide it is there; 0 while it can't be seen. */
  set(consumerId: string, place: object, devicePixels: number): void {
    const places = this.#places.get(consumerId) ?? new Map<object, number>();
    places.set(place, devicePixels);
    this.#places.set(consumerId, places);
    this.#changed(consumerId);
  }

  unset(consumerId: string, place: object): void {
    this.#places.get(consumerId)?.delete(place);
    this.#changed(consumerId);
  }

  /** A new picture flows at once, and is let go when no place shows it. */
  added(consumerId: string): void {
    this.#changed(consumerId);
  }

  closed(consumerId: string): void {
    clearTimeout(this.#timers.get(consumerId));
    this.#timers.delete(consumerId);
    this.#told.delete(consumerId);
    this.#places.delete(consumerId);
  }

  /** What to ask for a picture that has just come. */
  layerOf(consumerId: string): number | null {
    const widest = Math.max(0, ...(this.#places.get(consumerId)?.values() ?? []));
    return widest === 0 ? null : layerFor(widest);
  }

  #changed(consumerId: string): void {
    clearTimeout(this.#timers.get(consumerId));
    const wanted = this.layerOf(consumerId);
    const told = this.#told.get(consumerId);
    if (wanted === told) return;
    const tell = () => {
      this.#timers.delete(consumerId);
      this.#told.set(consumerId, wanted);
      this.#use(consumerId, wanted);
    };
    // Larger at once; smaller, or gone, once it has lasted.
    const isMore = wanted !== null && (told === undefined || told === null || wanted > told);
    if (isMore) tell();
    else this.#timers.set(consumerId, setTimeout(tell, patience));
  }
}

import type { MediaQuality } from '#shared/media.ts';

/** How the class arrives at each person's device, by what their devices report. In memory only. */
export class Qualities {
  readonly #every: number;
  readonly #tell: (people: Record<string, MediaQuality | null>) => void;
  readonly #all = new Map<string, MediaQuality>();
  readonly #changed = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param every how often `tell` is called at most, in milliseconds.
   * @param tell called with those that changed.
   */
  constructor(every: number, tell: (people: Record<string, MediaQuality | null>) => void) {
    this.#every = every;
    this.#tell = tell;
  }

  /** Of everybody, by Participant. */
  get all(): ReadonlyMap<string, MediaQuality> {
    return this.#all;
  }

  set(participantId: string, quality: MediaQuality): void {
    this.#all.set(participantId, quality);
    this.#mark(participantId);
  }

  forget(participantId: string): void {
    if (this.#all.delete(participantId)) this.#mark(participantId);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #mark(participantId: string): void {
    this.#changed.add(participantId);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const people = [...this.#changed].map((id) => [id, this.#all.get(id) ?? null] as const);
      this.#changed.clear();
      this.#tell(Object.fromEntries(people));
    }, this.#every);
  }
}

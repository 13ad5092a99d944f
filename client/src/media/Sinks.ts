import { keepPlaying } from './keepPlaying.ts';

/** The elements of this page that sound, and the speaker that they sound from. */
export class Sinks {
  readonly #all = new Set<HTMLMediaElement>();
  readonly #needsTap: () => void;
  #speaker = '';

  /** @param needsTap told when the browser plays no sound before a tap. */
  constructor(needsTap: () => void) {
    this.#needsTap = needsTap;
  }

  /** Plays this element's sound, now or after a tap. @returns what ends that. */
  play(sink: HTMLMediaElement): () => void {
    this.#all.add(sink);
    void this.#route(sink).then(() => this.#playNow(sink));
    const stop = keepPlaying(sink, () => this.#playNow(sink));
    return () => {
      stop();
      this.#all.delete(sink);
    };
  }

  /** Takes care of the sound of an element that somebody else plays, and mutes until a tap. @returns what ends that. */
  adopt(sink: HTMLMediaElement): () => void {
    this.#all.add(sink);
    void this.#route(sink);
    return () => this.#all.delete(sink);
  }

  /** To be called from a tap. */
  async allow(): Promise<void> {
    for (const sink of this.#all) sink.muted = false;
    await Promise.all([...this.#all].map((sink) => this.#playNow(sink)));
  }

  /** @param deviceId null: the system's speaker. */
  async use(deviceId: string | null): Promise<void> {
    if (this.#speaker === (deviceId ?? '')) return;
    this.#speaker = deviceId ?? '';
    await Promise.all([...this.#all].map((sink) => this.#route(sink)));
  }

  async #playNow(sink: HTMLMediaElement): Promise<void> {
    try {
      await sink.play();
    } catch (error) {
      // Any other failure is a track that ended, or an element that is gone.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#needsTap();
    }
  }

  async #route(sink: HTMLMediaElement): Promise<void> {
    // Safari and Firefox on phones have no such call, whatever the types say: the system chooses there.
    if (typeof sink.setSinkId !== 'function') return;
    await sink.setSinkId(this.#speaker).catch(() => undefined);
  }
}

import { BrowserUnsupported, type MediaSession } from './MediaSession.ts';

/** Waits between two tries to begin, in milliseconds: each twice the last. */
const retry = { first: 500, longest: 8_000 };

export type BeginnerParts = {
  /** Asks the server for a session. */
  open(): Promise<MediaSession>;
  /** Takes one into use; `isPresent` says, after each wait, whether it still is the one. */
  use(session: MediaSession, isPresent: () => boolean): Promise<void>;
  /** Lets go of what has been in use; may be called again. */
  end(): void;
  /** This browser can have none. */
  unsupported(): void;
};

/** Begins the session of a connection, again and again until one stands. What earlier beginnings still bring is thrown away. */
export class Beginner {
  readonly #parts: BeginnerParts;
  /** Which beginning is the present one. */
  #beginning = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: BeginnerParts) {
    this.#parts = parts;
  }

  begin(): void {
    void this.#begin(retry.first);
  }

  /** Ends the session, or the tries to have one. */
  end(): void {
    this.#beginning++;
    this.#endPresent();
  }

  async #begin(wait: number): Promise<void> {
    const beginning = ++this.#beginning;
    const isPresent = () => this.#beginning === beginning;
    this.#endPresent();
    try {
      const session = await this.#parts.open();
      if (isPresent()) await this.#parts.use(session, isPresent);
      else session.close();
    } catch (error) {
      if (!isPresent()) return;
      if (error instanceof BrowserUnsupported) return this.#parts.unsupported();
      this.#endPresent();
      this.#timer = setTimeout(() => void this.#begin(Math.min(wait * 2, retry.longest)), wait);
    }
  }

  #endPresent(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#parts.end();
  }
}

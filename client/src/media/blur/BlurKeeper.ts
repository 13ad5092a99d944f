import { remember, remembered } from '../../ui/remembered.ts';
import type { TrackFilter } from '../LocalDevice.ts';
import { BlurredTrack } from './BlurredTrack.ts';
import { canBlur } from './canBlur.ts';
import type { BlurNews } from './frames.ts';

/** Why what is asked for can't be had. */
export type BlurProblem = Exclude<BlurNews, 'working'>;

export type Blur = {
  /** The person wants what is behind them blurred. */
  readonly asked: boolean;
  /** `idle`: no picture is sent. `preparing`: none is yet, since nothing leaves unblurred. */
  readonly at: 'idle' | 'preparing' | BlurNews;
};

export type BlurParts = {
  changed(): void;
  /** What leaves is another track now. */
  replaced(): void;
  /** Asked for, and can't be had, perhaps no more: the picture has stopped. */
  failed(why: BlurProblem): void;
};

const key = 'device blur';

/**
 * Whether the background is blurred, remembered in this browser. From the moment that it's asked for until the person
 * takes that back, no unblurred frame leaves: not while it's prepared, and not when it fails.
 */
export class BlurKeeper implements TrackFilter {
  readonly #parts: BlurParts;
  #blur: Blur = { asked: remembered(key) === 'on', at: 'idle' };
  #running: { readonly camera: MediaStreamTrack; readonly blurred: BlurredTrack | null } | null = null;

  constructor(parts: BlurParts) {
    this.#parts = parts;
  }

  get blur(): Blur {
    return this.#blur;
  }

  choose(asked: boolean): void {
    if (asked === this.#blur.asked) return;
    remember(key, asked ? 'on' : null);
    this.#blur = { ...this.#blur, asked };
    this.end();
    this.#parts.changed();
    this.#parts.replaced();
  }

  /** What of this camera leaves and is shown to its person; null while that is nothing. */
  current(camera: MediaStreamTrack): MediaStreamTrack | null {
    if (!this.#blur.asked) return camera;
    return this.#running?.camera === camera ? (this.#running.blurred?.track ?? null) : null;
  }

  /** Begins to blur this camera, unless it does or shall not. */
  begin(camera: MediaStreamTrack): void {
    if (!this.#blur.asked || this.#running?.camera === camera) return;
    this.end();
    const blurred = this.#blurred(camera);
    this.#running = { camera, blurred };
    this.#became('preparing');
    // Told later: whoever asks now is in the middle of something.
    if (!blurred) queueMicrotask(() => this.#running?.camera === camera && this.#became('failed'));
  }

  /** @returns null where it can't be begun, such as on a laptop that is a tablet today. */
  #blurred(camera: MediaStreamTrack): BlurredTrack | null {
    if (!canBlur()) return null;
    try {
      const blurred = new BlurredTrack(camera, (news) => {
        if (this.#running?.blurred === blurred) this.#became(news);
      });
      return blurred;
    } catch (error) {
      console.error(error);
      return null;
    }
  }

  /** Nothing more is to be blurred. What went wrong stays said. Safe to call twice. */
  end(): void {
    this.#running?.blurred?.close();
    this.#running = null;
    if (this.#blur.at === 'working' || this.#blur.at === 'preparing' || !this.#blur.asked)
      this.#became('idle');
  }

  #became(at: Blur['at']): void {
    if (at === this.#blur.at) return;
    this.#blur = { ...this.#blur, at };
    this.#parts.changed();
    if (at === 'failed' || at === 'slow') this.#parts.failed(at);
  }
}

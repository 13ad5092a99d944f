/** Ten frames a second, in milliseconds: below that a face is no longer followed. */
const longest = 100;
/** How long it's watched before anything is concluded, in milliseconds. */
const patience = 4_000;
/** The first frames compile shaders and the model. */
const warmUp = 3;

/** Watches how long frames take: what is too slow does less, and gives up when that is not enough. */
export class Pace {
  /** The person is looked for in each frame, or, to spare work, in every second one. */
  maskEvery: 1 | 2 = 1;
  #warmUp = warmUp;
  #since: number | null = null;
  #busy = 0;
  #frames = 0;

  /**
   * @param busy how long the frame took, in milliseconds; waiting for the camera, which is slow in the dark, is not in it.
   * @param now any clock's, in milliseconds.
   */
  took(busy: number, now: number): 'well' | 'slow' {
    if (this.#warmUp-- > 0) return 'well';
    this.#since ??= now - busy;
    this.#busy += busy;
    this.#frames++;
    if (now - this.#since < patience) return 'well';
    const isSlow = this.#busy / this.#frames > longest;
    this.#since = null;
    this.#busy = 0;
    this.#frames = 0;
    if (!isSlow) return 'well';
    if (this.maskEvery === 2) return 'slow';
    this.maskEvery = 2;
    return 'well';
  }
}

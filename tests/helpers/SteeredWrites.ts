/** Writes that a test holds up, or lets fail. */
export class SteeredWrites {
  #hold: Promise<void> = Promise.resolve();
  #failure: { error: Error; written: boolean } | null = null;

  /** Writes wait until the function that this returns is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#hold = promise;
    return resolve;
  }

  /** The next write fails; `written`: it is there all the same, as when a connection breaks. */
  failNext({ written }: { written: boolean }): void {
    this.#failure = { error: new Error('the disk is full'), written };
  }

  protected async steer(write: () => Promise<void>): Promise<void> {
    await this.#hold;
    const failure = this.#failure;
    this.#failure = null;
    if (!failure || failure.written) await write();
    if (failure) throw failure.error;
  }
}

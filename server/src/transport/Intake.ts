import { hasTime, Slices } from '../room/Slices.ts';

/**
 * Takes in what comes from all connections, in its order: at once while a turn of the loop has time for
 * it, and otherwise in slices. A thousand who come, ask or lose their connection in one moment would keep
 * everybody else waiting for a second.
 */
export class Intake {
  readonly #waiting: (() => void)[] = [];
  #isLate = false;

  /** `task` must not throw. */
  take(task: () => void): void {
    if (!this.#isLate && hasTime()) {
      task();
      return;
    }
    this.#waiting.push(task);
    if (!this.#isLate) void this.#catchUp();
  }

  async #catchUp(): Promise<void> {
    this.#isLate = true;
    const slices = new Slices();
    await slices.next();
    for (let task = this.#waiting.shift(); task; task = this.#waiting.shift()) {
      task();
      // What follows at once from this one is done first, and counts.
      await null;
      if (slices.isOver) await slices.next();
    }
    this.#isLate = false;
  }
}

import type { BrowserContext, Response } from 'playwright-core';

/**
 * Counts the JavaScript that a browser really loads, by its own network: the bytes of each file as it came,
 * once, however often it was asked for.
 */
export class ScriptMeter {
  readonly #bytes = new Map<string, number>();
  readonly #under = new Set<Promise<void>>();
  readonly #uncompressed = new Set<string>();

  /** Counts what all pages of a context load from now on. */
  watch(context: BrowserContext): void {
    context.on('response', (response) => {
      const read = this.#read(response).finally(() => this.#under.delete(read));
      this.#under.add(read);
    });
  }

  /**
   * The bytes of all files, by their addresses.
   *
   * @throws when a file came without Brotli, since the figure would then be another one.
   */
  async files(): Promise<ReadonlyMap<string, number>> {
    await Promise.all(this.#under);
    if (this.#uncompressed.size > 0)
      throw new Error(`These came without Brotli: ${[...this.#uncompressed].join(', ')}.`);
    return this.#bytes;
  }

  async #read(response: Response): Promise<void> {
    const type = (await response.headerValue('content-type')) ?? '';
    if (!type.includes('javascript') || response.status() !== 200) return;
    if ((await response.headerValue('content-encoding')) !== 'br') this.#uncompressed.add(response.url());
    // A page that goes away takes its unfinished requests along; a file from the browser's cache has no size.
    const size = await response
      .request()
      .sizes()
      .then(
        ({ responseBodySize }) => responseBodySize,
        () => 0,
      );
    const before = this.#bytes.get(response.url()) ?? 0;
    if (size > before) this.#bytes.set(response.url(), size);
  }
}

/** The sum over several browsers, each file counted once, in units of 1,000 bytes. */
export function kilobytes(...all: readonly ReadonlyMap<string, number>[]): number {
  const files = new Map<string, number>();
  for (const some of all)
    for (const [url, bytes] of some) files.set(url, Math.max(bytes, files.get(url) ?? 0));
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

import type { types } from 'mediasoup-client';
import type { Ask } from './MediaWire.ts';
import { countsOf, leadsNowhere } from './wayInUse.ts';

/** A path that breaks often mends by itself; after this long another is looked for, in milliseconds. */
const patience = 1_500;
/** A new path is found within a few round trips; after this long the transport is given up, in milliseconds. */
const longestRestart = 6_000;

/**
 * Keeps one transport's path: restarts ICE when it breaks or the device comes to another network, and
 * gives up when that doesn't help.
 */
export class IceKeeper {
  readonly #transport: types.Transport;
  readonly #ask: Ask;
  readonly #giveUp: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isDoubted = false;

  constructor(transport: types.Transport, ask: Ask, giveUp: () => void) {
    this.#transport = transport;
    this.#ask = ask;
    this.#giveUp = giveUp;
    transport.on('connectionstatechange', (state) => this.#changed(state));
    transport.observer.once('close', () => this.#close());
    window.addEventListener('online', this.#restart);
  }

  /** Something is missing: finds out whether this path is the reason, and looks for another one then. */
  async doubt(): Promise<void> {
    if (this.#isDoubted || this.#transport.connectionState !== 'connected') return;
    this.#isDoubted = true;
    // A transport that is closed meanwhile has no statistics.
    const isDead = await leadsNowhere(async () => countsOf(await this.#transport.getStats())).catch(
      () => false,
    );
    this.#isDoubted = false;
    // What the browser has noticed by itself meanwhile is under way already.
    if (isDead && this.#transport.connectionState === 'connected') await this.#restart();
  }

  #changed(state: types.ConnectionState): void {
    if (state === 'connected' || state === 'closed') this.#wait(null);
    if (state === 'disconnected') this.#wait(this.#restart, patience);
    if (state === 'failed') void this.#restart();
  }

  #restart = async (): Promise<void> => {
    if (this.#transport.closed || this.#transport.connectionState === 'new') return;
    this.#wait(this.#giveUp, longestRestart);
    try {
      const { iceParameters, iceServers } = await this.#ask({
        type: 'restartIce',
        transportId: this.#transport.id,
      });
      if (this.#transport.closed) return;
      // The relay's credentials of the beginning may have expired since.
      await this.#transport.updateIceServers({ iceServers });
      await this.#transport.restartIce({ iceParameters });
      if (this.#transport.connectionState === 'connected') this.#wait(null);
    } catch {
      // No answer: the server is out of reach too, and a new connection to it begins anew.
    }
  };

  #wait(then: (() => void) | null, after = 0): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = then && setTimeout(then, after);
  }

  #close(): void {
    this.#wait(null);
    window.removeEventListener('online', this.#restart);
  }
}

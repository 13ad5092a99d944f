import type { MediaMode } from '#shared/media.ts';
import { mediaModes } from '#shared/media.ts';
import { remember, remembered } from '../ui/remembered.ts';
import { beginSteps, lookEvery, type ModeSteps, type NetworkSample, step } from './modeSteps.ts';
import type { RemoteTrack } from './Receiving.ts';

/** What a person asks for; `auto` leaves it to the network. */
export type ModeChoice = 'auto' | MediaMode;

const key = 'media mode';
const isMode = (text: string | null): text is MediaMode => mediaModes.some((mode) => mode === text);

export type ModeParts = {
  remote(): readonly RemoteTrack[];
  stats(): Promise<Map<string, RTCStatsReport>>;
  /** The mode is another one now; by whom. */
  changed(mode: MediaMode, by: 'person' | 'network'): void;
};

/** Which mode this device is in: the person's choice, or what the network has room for. */
export class ModeKeeper {
  readonly #parts: ModeParts;
  #choice: ModeChoice;
  #steps: ModeSteps = beginSteps;
  #timer: ReturnType<typeof setInterval> | null = null;
  /** Voice packets of each Consumer at the last look. */
  #before = new Map<string, { lost: number; received: number }>();

  constructor(parts: ModeParts) {
    this.#parts = parts;
    const saved = remembered(key);
    this.#choice = isMode(saved) ? saved : 'auto';
  }

  get choice(): ModeChoice {
    return this.#choice;
  }

  get mode(): MediaMode {
    return this.#choice === 'auto' ? this.#steps.mode : this.#choice;
  }

  choose(choice: ModeChoice): void {
    this.#choice = choice;
    // Chosen anew, everything is tried anew.
    this.#steps = beginSteps;
    remember(key, choice === 'auto' ? null : choice);
    this.#parts.changed(this.mode, 'person');
  }

  /** Looks at the network from now on. */
  begin(): void {
    this.end();
    this.#timer = setInterval(() => void this.#look(), lookEvery);
  }

  end(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#before.clear();
  }

  async #look(): Promise<void> {
    if (this.#choice !== 'auto') return;
    // A page that nobody sees is slowed down by its browser: what it measures is no network.
    if (document.visibilityState === 'hidden') return this.#before.clear();
    const sample = await this.#sample();
    if (!this.#timer || this.#choice !== 'auto') return;
    const before = this.#steps.mode;
    this.#steps = step(this.#steps, sample);
    if (this.#steps.mode !== before) this.#parts.changed(this.mode, 'network');
  }

  async #sample(): Promise<NetworkSample> {
    const stats = await this.#parts.stats();
    const remote = this.#parts.remote();
    let [lost, due] = [0, 0];
    const seen = new Map<string, { lost: number; received: number }>();
    for (const { consumerId, source } of remote) {
      if (source !== 'microphone') continue;
      stats.get(consumerId)?.forEach((report) => {
        if (report.type !== 'inbound-rtp') return;
        const now = { lost: report.packetsLost ?? 0, received: report.packetsReceived ?? 0 };
        const before = this.#before.get(consumerId);
        seen.set(consumerId, now);
        if (!before) return;
        // A packet that comes after all is taken back.
        const missing = Math.max(0, now.lost - before.lost);
        lost += missing;
        due += missing + Math.max(0, now.received - before.received);
      });
    }
    this.#before = seen;
    // A few packets of someone silent say nothing: DTX sends two a second.
    return { loss: due < 20 ? null : lost / due, starved: remote.some(({ starved }) => starved) };
  }
}

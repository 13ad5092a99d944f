import { type MediaMode, mediaModes } from '#shared/media.ts';
import { remember, remembered } from '../ui/remembered.ts';
import { beginSteps, lookEvery, type ModeSteps, type NetworkSample, step } from './modeSteps.ts';
import { lossBetween, type Packets, packetsOf } from './quality.ts';
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
  /** Voice packets at the last look. */
  #before: ReadonlyMap<string, Packets> = new Map();

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
    this.#before = new Map();
  }

  async #look(): Promise<void> {
    if (this.#choice !== 'auto') return;
    // A page that nobody sees is slowed down by its browser: what it measures is no network.
    if (document.visibilityState === 'hidden') {
      this.#before = new Map();
      return;
    }
    const sample = await this.#sample();
    if (!this.#timer || this.#choice !== 'auto') return;
    const before = this.#steps.mode;
    this.#steps = step(this.#steps, sample);
    if (this.#steps.mode !== before) this.#parts.changed(this.mode, 'network');
  }

  async #sample(): Promise<NetworkSample> {
    const stats = await this.#parts.stats();
    const remote = this.#parts.remote();
    const voices = new Set(remote.filter((r) => r.source === 'microphone').map((r) => r.consumerId));
    const after = packetsOf(new Map([...stats].filter(([id]) => voices.has(id))));
    const loss = lossBetween(this.#before, after);
    this.#before = after;
    return { loss, starved: remote.some(({ starved }) => starved) };
  }
}

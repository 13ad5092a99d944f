import type { Source } from '#shared/media.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import { openChosen, openDevice } from './devices.ts';
import { whenKeptMuted } from './keptMuted.ts';

export type LocalDeviceParts = {
  /** Whether it is to be sent: what the system took away is opened anew only then. */
  isWanted(): boolean;
  /** The track is another one, or there is none any more. */
  replaced(): void;
  /** Something that is shown has changed. */
  changed(): void;
  /** The system has given it muted, and it stays so: nobody hears or sees anything of it. */
  keptMuted(): void;
};

/** What a device's track goes through before it leaves this machine. */
export type TrackFilter = {
  /** What leaves in place of this track and is shown to its person; null while that is nothing. */
  current(track: MediaStreamTrack): MediaStreamTrack | null;
  /** This track is about to be sent. */
  begin(track: MediaStreamTrack): void;
  /** No track is sent any more. */
  end(): void;
};

/** A microphone, a camera or a screen of this machine: opened, opened anew where the system took it away, let go. */
export class LocalDevice {
  readonly source: Source;
  readonly #parts: LocalDeviceParts;
  readonly #filter: TrackFilter | null;
  /** What shall be opened; null: the system's. */
  #chosenId: string | null = null;
  #track: MediaStreamTrack | null = null;
  /** Which device that is; null: the system's. */
  #openedId: string | null = null;
  #opening: Promise<void> | null = null;
  #problem: DeviceProblem | null = null;

  constructor(source: Source, parts: LocalDeviceParts, filter: TrackFilter | null) {
    this.source = source;
    this.#parts = parts;
    this.#filter = filter;
  }

  /** The device's own track, which may be another than the one that leaves. */
  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** What leaves this machine; null while that is nothing. */
  get outgoing(): MediaStreamTrack | null {
    return this.#track && this.#filter ? this.#filter.current(this.#track) : this.#track;
  }

  /** Of the camera's picture, in pixels; 0 where nobody knows. */
  get height(): number {
    return this.#track?.getSettings().height ?? 0;
  }

  /** The browser is being asked for it, perhaps with a question to the person. */
  get isOpening(): boolean {
    return this.#opening !== null;
  }

  /** Why it could not be had when it was last asked for. */
  get problem(): DeviceProblem | null {
    return this.#problem;
  }

  /** Another one shall be used. @param deviceId null: the system's. @returns whether what is open is not it. */
  async choose(deviceId: string | null): Promise<boolean> {
    this.#chosenId = deviceId;
    // What is being opened takes it up by itself.
    await this.#opening;
    return this.#track !== null && this.#openedId !== deviceId;
  }

  /** Opens it, unless it is open; `problem` says then why that can't be. Asked twice is as once. */
  async acquire(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
      this.#parts.changed();
    });
    this.#parts.changed();
    await this.#opening;
  }

  /** Makes ready what leaves, and lets it be heard or seen. Whatever else there is of this device stays silent or dark. */
  enable(): void {
    if (!this.#track) return;
    this.#filter?.begin(this.#track);
    const { outgoing } = this;
    this.#track.enabled = outgoing === this.#track;
    if (outgoing) outgoing.enabled = true;
  }

  /** Silent or dark, without being let go. */
  disable(): void {
    for (const track of [this.#track, this.outgoing]) if (track) track.enabled = false;
  }

  /** Lets the device go. Safe to call twice. */
  drop(): void {
    const track = this.#track;
    this.#track = null;
    track?.stop();
    this.#filter?.end();
  }

  async #open(): Promise<void> {
    if (this.#track?.readyState === 'live') return;
    const asked = this.#chosenId;
    const result = await openChosen(this.source, asked);
    const track = 'track' in result ? result.track : null;
    if (this.#chosenId !== asked) {
      // Meanwhile the person has chosen another, or this one was unplugged.
      track?.stop();
      return this.#open();
    }
    this.#problem = 'problem' in result ? result.problem : null;
    if (track) this.#have(track, result.deviceId);
  }

  #have(track: MediaStreamTrack, deviceId: string | null): void {
    this.#track = track;
    this.#openedId = deviceId;
    track.addEventListener('ended', () => this.#ended(track));
    if (this.source !== 'screen') whenKeptMuted(track, (neverOpen) => this.#keptMuted(track, neverOpen));
  }

  #keptMuted(track: MediaStreamTrack, neverOpen: boolean): void {
    if (this.#track !== track) return;
    // While it is off nothing is opened: it is let go, and opened when it is switched on.
    if (!this.#parts.isWanted()) {
      this.drop();
      this.#parts.changed();
    } else if (neverOpen) this.#parts.keptMuted();
    else void this.#openAnew(track);
  }

  /** The system doesn't give a track's sound or picture back: another track of the same device has it. */
  async #openAnew(silent: MediaStreamTrack): Promise<void> {
    const openedId = this.#openedId;
    const result = await openDevice(this.source, openedId);
    if ('problem' in result) return;
    const isStale = this.#track !== silent || this.#openedId !== openedId;
    if (isStale || !this.#parts.isWanted()) return result.track.stop();
    silent.stop();
    this.#have(result.track, openedId);
    this.#parts.replaced();
  }

  /** Unplugged, or the person has ended it in the browser's own bar. */
  #ended(track: MediaStreamTrack): void {
    if (this.#track !== track) return;
    this.#track = null;
    this.#filter?.end();
    this.#parts.replaced();
    this.#parts.changed();
  }
}

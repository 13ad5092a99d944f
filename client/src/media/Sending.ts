import type { types } from 'mediasoup-client';
import { type Source, sources } from '#shared/media.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import { sendingOptions } from './encodings.ts';
import type { LocalDeviceParts, TrackFilter } from './LocalDevice.ts';
import { isOn, isSameShown, type Local, type LocalSources, newLocal, shownOfAll } from './localSource.ts';
import type { Ask } from './MediaWire.ts';

export type Wishes = Readonly<Record<Source, boolean>>;

/** A microphone at rest is let go after this long, in milliseconds: until then it's back without a question. */
const microphoneRest = 120_000;
/**
 * When the server says no to what the Room says is on, it's about to hear of it, or this person sits where another
 * device sounds, and a yes may come at any time. In milliseconds: each wait is a fifth longer than the one before, up
 * to the longest.
 */
const retryAfter = { first: 500, longest: 4_000 };

/** What sending needs of a connection: a transport, made when it's first needed. */
export type SendingSession = { transport(): Promise<types.Transport> };

export type SendingParts = {
  changed(): void;
  /** Something that the Room says is on can't be sent from here. */
  cannot(source: Source, problem: DeviceProblem): void;
  /** The system gives this one muted, and keeps it so. */
  keptMuted(source: Source): void;
  /** This device could have sent it, and another of the same person's was tapped. */
  onElsewhere(source: Source): void;
  /** What the camera's picture goes through. */
  cameraFilter: TrackFilter;
};

/**
 * Microphone, camera and screen of this device. Each follows two facts, what the Room says is on and
 * whether this device is the one to send it, whatever order they come in; a lost connection changes
 * neither, so what was sent before is sent again.
 */
export class Sending {
  readonly #ask: Ask;
  readonly #changed: () => void;
  readonly #cannot: SendingParts['cannot'];
  readonly #onElsewhere: SendingParts['onElsewhere'];
  readonly #locals: Readonly<Record<Source, Local>>;
  #session: SendingSession | null = null;
  /** The class is over, or this page has left it. */
  #isOver = false;
  #shown: LocalSources;

  constructor(ask: Ask, { changed, cannot, keptMuted, onElsewhere, cameraFilter }: SendingParts) {
    this.#ask = ask;
    this.#changed = changed;
    this.#cannot = cannot;
    this.#onElsewhere = onElsewhere;
    const partsOf = (source: Source): LocalDeviceParts => ({
      isWanted: () => isOn(this.#locals[source]),
      replaced: () => this.#wake(source),
      changed: () => this.#show(),
      keptMuted: () => keptMuted(source),
    });
    const local = (source: Source): Local =>
      newLocal(source, partsOf(source), source === 'camera' ? cameraFilter : null);
    this.#locals = { microphone: local('microphone'), camera: local('camera'), screen: local('screen') };
    this.#shown = shownOfAll(this.#locals);
  }

  /** The same object until something changes. */
  get shown(): LocalSources {
    return this.#shown;
  }

  /** There is a connection: what is wanted of this device is sent over it. */
  begin(session: SendingSession): void {
    this.#session = session;
    this.#isOver = false;
    for (const source of sources) this.#wake(source);
  }

  /** The connection is gone; tracks stay, for the next one. */
  end(): void {
    this.#session = null;
    for (const source of sources) {
      const it = this.#locals[source];
      it.producer?.close();
      it.producer = null;
    }
    this.#show();
  }

  want(wishes: Wishes): void {
    for (const source of sources) {
      const it = this.#locals[source];
      if (it.wanted === wishes[source]) continue;
      it.wanted = wishes[source];
      if (it.wanted) this.#switchedOn(it);
      else {
        it.hushed = false;
        this.#letGo(it);
      }
      this.#wake(source);
    }
  }

  /** This device, and no other of this person's, sends what is wanted. */
  take(source: Source): void {
    for (const each of companions(source)) {
      this.#locals[each].mine = true;
      this.#wake(each);
    }
  }

  /** The server has ended it; what is still wanted is sent anew, unless another device has taken it. */
  closed(source: Source, takenElsewhere: boolean): void {
    const it = this.#locals[source];
    it.producer?.close();
    it.producer = null;
    if (takenElsewhere) this.taken(source);
    else this.#wake(source);
    this.#show();
  }

  /** Another device of this person's has taken it. */
  taken(source: Source): void {
    for (const each of companions(source)) {
      this.#locals[each].mine = false;
      this.#release(each);
    }
  }

  /**
   * Opens the device, at a person's tap. Only what could be had is taken over from another device: a voice must not
   * move for a camera that fails. @returns why not, or null.
   */
  async open(source: Source): Promise<DeviceProblem | null> {
    const it = this.#locals[source];
    // Until it is taken, it is held by this alone.
    it.awaited = true;
    await it.device.acquire();
    if (it.device.problem) it.awaited = false;
    // A screen that is shared already and was closed in the browser's bar comes back at a tap, too.
    else this.take(source);
    return it.device.problem;
  }

  /** The camera's filter may give another track now. It is the one that leaves before anything is waited for. */
  cameraFiltered(): void {
    const { device } = this.#locals.camera;
    if (device.outgoing !== device.track) device.disable();
    this.#wake('camera');
    this.#show();
  }

  /** Off at once, and until a tap, before the Room has heard of it. */
  pause(source: Source): void {
    const it = this.#locals[source];
    it.hushed = true;
    it.producer?.pause();
    this.#letGo(it);
    this.#wake(source);
    this.#show();
  }

  /** Takes {@link pause} back. */
  unpause(source: Source): void {
    this.#locals[source].hushed = false;
    this.#wake(source);
  }

  /** Goes on with what was opened but is not wanted after all, such as after a Refusal. */
  settle(source: Source): void {
    this.#locals[source].awaited = false;
    if (!this.#locals[source].wanted) this.#release(source);
    else this.#wake(source);
  }

  /**
   * Another device for this source, while it is sent or before: the Producer stays. Asked twice is as once.
   * @param deviceId null: the system's. @returns the name of what is sent; null while nothing is.
   */
  async choose(source: Source, deviceId: string | null): Promise<string | null> {
    const it = this.#locals[source];
    if (await it.device.choose(deviceId)) {
      // First the old one: some phones have no two cameras at once.
      it.device.drop();
      if (isOn(it) || it.awaited) await it.device.acquire();
      this.#wake(source);
    }
    return it.wanted && it.mine ? (it.device.track?.label ?? null) : null;
  }

  /** Lets every device go, also what is only being opened. */
  close(): void {
    this.end();
    this.#isOver = true;
    for (const source of sources) {
      Object.assign(this.#locals[source], { wanted: false, awaited: false, hushed: false });
      this.#release(source);
    }
  }

  #wake(source: Source): void {
    const it = this.#locals[source];
    it.isDue = true;
    if (!it.running) void this.#run(it);
  }

  async #run(it: Local): Promise<void> {
    it.running = true;
    while (it.isDue) {
      it.isDue = false;
      try {
        await this.#step(it);
        it.failures = 0;
      } catch {
        this.#failed(it);
      }
      this.#show();
    }
    it.running = false;
  }

  /** Brings one source to what it should be. */
  async #step(it: Local): Promise<void> {
    if (!isOn(it)) {
      if (it.source === 'microphone' && it.mine && !this.#isOver) this.#restMicrophone(it);
      else await this.#stop(it);
      return;
    }
    if (it.rest) clearTimeout(it.rest);
    it.rest = null;
    // A screen can only be asked for at a tap.
    if (!it.device.track && it.source !== 'screen') await it.device.acquire();
    // What changes while this waits has asked for another step.
    if (!isOn(it)) return;
    if (!it.device.track) {
      if (!it.device.isOpening) this.#cannot(it.source, it.device.problem ?? 'other');
      return;
    }
    it.device.enable();
    const session = this.#session;
    const { outgoing: track } = it.device;
    if (!session || !track) return;
    if (!it.producer) await this.#produce(it, session, track);
    else if (it.producer.track !== track) await it.producer.replaceTrack({ track });
    if (isOn(it) && it.producer?.paused) it.producer.resume();
  }

  async #produce(it: Local, session: SendingSession, track: MediaStreamTrack): Promise<void> {
    const transport = await session.transport();
    if (!isOn(it)) return;
    const producer = await transport.produce(sendingOptions(it.source, track, it.device.height));
    // Meanwhile the connection may have gone, or somebody else have taken it.
    if (this.#session !== session || !it.mine) {
      producer.close();
      it.isDue = true;
      return;
    }
    it.producer = producer;
    it.isDue ||= !isOn(it);
  }

  #failed(it: Local): void {
    if (it.retry) clearTimeout(it.retry);
    const wait = Math.min(retryAfter.first * 1.2 ** it.failures++, retryAfter.longest);
    it.retry = setTimeout(() => this.#session && this.#wake(it.source), wait);
  }

  /** Only who was tapped opens a device: without a tap here it was another one of the same person's. */
  #switchedOn(it: Local): void {
    const isElsewhere = it.mine && !it.awaited;
    it.awaited = false;
    if (!isElsewhere) return;
    it.mine = false;
    this.#onElsewhere(it.source);
  }

  /** At once, since what is under way may take a while, and the same be wanted again by then. */
  #letGo({ source, awaited, device }: Local): void {
    device.disable();
    if (source !== 'microphone' && !awaited) device.drop();
  }

  /** Muted, but soon back: the track is kept for a while, and the Producer for as long as there's a connection. */
  #restMicrophone(it: Local): void {
    it.producer?.pause();
    it.device.disable();
    if (!it.device.track || it.rest) return;
    it.rest = setTimeout(() => {
      it.rest = null;
      if (isOn(it) || it.awaited) return;
      it.device.drop();
      this.#show();
    }, microphoneRest);
  }

  async #stop(it: Local): Promise<void> {
    const hadProducer = it.producer !== null;
    it.producer?.close();
    it.producer = null;
    if (!it.awaited) it.device.drop();
    if (hadProducer && this.#session) await this.#ask({ type: 'closeProducer', source: it.source });
  }

  #release(source: Source): void {
    const it = this.#locals[source];
    if (it.rest) clearTimeout(it.rest);
    it.rest = null;
    it.device.drop();
    this.#wake(source);
    this.#show();
  }

  #show(): void {
    const next = shownOfAll(this.#locals);
    if (isSameShown(this.#shown, next)) return;
    this.#shown = next;
    this.#changed();
  }
}

/** Microphone and camera belong together; a screen may come from another machine. */
const companions = (source: Source): readonly Source[] =>
  source === 'screen' ? ['screen'] : ['microphone', 'camera'];

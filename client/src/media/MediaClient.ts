import type { MediaMode, MediaNotice, MediaQuality, Source } from '#shared/media.ts';
import type { ChosenDevices, DeviceKind } from './chosenDevices.ts';
import { DeviceKeeper, type DeviceNews } from './DeviceKeeper.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import type { DeviceLists } from './devices.ts';
import { heldHere, rememberHeld } from './heldHere.ts';
import type { LocalSources } from './localSource.ts';
import { BrowserUnsupported, MediaSession, preloadMedia } from './MediaSession.ts';
import { type Ask, askOver, type MediaWire } from './MediaWire.ts';
import { type ModeChoice, ModeKeeper } from './ModeKeeper.ts';
import { offSnapshot } from './offSnapshot.ts';
import { Receiving, type RemoteTrack } from './Receiving.ts';
import { Sending, type Wishes } from './Sending.ts';
import { Sinks } from './Sinks.ts';
import { StallWatch } from './StallWatch.ts';

/** `unsupported`: this browser has no WebRTC that we know; everything but sound and picture works. */
export type MediaConnection = 'off' | 'connecting' | 'connected' | 'unsupported';

export type MediaSnapshot = {
  readonly connection: MediaConnection;
  readonly local: LocalSources;
  readonly remote: readonly RemoteTrack[];
  /** Who is heard in this Space now, loudest first. */
  readonly speaking: readonly string[];
  /** The browser plays no sound before a tap: see {@link MediaClient.allowSound}. */
  readonly needsTap: boolean;
  readonly devices: DeviceLists;
  readonly chosen: ChosenDevices;
  /** Another device of this person's has microphone and camera. */
  readonly devicesElsewhere: boolean;
  /** How much this device takes now, and what its person asked for. */
  readonly mode: MediaMode;
  readonly modeChoice: ModeChoice;
  /** Staff only: how the class arrives at people's devices. */
  readonly qualities: ReadonlyMap<string, MediaQuality>;
};

/** Waits between two tries to begin, in milliseconds: each twice the last. */
const retry = { first: 500, longest: 8_000 };

const nothing: Wishes = { microphone: false, camera: false, screen: false };

/**
 * This device's sound and picture, sent and received. It knows neither React nor Socket.IO: whoever
 * owns it says when a connection has begun and what the Room wants of this person, and reads snapshots.
 */
export class MediaClient {
  readonly #ask: Ask;
  readonly #key: string;
  readonly #receiving: Receiving;
  readonly #sending: Sending;
  readonly #mode: ModeKeeper;
  readonly #stalls: StallWatch;
  readonly #listeners = new Set<() => void>();
  readonly #sinks = new Sinks(() => this.#change({ needsTap: true }));
  readonly #devices: DeviceKeeper;
  readonly #stopNotices: () => void;
  #session: MediaSession | null = null;
  /** This page's Seat, or its last one while there is no connection. */
  #seatId: string | null = null;
  /** Which beginning is the present one: what earlier ones still bring is thrown away. */
  #beginning = 0;
  #wishes: Wishes = nothing;
  #retryTimer: ReturnType<typeof setTimeout> | null = null;
  #snapshot: MediaSnapshot;

  /**
   * @param options.key names this person in this Room, to know a reload of this tab from another tab.
   * @param options.cannot told when something that the Room says is on can't be sent from here.
   * @param options.modeChanged told when the network, and not the person, has chosen another mode.
   * @param options.deviceNews told when a chosen device is unplugged or plugged in again.
   */
  constructor(
    wire: MediaWire,
    options: {
      key: string;
      cannot(source: Source, problem: DeviceProblem): void;
      modeChanged?(mode: MediaMode): void;
      deviceNews?(news: DeviceNews): void;
    },
  ) {
    this.#ask = askOver(wire);
    this.#key = options.key;
    this.#receiving = new Receiving(this.#ask, () => this.#change({ remote: this.#receiving.tracks }));
    this.#sending = new Sending(
      this.#ask,
      () => this.#change({ local: this.#sending.shown }),
      options.cannot,
    );
    this.#mode = new ModeKeeper({
      remote: () => this.#receiving.tracks,
      stats: () => this.stats(),
      changed: (mode, by) => {
        this.#changeMode();
        if (by === 'network') options.modeChanged?.(mode);
      },
    });
    this.#stalls = new StallWatch({
      newest: () => this.#receiving.newest(),
      sends: () => Object.values(this.#sending.shown).some(({ sending }) => sending),
      doubt: () => {
        wire.doubt();
        this.#session?.doubt();
      },
    });
    const { mode, choice } = this.#mode;
    this.#snapshot = { ...offSnapshot, local: this.#sending.shown, mode, modeChoice: choice };
    this.#stopNotices = wire.onNotice((notice) => this.#noticed(notice));
    this.#devices = new DeviceKeeper({
      use: (kind, id) => this.#use(kind, id),
      changed: () => this.#change({ devices: this.#devices.lists, chosen: this.#devices.chosen }),
      news: (news) => options.deviceNews?.(news),
    });
    this.#change({ chosen: this.#devices.chosen });
    this.#devices.begin();
    preloadMedia();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getSnapshot = (): MediaSnapshot => this.#snapshot;

  /** What the Room says this person has switched on. */
  want(wishes: Wishes): void {
    this.#wishes = wishes;
    this.#sending.want(wishes);
  }

  /** Begins, or begins anew, on a connection that has just come up. Call it after each. */
  start(): void {
    void this.#begin(retry.first);
  }

  /** The connection is lost. Tracks of this device stay open for the next one. */
  lost(): void {
    this.#beginning++;
    this.#end();
    this.#change({ connection: 'off' });
  }

  /** The class is over: its connection ends, and every device is let go at once. {@link start} begins anew. */
  over(): void {
    this.lost();
    this.#sending.close();
  }

  /** Opens a device of this machine at a tap, and takes it over from another. @returns why not, or null. */
  async open(source: Source): Promise<DeviceProblem | null> {
    const problem = await this.#sending.open(source);
    rememberHeld(this.#key, source, problem === null);
    if (source !== 'screen') this.#change({ devicesElsewhere: false });
    void this.#devices.look();
    return problem;
  }

  /** The Room has answered what {@link open} was for: what it doesn't want is let go. */
  settle(source: Source): void {
    this.#sending.settle(source);
  }

  /** Silent and dark at once, before the Room has heard of it. */
  pause(source: Source): void {
    this.#sending.pause(source);
  }

  /** @param id null: as the system chooses. It is remembered in this browser. */
  choose(kind: DeviceKind, id: string | null): Promise<void> {
    return this.#devices.choose(kind, id);
  }

  /** Tells the server what this device has measured, for staff to see. */
  report(measured: Pick<MediaQuality, 'roundTrip' | 'loss' | 'kbit'>): void {
    // One that is lost is followed by the next.
    if (this.#session) this.#ask({ type: 'report', ...measured }).catch(() => undefined);
  }

  chooseMode(choice: ModeChoice): void {
    this.#mode.choose(choice);
  }

  /** How wide a picture is shown at one place, in device pixels; 0 while it can't be seen. @returns what ends that. */
  show(consumerId: string, place: object, devicePixels: number): () => void {
    this.#receiving.shown.set(consumerId, place, devicePixels);
    return () => this.#receiving.shown.unset(consumerId, place);
  }

  /** Plays this element's sound, now or after a tap. @returns what ends that. */
  play(sink: HTMLMediaElement): () => void {
    return this.#sinks.play(sink);
  }

  /** Takes care of the sound of an element that somebody else plays. @returns what ends that. */
  adopt(sink: HTMLMediaElement): () => void {
    return this.#sinks.adopt(sink);
  }

  /** The browser did not let an element sound that somebody else plays: it is muted until a tap. */
  soundRefused(): void {
    this.#change({ needsTap: true });
  }

  /** To be called from a tap, when the browser wanted one. */
  async allowSound(): Promise<void> {
    this.#change({ needsTap: false });
    await this.#sinks.allow();
  }

  /** Of each Consumer, by its id. */
  stats(): Promise<Map<string, RTCStatsReport>> {
    return this.#receiving.stats();
  }

  /** Lets devices and connections go, for good. */
  close(): void {
    this.lost();
    this.#sending.close();
    this.#stopNotices();
    this.#devices.close();
    this.#listeners.clear();
  }

  async #begin(wait: number): Promise<void> {
    const beginning = ++this.#beginning;
    this.#end();
    this.#change({ connection: 'connecting' });
    try {
      const session = await MediaSession.begin(
        this.#ask,
        { previousSeatId: this.#seatId, mode: this.#mode.mode },
        () => this.start(),
      );
      if (this.#beginning !== beginning) {
        session.close();
        return;
      }
      this.#session = session;
      this.#seatId = session.seatId;
      this.#receiving.begin(session.receiving);
      await session.receive();
      if (this.#beginning !== beginning) return;
      this.#takeUp(session);
      this.#sending.begin(session);
      this.#mode.begin();
      this.#stalls.begin();
      this.#change({ connection: 'connected' });
    } catch (error) {
      if (this.#beginning !== beginning) return;
      if (error instanceof BrowserUnsupported) {
        this.#change({ connection: 'unsupported' });
        return;
      }
      this.#end();
      this.#retryTimer = setTimeout(() => {
        void this.#begin(Math.min(wait * 2, retry.longest));
      }, wait);
    }
  }

  /** A reload of the tab that had the devices has them again, unless they went elsewhere meanwhile. */
  #takeUp({ elsewhere }: MediaSession): void {
    const { microphone, camera, screen } = this.#wishes;
    if (elsewhere.devices) this.#sending.taken('microphone');
    else if ((microphone || camera) && heldHere(this.#key, 'microphone')) this.#sending.take('microphone');
    if (elsewhere.screen) this.#sending.taken('screen');
    else if (screen && heldHere(this.#key, 'screen')) this.#sending.take('screen');
    this.#change({ devicesElsewhere: elsewhere.devices });
  }

  #end(): void {
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
    this.#mode.end();
    this.#stalls.end();
    this.#session?.close();
    this.#session = null;
    this.#sending.end();
    this.#receiving.end();
    this.#change({ speaking: [] });
  }

  #noticed(notice: MediaNotice): void {
    switch (notice.type) {
      case 'consumersAdded':
        // A request that fails means that the connection is gone, and the next one begins anew.
        this.#receiving.add(notice.consumers).catch(() => undefined);
        break;
      case 'consumersClosed':
        this.#receiving.close(notice.consumerIds);
        break;
      case 'consumerPaused':
        this.#receiving.change(notice.consumerId, { muted: true });
        break;
      case 'consumerResumed':
        this.#receiving.change(notice.consumerId, { muted: false });
        break;
      case 'starved':
        this.#receiving.change(notice.consumerId, { starved: notice.starved });
        break;
      case 'producerClosed':
        this.#producerClosed(notice.source, notice.why === 'takenElsewhere');
        break;
      case 'qualities':
        this.#change({ qualities: withChanges(this.#snapshot.qualities, notice.people) });
        break;
      case 'transportsLost':
        this.start();
        break;
      case 'speaking':
        this.#change({ speaking: notice.participantIds });
        break;
    }
  }

  #changeMode(): void {
    const { mode, choice } = this.#mode;
    this.#change({ mode, modeChoice: choice });
    // Without a connection the next one begins with it.
    if (this.#session) this.#ask({ type: 'setMode', mode }).catch(() => undefined);
  }

  #producerClosed(source: Source, takenElsewhere: boolean): void {
    this.#sending.closed(source);
    if (!takenElsewhere) return;
    this.#sending.taken(source);
    rememberHeld(this.#key, source, false);
    if (source !== 'screen') this.#change({ devicesElsewhere: true });
  }

  async #use(kind: DeviceKind, id: string | null): Promise<string | null> {
    if (kind !== 'speaker') return this.#sending.choose(kind, id);
    await this.#sinks.use(id);
    return '';
  }

  #change(change: Partial<MediaSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function withChanges(
  before: ReadonlyMap<string, MediaQuality>,
  people: Readonly<Record<string, MediaQuality | null>>,
): ReadonlyMap<string, MediaQuality> {
  const after = new Map(before);
  for (const [id, quality] of Object.entries(people)) {
    if (quality) after.set(id, quality);
    else after.delete(id);
  }
  return after;
}

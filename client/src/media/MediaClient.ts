import { type MediaNotice, type MediaQuality, type Source, sources } from '#shared/media.ts';
import { Beginner } from './Beginner.ts';
import { BlurKeeper } from './blur/BlurKeeper.ts';
import type { DeviceKind } from './chosenDevices.ts';
import { DeviceKeeper } from './DeviceKeeper.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import { FirstSeat } from './FirstSeat.ts';
import { rememberHeld, rememberHushed } from './heldHere.ts';
import type { MediaOptions } from './MediaOptions.ts';
import { MediaSession, preloadMedia } from './MediaSession.ts';
import { type MediaSnapshot, offSnapshot, withQualities } from './MediaSnapshot.ts';
import { type Ask, askOver, type MediaWire, tellingUnanswered } from './MediaWire.ts';
import { type ModeChoice, ModeKeeper } from './ModeKeeper.ts';
import { Receiving } from './Receiving.ts';
import { Sending, type Wishes } from './Sending.ts';
import { Sinks } from './Sinks.ts';
import { StallWatch } from './StallWatch.ts';
import { takeUp } from './takeUp.ts';

const nothing: Wishes = { microphone: false, camera: false, screen: false };

/**
 * This device's sound and picture, sent and received. It knows neither React nor Socket.IO: whoever
 * owns it says when a connection has begun and what the Room wants of this person, and reads snapshots.
 */
export class MediaClient {
  readonly #ask: Ask;
  readonly #key: string;
  readonly #stillOn: (source: Source) => void;
  readonly #receiving: Receiving;
  readonly #blur: BlurKeeper;
  readonly #sending: Sending;
  readonly #mode: ModeKeeper;
  readonly #stalls: StallWatch;
  readonly #listeners = new Set<() => void>();
  readonly #sinks = new Sinks(() => this.#change({ needsTap: true }));
  readonly #devices: DeviceKeeper;
  readonly #beginner: Beginner;
  readonly #stopNotices: () => void;
  #session: MediaSession | null = null;
  readonly #firstSeat: FirstSeat;
  #wishes: Wishes = nothing;
  #snapshot: MediaSnapshot;

  constructor(wire: MediaWire, options: MediaOptions) {
    this.#ask = tellingUnanswered(
      askOver(wire),
      () => this.#session,
      () => this.start(),
    );
    this.#key = options.key;
    this.#firstSeat = new FirstSeat(options.key);
    this.#stillOn = (source) => options.stillOn?.(source);
    this.#receiving = new Receiving(this.#ask, () => this.#change({ remote: this.#receiving.tracks }));
    this.#blur = new BlurKeeper({
      changed: () => this.#change({ blur: this.#blur.blur }),
      replaced: () => this.#sending.cameraFiltered(),
      failed: (why) => {
        this.#sending.pause('camera');
        options.blurFailed?.(why);
      },
    });
    this.#sending = new Sending(this.#ask, {
      changed: () => this.#change({ local: this.#sending.shown }),
      cannot: options.cannot,
      keptMuted: (source) => options.keptMuted?.(source),
      onElsewhere: (source) => this.#onElsewhere(source),
      cameraFilter: this.#blur,
    });
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
    this.#beginner = new Beginner({
      open: () => this.#open(),
      use: (session, isPresent) => this.#useSession(session, isPresent),
      end: () => this.#end(),
      unsupported: () => this.#change({ connection: 'unsupported' }),
    });
    this.#stopNotices = wire.onNotice((notice) => this.#noticed(notice));
    this.#devices = new DeviceKeeper({
      use: (kind, id) => this.#use(kind, id),
      changed: () => this.#change({ devices: this.#devices.lists, chosen: this.#devices.chosen }),
      news: (news) => options.deviceNews?.(news),
    });
    this.#change({ chosen: this.#devices.chosen, blur: this.#blur.blur });
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
    for (const source of sources)
      if (this.#wishes[source] && !wishes[source]) rememberHushed(this.#key, source, false);
    this.#wishes = wishes;
    this.#sending.want(wishes);
  }

  /** Begins, or begins anew, on a connection that has just come up. Call it after each. */
  start(): void {
    this.#beginner.begin();
  }

  /** The connection is lost. Tracks of this device stay open for the next one. */
  lost(): void {
    this.#beginner.end();
    this.#change({ connection: 'off' });
  }

  /** The class is over: its connection ends, and every device is let go at once. {@link start} begins anew. */
  over(): void {
    this.lost();
    this.#sending.close();
  }

  /** Opens a device of this machine at a tap, and takes it over from another. @returns why not, or null. */
  async open(source: Source): Promise<DeviceProblem | null> {
    rememberHushed(this.#key, source, false);
    this.#sending.unpause(source);
    const problem = await this.#sending.open(source);
    void this.#devices.look();
    if (problem) return problem;
    rememberHeld(this.#key, source, true);
    if (source !== 'screen') this.#change({ devicesElsewhere: false });
    return null;
  }

  /** The Room has answered what {@link open} was for: what it doesn't want is let go. */
  settle(source: Source): void {
    this.#sending.settle(source);
  }

  /** Silent and dark at once, and until a tap, before the Room has heard of it. */
  pause(source: Source): void {
    rememberHushed(this.#key, source, true);
    this.#sending.pause(source);
  }

  /** @param id null: as the system chooses. It is remembered in this browser. */
  choose(kind: DeviceKind, id: string | null): Promise<void> {
    return this.#devices.choose(kind, id);
  }

  /** Blurs what is behind this person in what is sent, or no more. It is remembered in this browser. */
  chooseBlur(asked: boolean): void {
    this.#blur.choose(asked);
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
    this.#firstSeat.close();
    this.#devices.close();
    this.#listeners.clear();
  }

  #open(): Promise<MediaSession> {
    this.#change({ connection: 'connecting' });
    const options = { previousSeatId: this.#firstSeat.id, mode: this.#mode.mode };
    return MediaSession.begin(this.#ask, options, () => this.start());
  }

  async #useSession(session: MediaSession, isPresent: () => boolean): Promise<void> {
    this.#session = session;
    this.#firstSeat.began(session.seatId);
    // Chosen while it began.
    if (session.mode !== this.#mode.mode) this.#changeMode();
    this.#receiving.begin(session.receiving);
    await session.receive();
    if (!isPresent()) return;
    this.#takeUp(session);
    this.#sending.begin(session);
    this.#mode.begin();
    this.#stalls.begin();
    this.#change({ connection: 'connected' });
  }

  #takeUp({ elsewhere }: MediaSession): void {
    const parts = { key: this.#key, sending: this.#sending, wishes: this.#wishes, elsewhere };
    takeUp({ ...parts, stillOn: this.#stillOn });
    this.#change({ devicesElsewhere: elsewhere.devices });
  }

  #end(): void {
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
        this.#change({ qualities: withQualities(this.#snapshot.qualities, notice.people) });
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
    this.#sending.closed(source, takenElsewhere);
    if (takenElsewhere) this.#onElsewhere(source);
  }

  /** Another device of this person's has it now. */
  #onElsewhere(source: Source): void {
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

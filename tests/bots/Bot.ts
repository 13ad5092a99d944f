import type { Command, RoomView } from '#shared/contract.ts';
import type { Source } from '#shared/media.ts';
import type { EndReason, Reply, Snapshot } from '#shared/socket.ts';
import type { MediaPeer } from '../helpers/MediaPeer.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';
import { BotMedia, type BotMediaOptions } from './BotMedia.ts';
import { joinByPlace, readLink } from './joinByPlace.ts';

export type BotOptions = {
  /** Which of the link's members: see {@link joinByPlace}. Personal links have only one. */
  place?: number;
  /** Whether it receives, and may send, real RTP. */
  media?: boolean | BotMediaOptions;
};

/** When a Bot had come how far, on the clock of `performance.now()`. */
export type BotTimes = { began: number; opened: number; joined: number; snapshot: number };

/**
 * A person in a class without a browser: joins by a link over HTTP, comes in over the socket, receives
 * real RTP, and does what its owner tells it. It follows into Breakouts, comes back after a lost
 * connection and takes its media up again, all by itself.
 */
export class Bot {
  readonly times: BotTimes;
  /** What it was shown when it came in. */
  readonly firstSnapshot: Snapshot;
  /** How often it was refused what, or something failed. */
  readonly refusals = new Map<string, number>();
  readonly #person: SocketPerson;
  readonly #media: BotMedia | null;
  readonly #watchers = new Set<() => void>();
  #mediaIsDue = true;
  #left = false;

  private constructor(person: SocketPerson, times: BotTimes, media: BotMedia | null) {
    const { view, names } = person;
    if (!view) throw new Error('A Bot is there once it has a snapshot.');
    this.#person = person;
    this.#media = media;
    this.times = times;
    this.firstSnapshot = { view, names };
    // SocketPerson listened first, so its View is up to date by now.
    person.socket.on('snapshot', () => this.#changed());
    person.socket.on('events', () => this.#changed());
    person.socket.on('disconnect', () => this.#lost());
    this.#changed();
  }

  /** Resolves with the first snapshot. @throws when the link, the server or the Room says no. */
  static async join(link: string, { place = 0, media = true }: BotOptions = {}): Promise<Bot> {
    const times = { began: performance.now(), opened: 0, joined: 0, snapshot: 0 };
    const classLink = readLink(link);
    const seat = await joinByPlace(classLink, place, () => {
      times.opened = performance.now();
    });
    times.joined = performance.now();
    const person = new SocketPerson(classLink.origin, seat, false);
    try {
      await person.until(() => person.view !== null, 'a snapshot');
    } catch (error) {
      person.close();
      throw error;
    }
    times.snapshot = performance.now();
    const refused = (why: string) => bot.#count(`media: ${why}`);
    const { hostname } = new URL(classLink.origin);
    const options = media === true ? {} : media;
    const own = options ? new BotMedia(person.socket, hostname, refused, options) : null;
    const bot: Bot = new Bot(person, times, own);
    return bot;
  }

  get id(): string {
    return this.#person.id;
  }

  get name(): string {
    return this.#person.seat.name;
  }

  /** The newest View, also while the connection is lost. */
  get view(): RoomView {
    return this.#person.view ?? this.firstSnapshot.view;
  }

  get connected(): boolean {
    return this.#person.socket.connected;
  }

  /** Why the server ended it for good; null while it didn't. */
  get ended(): EndReason | null {
    return this.#person.ended;
  }

  /** The media of its present connection; null without. */
  get peer(): MediaPeer | null {
    return this.#media?.peer ?? null;
  }

  /** RTP packets received since it joined. */
  get packets(): number {
    return this.#media?.packets ?? 0;
  }

  /** Calls back after each change of the View or the connection. @returns what ends that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Waits for a fact about the View or the connection; says which one didn't come. */
  until(fact: () => boolean, what: string): Promise<void> {
    return this.#person.until(fact, what);
  }

  /** Waits until fresh packets of this source of this Participant have come. */
  async hears(participantId: string, source: Source, packets = 3): Promise<void> {
    if (!this.peer) throw new Error(`${this.name} has no media now.`);
    await this.peer.hears(participantId, source, packets);
  }

  /** Whether it was accepted. A Refusal is counted, and so is no answer. */
  async do(command: Command): Promise<boolean> {
    const reply: Reply | null = await this.#person.do(command).catch(() => null);
    if (!reply?.ok) this.#count(`${command.feature}.${command.type}: ${reply?.refusal ?? 'no answer'}`);
    return reply?.ok ?? false;
  }

  /** Does it, or fails with the Refusal. */
  must(command: Command): Promise<void> {
    return this.#person.must(command);
  }

  /** Switches one of its sources on, where it may, and sends. @param layers see {@link MediaPeer.send}. */
  async turnOn(source: Source, layers = 1): Promise<boolean> {
    if (!this.#media || !(await this.do(switchOf(source, true)))) return false;
    await this.#media.send(source, layers);
    return true;
  }

  turnOff(source: Source): Promise<boolean> {
    return this.do(switchOf(source, false));
  }

  /** As when a phone's network goes away: without a farewell, and it comes back by itself. */
  loseConnection(): void {
    this.#person.socket.io.engine.close();
  }

  /** Safe to call twice. */
  leave(): void {
    this.#left = true;
    this.#media?.end();
    this.#person.close();
  }

  #changed(): void {
    if (this.#left) return;
    if (this.#mediaIsDue) this.#media?.begin();
    this.#mediaIsDue = false;
    // Staff may have muted it, or moved it to where it may not speak.
    this.#media?.keepSending((source) => this.view.stage.me[source]);
    for (const watcher of this.#watchers) watcher();
  }

  #lost(): void {
    this.#media?.end();
    this.#mediaIsDue = true;
    for (const watcher of this.#watchers) watcher();
  }

  #count(refusal: string): void {
    this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
  }
}

const switches = { microphone: 'setMicrophone', camera: 'setCamera', screen: 'shareScreen' } as const;
const switchOf = (source: Source, on: boolean): Command => ({ feature: 'stage', type: switches[source], on });

import type { types } from 'mediasoup-client';
import type { ConsumerOffer, Source } from '#shared/media.ts';
import type { Ask } from './MediaWire.ts';
import { Shown } from './Shown.ts';

/** One source of somebody else's, as it is received here. */
export type RemoteTrack = {
  readonly consumerId: string;
  readonly participantId: string;
  readonly source: Source;
  readonly track: MediaStreamTrack;
  /** Its sender has switched it off for the moment. */
  readonly muted: boolean;
  /** The network is too weak for it at present. */
  readonly starved: boolean;
};

type Received = {
  consumer: types.Consumer;
  remote: RemoteTrack;
  /** Shown nowhere, and so asked for no more. */
  paused: boolean;
};

/** What this device receives: one mediasoup Consumer for each thing that the server offers. */
export class Receiving {
  readonly #ask: Ask;
  readonly #changed: () => void;
  /** How large each picture is shown here. */
  readonly shown: Shown;
  readonly #received = new Map<string, Received>();
  /** Closed before they were ready. */
  readonly #unwanted = new Set<string>();
  #transport: types.Transport | null = null;
  #tracks: readonly RemoteTrack[] = [];

  constructor(ask: Ask, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
    this.shown = new Shown({ use: (consumerId, layer) => void this.#use(consumerId, layer) });
  }

  /** The same list until something changes. */
  get tracks(): readonly RemoteTrack[] {
    return this.#tracks;
  }

  begin(transport: types.Transport): void {
    this.#transport = transport;
  }

  /** The transport is gone, and everything with it. */
  end(): void {
    this.#transport?.close();
    this.#transport = null;
    this.#unwanted.clear();
    for (const id of this.#received.keys()) this.shown.closed(id);
    if (this.#received.size === 0) return;
    this.#received.clear();
    this.#list();
  }

  async add(offers: readonly ConsumerOffer[]): Promise<void> {
    const transport = this.#transport;
    if (!transport) return;
    const made = await Promise.all(offers.map((offer) => this.#consume(transport, offer)));
    if (this.#transport !== transport) return;
    const consumerIds = made.filter((id) => id !== null);
    this.#list();
    if (consumerIds.length === 0) return;
    await this.#ask({ type: 'resumeConsumers', consumerIds });
    for (const id of consumerIds)
      if (this.#received.get(id)?.remote.source !== 'microphone') this.shown.added(id);
  }

  close(consumerIds: readonly string[]): void {
    for (const id of consumerIds) {
      const received = this.#received.get(id);
      if (!received) this.#unwanted.add(id);
      received?.consumer.close();
      this.#received.delete(id);
      this.shown.closed(id);
    }
    this.#list();
  }

  change(consumerId: string, change: Partial<Pick<RemoteTrack, 'muted' | 'starved'>>): void {
    const received = this.#received.get(consumerId);
    if (!received) return;
    received.remote = { ...received.remote, ...change };
    this.#list();
  }

  /**
   * The bytes that each Consumer has brought, by its id; for tests and for the quality shown to staff. One that closes
   * meanwhile is left out.
   */
  async stats(): Promise<Map<string, RTCStatsReport>> {
    const all = [...this.#received.values()].map(({ consumer }) =>
      consumer.getStats().then(
        (report) => [[consumer.id, report] as const],
        () => [],
      ),
    );
    return new Map((await Promise.all(all)).flat());
  }

  /** When the newest packet was played, on the browser's own clock; null while nothing is due to come. */
  newest(): number | null {
    let newest: number | null = null;
    for (const { consumer, remote, paused } of this.#received.values()) {
      if (remote.muted || remote.starved || paused) continue;
      // It costs next to nothing, unlike statistics.
      for (const { timestamp } of consumer.rtpReceiver?.getSynchronizationSources() ?? [])
        newest = Math.max(newest ?? 0, timestamp);
    }
    return newest;
  }

  async #consume(transport: types.Transport, offer: ConsumerOffer): Promise<string | null> {
    const { consumerId, producerId, participantId, source, rtpParameters, producerPaused } = offer;
    try {
      const consumer = await transport.consume({
        id: consumerId,
        producerId,
        kind: source === 'microphone' ? 'audio' : 'video',
        rtpParameters: rtpParameters as types.RtpParameters,
        // Voice and camera of one person are played in step; a screen is on its own.
        streamId: source === 'screen' ? `${participantId}-screen` : participantId,
      });
      if (this.#transport !== transport || this.#unwanted.delete(consumerId)) {
        consumer.close();
        return null;
      }
      const { track } = consumer;
      const remote = { consumerId, participantId, source, track, muted: producerPaused, starved: false };
      this.#received.set(consumerId, { consumer, remote, paused: false });
      return consumerId;
    } catch {
      // The transport went away meanwhile; whoever closed it begins anew.
      return null;
    }
  }

  /** A request that fails means that the connection is gone, and with it what was asked about. */
  async #use(consumerId: string, layer: number | null): Promise<void> {
    const received = this.#received.get(consumerId);
    if (!received) return;
    const consumerIds = [consumerId];
    const wasPaused = received.paused;
    received.paused = layer === null;
    try {
      if (layer === null) return void (await this.#ask({ type: 'pauseConsumers', consumerIds }));
      await this.#ask({ type: 'setPreferredLayers', consumerId, spatialLayer: layer });
      // By now it may be out of sight again.
      if (wasPaused && !received.paused) await this.#ask({ type: 'resumeConsumers', consumerIds });
    } catch {
      received.paused = wasPaused;
    }
  }

  #list(): void {
    this.#tracks = [...this.#received.values()].map(({ remote }) => remote);
    this.#changed();
  }
}

import type { types } from 'mediasoup-client';
import type { ConsumerOffer, Source } from '#shared/media.ts';
import type { Ask } from './MediaWire.ts';

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

type Received = { consumer: types.Consumer; remote: RemoteTrack };

/** What this device receives: one mediasoup Consumer for each thing that the server offers. */
export class Receiving {
  readonly #ask: Ask;
  readonly #changed: () => void;
  readonly #received = new Map<string, Received>();
  /** Closed before they were ready. */
  readonly #unwanted = new Set<string>();
  #transport: types.Transport | null = null;
  #tracks: readonly RemoteTrack[] = [];

  constructor(ask: Ask, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
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
    if (consumerIds.length > 0) await this.#ask({ type: 'resumeConsumers', consumerIds });
  }

  close(consumerIds: readonly string[]): void {
    for (const id of consumerIds) {
      const received = this.#received.get(id);
      if (!received) this.#unwanted.add(id);
      received?.consumer.close();
      this.#received.delete(id);
    }
    this.#list();
  }

  change(consumerId: string, change: Partial<Pick<RemoteTrack, 'muted' | 'starved'>>): void {
    const received = this.#received.get(consumerId);
    if (!received) return;
    received.remote = { ...received.remote, ...change };
    this.#list();
  }

  /** The bytes that each Consumer has brought, by its id; for tests and for the quality shown to staff. */
  async stats(): Promise<Map<string, RTCStatsReport>> {
    const all = [...this.#received.values()].map(
      async ({ consumer }) => [consumer.id, await consumer.getStats()] as const,
    );
    return new Map(await Promise.all(all));
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
      this.#received.set(consumerId, { consumer, remote });
      return consumerId;
    } catch {
      // The transport went away meanwhile; whoever closed it begins anew.
      return null;
    }
  }

  #list(): void {
    this.#tracks = [...this.#received.values()].map(({ remote }) => remote);
    this.#changed();
  }
}

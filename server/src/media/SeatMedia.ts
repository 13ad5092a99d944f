import { ortc } from 'mediasoup';
import type * as ms from 'mediasoup/types';
import {
  type ConsumerOffer,
  kindOf,
  type MediaMode,
  type MediaNotice,
  type ProducerEnd,
  type Source,
  type TransportOffer,
} from '#shared/media.ts';
import type { DtlsParameters, IceParameters, RtpCapabilities, RtpParameters } from '#shared/rtp.ts';
import type { MediaWorker } from './MediaWorkers.ts';
import { type Wanted, wantedKey } from './plan.ts';
import { Received } from './Received.ts';
import type { RoomRouter, RoomRouters } from './RoomRouters.ts';
import { initialAvailableOutgoingBitrate, sendingLimits } from './settings.ts';

export type SeatIdentity = {
  readonly seatId: string;
  readonly participantId: string;
  notify(notice: MediaNotice): void;
};

/** This end of a transport, without the relays on the way to it. */
export type OwnEnd = Omit<TransportOffer, 'iceServers'>;

/** What a Consumer or a Producer of ours is about. */
export type MediaTag = { participantId: string; seatId: string; source: Source };

/**
 * One Seat's transports, Producers and Consumers; it owns them all. It does as it's told: the client
 * asks for transports and Producers, the Reconciler for Consumers.
 */
export class SeatMedia {
  readonly seatId: string;
  readonly participantId: string;
  readonly notify: (notice: MediaNotice) => void;
  /** Where this Seat belongs, from the moment that it was chosen. */
  worker: MediaWorker | null = null;
  router: RoomRouter | null = null;
  /** The first Seat of its tab, by which those of later connections are known to be the same device's. */
  origin: string;
  /** How much its device takes. */
  mode: MediaMode = 'full';
  /** Null until the client has said what it can receive. */
  rtpCapabilities: ms.RtpCapabilities | null = null;
  readonly producers = new Map<Source, ms.Producer>();
  /** Sources that the client itself has paused. */
  readonly pausedByClient = new Set<Source>();
  readonly received = new Map<string, Received>();
  #sending: ms.WebRtcTransport | null = null;
  #receiving: ms.WebRtcTransport | null = null;
  #closed = false;

  constructor({ seatId, participantId, notify }: SeatIdentity) {
    this.seatId = seatId;
    this.origin = seatId;
    this.participantId = participantId;
    this.notify = notify;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether Consumers can be made now. */
  get canReceive(): boolean {
    return this.#receiving !== null && this.rtpCapabilities !== null;
  }

  /** The transports that there are now. */
  get transports(): readonly ms.WebRtcTransport[] {
    return [this.#sending, this.#receiving].filter((transport) => transport !== null);
  }

  /** The largest layer of a picture that flows to it; null without any. */
  get largestLayer(): number | null {
    const layers = [...this.received.values()].flatMap(({ consumer }) =>
      consumer.paused ? [] : (consumer.currentLayers?.spatialLayer ?? []),
    );
    return layers.length > 0 ? Math.max(...layers) : null;
  }

  /** Begins anew on a worker. */
  async start(worker: MediaWorker, routers: RoomRouters): Promise<OwnEnd> {
    this.reset();
    this.worker = worker;
    worker.seats.add(this.seatId);
    const router = await routers.on(worker);
    if (this.worker !== worker) throw new Error('the Seat was closed meanwhile');
    this.router = router;
    const transport = await this.#transport(this.router, (made) => {
      this.#receiving = made;
    });
    return offerOf(transport);
  }

  async openSending(): Promise<OwnEnd | null> {
    if (!this.router) return null;
    this.#closeSending();
    const transport = await this.#transport(this.router, (made) => {
      this.#sending = made;
    });
    await transport.setMaxIncomingBitrate(sendingLimits.maxIncomingBitrate);
    return offerOf(transport);
  }

  /** False for a transport that this Seat doesn't have. */
  async connect(transportId: string, dtlsParameters: DtlsParameters): Promise<boolean> {
    const transport = this.#transportOf(transportId);
    // mediasoup's own type is this one without `| undefined`.
    await transport?.connect({ dtlsParameters: dtlsParameters as ms.DtlsParameters });
    return transport !== null;
  }

  async restartIce(transportId: string): Promise<IceParameters | null> {
    return (await this.#transportOf(transportId)?.restartIce()) ?? null;
  }

  /** @throws when mediasoup finds a fault in the capabilities; each Consumer would find it anew. */
  receive(rtpCapabilities: RtpCapabilities): boolean {
    const capabilities = rtpCapabilities as ms.RtpCapabilities;
    ortc.validateAndNormalizeRtpCapabilities(capabilities);
    this.rtpCapabilities = capabilities;
    return this.#receiving !== null;
  }

  /** @throws when mediasoup finds a fault in the parameters. */
  async produce(source: Source, rtpParameters: RtpParameters): Promise<ms.Producer | null> {
    const { router } = this;
    const sending = this.#sending;
    if (!sending || !router) return null;
    this.closeProducer(source);
    const producer = await sending.produce<MediaTag>({
      kind: kindOf(source),
      rtpParameters: rtpParameters as ms.RtpParameters,
      keyFrameRequestDelay: sendingLimits.keyFrameRequestDelay,
      appData: { participantId: this.participantId, seatId: this.seatId, source },
    });
    if (this.#sending !== sending || sending.closed) {
      producer.close();
      return null;
    }
    this.producers.set(source, producer);
    producer.observer.once('close', () => {
      if (this.producers.get(source) === producer) this.producers.delete(source);
    });
    if (source === 'microphone') await router.levels.addProducer({ producerId: producer.id });
    return producer;
  }

  /** @param why told to the client, when it isn't the client who asked. */
  closeProducer(source: Source, why?: ProducerEnd): void {
    const producer = this.producers.get(source);
    this.pausedByClient.delete(source);
    if (!producer) return;
    this.producers.delete(source);
    producer.close();
    if (why) this.notify({ type: 'producerClosed', source, why });
  }

  /** Makes a Consumer of a Producer that is on this Seat's Router. Null when the client can't receive such. */
  async consume(producer: ms.Producer, wanted: Wanted): Promise<ConsumerOffer | null> {
    const { router, rtpCapabilities } = this;
    const receiving = this.#receiving;
    if (!router || !receiving || !rtpCapabilities) return null;
    if (!router.router.canConsume({ producerId: producer.id, rtpCapabilities })) return null;
    const consumer = await receiving.consume<MediaTag>({
      producerId: producer.id,
      rtpCapabilities,
      paused: true,
      ...(producer.kind === 'video' ? { preferredLayers: { spatialLayer: wanted.spatialLayer } } : {}),
      appData: { participantId: wanted.from, seatId: wanted.seatId, source: wanted.source },
    });
    // Whose sender or receiver has gone meanwhile is gone as well, and can't be asked for anything.
    const isGone = () => this.#receiving !== receiving || receiving.closed || producer.closed;
    if (consumer.kind === 'video' && !isGone()) await consumer.setPriority(wanted.priority);
    if (isGone()) {
      consumer.close();
      return null;
    }
    const key = wantedKey(wanted);
    const received = new Received(consumer, producer, wanted);
    this.received.set(key, received);
    received.listen(this.notify, () => {
      if (this.received.get(key) === received) this.received.delete(key);
    });
    return received.offer;
  }

  receives(consumerId: string): boolean {
    return this.#receivedAs(consumerId) !== undefined;
  }

  /** Closes what isn't to be received any more. @returns the ids of what was closed. */
  keepOnly(isWanted: (key: string, consumer: ms.Consumer) => boolean): string[] {
    const closed: string[] = [];
    for (const [key, { consumer }] of [...this.received]) {
      if (isWanted(key, consumer)) continue;
      this.received.delete(key);
      consumer.close();
      closed.push(consumer.id);
    }
    return closed;
  }

  /** Follows a plan that wants the same thing in another size or order. */
  async adjust(key: string, wanted: Wanted): Promise<void> {
    await this.received.get(key)?.adjust(wanted);
  }

  /** False for a Consumer that this Seat doesn't have. */
  async setUseful(consumerId: string, useful: ms.ConsumerLayers): Promise<boolean> {
    const received = this.#receivedAs(consumerId);
    await received?.setUseful(useful);
    return received !== undefined;
  }

  async setConsumersPaused(consumerIds: readonly string[], paused: boolean): Promise<void> {
    // One that was closed in the meantime is no mistake of the client's: it is about to hear of it.
    const consumers = consumerIds.flatMap((id) => this.#receivedAs(id)?.consumer ?? []);
    await Promise.all(consumers.map((consumer) => (paused ? consumer.pause() : consumer.resume())));
  }

  /** Closes everything, and is as new. */
  reset(): void {
    this.#closeSending();
    this.received.clear();
    this.rtpCapabilities = null;
    this.#receiving?.close();
    this.#receiving = null;
    this.worker?.seats.delete(this.seatId);
    this.worker = null;
    this.router = null;
  }

  /** Closes every transport of this Seat, and all that they carry. Safe to call twice. */
  close(): void {
    this.#closed = true;
    this.reset();
  }

  #closeSending(): void {
    this.producers.clear();
    this.pausedByClient.clear();
    this.#sending?.close();
    this.#sending = null;
  }

  /** @param keep makes it this Seat's own, at the very moment that it is there. */
  async #transport(
    { router, worker }: RoomRouter,
    keep: (made: ms.WebRtcTransport) => void,
  ): Promise<ms.WebRtcTransport> {
    const transport = await router.createWebRtcTransport({
      webRtcServer: worker.webRtcServer,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      initialAvailableOutgoingBitrate,
    });
    if (this.#closed || this.router?.router !== router) {
      transport.close();
      throw new Error('the Seat was closed meanwhile');
    }
    keep(transport);
    return transport;
  }

  #transportOf(transportId: string): ms.WebRtcTransport | null {
    if (this.#sending?.id === transportId) return this.#sending;
    return this.#receiving?.id === transportId ? this.#receiving : null;
  }

  #receivedAs(consumerId: string): Received | undefined {
    return [...this.received.values()].find(({ consumer, isGone }) => consumer.id === consumerId && !isGone);
  }
}

const offerOf = (transport: ms.WebRtcTransport): OwnEnd => ({
  id: transport.id,
  iceParameters: transport.iceParameters,
  iceCandidates: transport.iceCandidates as TransportOffer['iceCandidates'],
  dtlsParameters: transport.dtlsParameters,
});

import type * as ms from 'mediasoup/types';
import type { ConsumerOffer, MediaNotice } from '#shared/media.ts';
import type { RtpParameters } from '#shared/rtp.ts';
import type { Wanted } from './plan.ts';

/** Something that a Seat receives, and what its client asked about it. */
export class Received {
  readonly consumer: ms.Consumer;
  readonly #producer: ms.Producer;
  /** What the plan wanted last, applied. */
  #wanted: Wanted;
  /** The largest picture that is of use to the client. */
  #useful: ms.ConsumerLayers | null = null;

  constructor(consumer: ms.Consumer, producer: ms.Producer, wanted: Wanted) {
    this.consumer = consumer;
    this.#producer = producer;
    this.#wanted = wanted;
  }

  /** Its worker may have ended it, and be about to say so: nothing can be asked of it any more. */
  get isGone(): boolean {
    return this.consumer.closed || this.#producer.closed;
  }

  get offer(): ConsumerOffer {
    const { consumer } = this;
    const { from, source } = this.#wanted;
    return {
      consumerId: consumer.id,
      producerId: consumer.producerId,
      participantId: from,
      source,
      rtpParameters: consumer.rtpParameters as RtpParameters,
      producerPaused: consumer.producerPaused,
    };
  }

  /** Follows a plan that wants the same thing in another size or order. */
  async adjust(wanted: Wanted): Promise<void> {
    if (this.consumer.kind !== 'video') return;
    const before = this.#wanted;
    this.#wanted = wanted;
    // Both at once: after a wait it may be gone.
    await Promise.all([
      before.priority !== wanted.priority && this.consumer.setPriority(wanted.priority),
      before.spatialLayer !== wanted.spatialLayer && this.#applyLayers(),
    ]);
  }

  async setUseful(useful: ms.ConsumerLayers): Promise<void> {
    this.#useful = useful;
    await this.#applyLayers();
  }

  async #applyLayers(): Promise<void> {
    const most = this.#wanted.spatialLayer;
    const { spatialLayer = most, temporalLayer } = this.#useful ?? {};
    await this.consumer.setPreferredLayers({
      spatialLayer: Math.min(most, spatialLayer),
      ...(temporalLayer === undefined ? {} : { temporalLayer }),
    });
  }

  /** Tells the client what becomes of it. `ended` is called when its Producer is no more. */
  listen(notify: (notice: MediaNotice) => void, ended: () => void): void {
    const { consumer } = this;
    const { id: consumerId } = consumer;
    consumer.on('producerclose', () => {
      ended();
      notify({ type: 'consumersClosed', consumerIds: [consumerId] });
    });
    consumer.on('producerpause', () => notify({ type: 'consumerPaused', consumerId }));
    consumer.on('producerresume', () => notify({ type: 'consumerResumed', consumerId }));
    consumer.on('layerschange', (layers) => {
      // No layer at all is the network's fault only while its sender sends and somebody wants it.
      const isSent = (consumer.score.producerScore ?? 0) > 0 && !consumer.producerPaused && !consumer.paused;
      notify({ type: 'starved', consumerId, starved: !layers && isSent });
    });
  }
}

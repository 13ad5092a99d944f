import type {
  ConsumerOffer,
  MediaAnswer,
  MediaAnswers,
  MediaNotice,
  MediaRequest,
  MediaRequestType,
  Source,
} from '#shared/media.ts';
import {
  keyFramesAsked,
  opusParameters,
  payloadTypes,
  receiverCapabilities,
  rtpPacket,
  ssrcOf,
  vp8Parameters,
  vp8Payload,
} from './rtpPackets.ts';
import { RtpReceiver } from './rtpReceiver.ts';
import { RtpSender } from './rtpSender.ts';
import { SequenceGaps } from './SequenceGaps.ts';

export type MediaPeerWire = {
  request(request: MediaRequest): Promise<MediaAnswer>;
  onNotice(listener: (notice: MediaNotice) => void): void;
};

/** What one Consumer has brought so far. */
type Heard = ConsumerOffer & { packets: number; firstAt: number | null; gaps: SequenceGaps };
type Sent = { source: Source; ssrc: number; sequence: number; wantsKeyFrame: boolean };

export type MediaPeerOptions = {
  /** What it has use for; the Consumers of everything else stay paused. */
  takes?: (offer: ConsumerOffer) => boolean;
  /** Packets a second of each picture that it sends; 40 unless said. */
  pictureRate?: number;
};

/** 50 voice packets a second, in milliseconds between two. */
const packetEvery = 20;

let nextSsrc = 100_000;

/**
 * The media of one Seat without a browser: it does what the client does, and sends and receives real
 * RTP over real DTLS. What it sends is made up, what it receives is counted.
 */
export class MediaPeer {
  readonly notices: MediaNotice[] = [];
  readonly heard = new Map<string, Heard>();
  readonly #wire: MediaPeerWire;
  readonly #takes: (offer: ConsumerOffer) => boolean;
  /** Packets a tick. */
  readonly #picturePace: number;
  #sent: Sent[] = [];
  readonly #bySsrc = new Map<number, Heard>();
  readonly #watchers = new Set<() => void>();
  #receiver: RtpReceiver | null = null;
  #sender: RtpSender | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** Ticks of 20 ms since it began to send. */
  #ticks = 0;
  #sendsSince = 0;
  #closed = false;
  /** Packets of everything that was ever offered. */
  packets = 0;
  /** In -dBov; 127 is silence. */
  level = 20;

  constructor(wire: MediaPeerWire, { takes = () => true, pictureRate = 40 }: MediaPeerOptions = {}) {
    this.#wire = wire;
    this.#picturePace = (pictureRate * packetEvery) / 1000;
    this.#takes = takes;
    wire.onNotice((notice) => this.#noticed(notice));
  }

  /** Begins to receive, or begins anew. */
  async start(): Promise<MediaAnswers['start']> {
    this.#receiver?.close();
    this.#closeSender();
    this.heard.clear();
    this.#bySsrc.clear();
    const answer = await this.ask({ type: 'start' });
    const receiver = new RtpReceiver((packet) => this.#received(packet));
    this.#receiver = receiver;
    await this.ask({ type: 'receive', rtpCapabilities: receiverCapabilities });
    await receiver.connect(answer.receiving, async (dtlsParameters) => {
      const transportId = answer.receiving.id;
      await this.ask({ type: 'connectTransport', transportId, dtlsParameters });
    });
    return answer;
  }

  /** @param layers of simulcast, for a camera: as many streams of the same rate. */
  async send(source: Source, layers = 1): Promise<void> {
    if (!this.#sender) await this.#openSender();
    const ssrcs = Array.from({ length: layers }, () => nextSsrc++);
    const rtpParameters =
      source === 'microphone' ? opusParameters(ssrcs[0] ?? 0) : vp8Parameters(ssrcs, source);
    await this.ask({ type: 'produce', source, rtpParameters });
    this.#sent.push(...ssrcs.map((ssrc) => ({ source, ssrc, sequence: 0, wantsKeyFrame: true })));
    if (this.#timer) return;
    this.#sendsSince = performance.now();
    this.#ticks = 0;
    this.#timer = setInterval(() => this.#sendDue(), packetEvery);
  }

  async stop(source: Source): Promise<void> {
    this.#sent = this.#sent.filter((sent) => sent.source !== source);
    await this.ask({ type: 'closeProducer', source });
  }

  /** @throws with the refusal. */
  async ask<T extends MediaRequestType>(request: MediaRequest & { type: T }): Promise<MediaAnswers[T]> {
    const answer = await this.#wire.request(request);
    if (!answer.ok) throw new Error(`${request.type}: ${answer.refusal}`);
    return answer.value as MediaAnswers[T];
  }

  /** Packets that came of somebody's source, over all Consumers of it that are open now. */
  packetsFrom(participantId: string, source: Source): number {
    const of = [...this.heard.values()].filter(
      (h) => h.participantId === participantId && h.source === source,
    );
    return of.reduce((sum, h) => sum + h.packets, 0);
  }

  /** Whose sources have a Consumer here, as `id source`. */
  get offered(): string[] {
    return [...this.heard.values()].map((h) => `${h.participantId} ${h.source}`).sort();
  }

  /** When the first packet came, on the clock of `performance.now()`. */
  get firstPacketAt(): number | null {
    const all = [...this.heard.values()].flatMap((h) => h.firstAt ?? []);
    return all.length > 0 ? Math.min(...all) : null;
  }

  /** Resolves as soon as a packet or notice makes it true. */
  until(isSo: () => boolean, what: string, patience = 25_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        this.#watchers.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`${patience} ms passed and not: ${what}`));
      }, patience);
      this.#watchers.add(check);
      check();
    });
  }

  /** Resolves when fresh packets of this source have come. */
  async hears(participantId: string, source: Source, packets = 3): Promise<void> {
    const before = this.packetsFrom(participantId, source);
    await this.until(
      () => this.packetsFrom(participantId, source) >= before + packets,
      `${packets} packets of ${participantId}'s ${source}`,
    );
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#receiver?.close();
    this.#closeSender();
  }

  #closeSender(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#sent = [];
    this.#sender?.close();
    this.#sender = null;
  }

  async #openSender(): Promise<void> {
    const offer = await this.ask({ type: 'openSending' });
    const sender = new RtpSender((packet) => this.#rtcp(packet));
    this.#sender = sender;
    await sender.connect(offer, async (dtlsParameters) => {
      await this.ask({ type: 'connectTransport', transportId: offer.id, dtlsParameters });
    });
  }

  /** A timer that comes late is made up for, so that the rate is what it should be. */
  #sendDue(): void {
    const due = Math.floor((performance.now() - this.#sendsSince) / packetEvery);
    while (this.#ticks < due) this.#sendAll(++this.#ticks);
  }

  #sendAll(tick: number): void {
    for (const sent of this.#sent) {
      const { source, ssrc } = sent;
      const isDue = source === 'microphone' || this.#hasPicture(tick);
      if (!isDue) continue;
      sent.sequence++;
      const { sequence } = sent;
      if (source === 'microphone') {
        const stream = { ssrc, payloadType: payloadTypes.opus, sequence, timestamp: sequence * 960 };
        this.#sender?.send(rtpPacket(stream, Buffer.alloc(80), false, this.level));
      } else {
        const stream = { ssrc, payloadType: payloadTypes.vp8, sequence, timestamp: sequence * 2250 };
        this.#sender?.send(rtpPacket(stream, vp8Payload(sent.wantsKeyFrame), true, null));
        sent.wantsKeyFrame = false;
      }
    }
  }

  #hasPicture(tick: number): boolean {
    return Math.floor(tick * this.#picturePace) > Math.floor((tick - 1) * this.#picturePace);
  }

  #rtcp(packet: Buffer): void {
    const asked = keyFramesAsked(packet);
    for (const sent of this.#sent) if (asked.includes(sent.ssrc)) sent.wantsKeyFrame = true;
  }

  #received(packet: Buffer): void {
    const ssrc = ssrcOf(packet);
    const heard = ssrc === null ? undefined : this.#bySsrc.get(ssrc);
    if (!heard) return;
    heard.packets++;
    heard.gaps.add(packet.readUInt16BE(2));
    this.packets++;
    heard.firstAt ??= performance.now();
    for (const check of this.#watchers) check();
  }

  #noticed(notice: MediaNotice): void {
    if (this.#closed) return;
    this.notices.push(notice);
    if (notice.type === 'consumersAdded') {
      for (const offer of notice.consumers) {
        const heard: Heard = { ...offer, packets: 0, firstAt: null, gaps: new SequenceGaps() };
        this.heard.set(offer.consumerId, heard);
        const ssrc = offer.rtpParameters.encodings?.[0]?.ssrc;
        if (ssrc !== undefined) this.#bySsrc.set(ssrc, heard);
      }
      const consumerIds = notice.consumers.filter(this.#takes).map((c) => c.consumerId);
      if (consumerIds.length > 0) void this.#wire.request({ type: 'resumeConsumers', consumerIds });
    }
    if (notice.type === 'consumersClosed') for (const id of notice.consumerIds) this.heard.delete(id);
    if (notice.type === 'transportsLost') {
      this.heard.clear();
      this.#bySsrc.clear();
    }
    for (const check of this.#watchers) check();
  }
}

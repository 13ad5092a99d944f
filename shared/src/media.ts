import { z } from 'zod';
import {
  DtlsParameters,
  type IceCandidate,
  type IceParameters,
  RtpCapabilities,
  RtpParameters,
} from './rtp.ts';

/**
 * What a client asks of the media server, over the one socket: the event `media` with an
 * acknowledgement. Commands say who may be heard; this only carries it out.
 */
export const sources = ['microphone', 'camera', 'screen'] as const;
export const Source = z.enum(sources);
export type Source = z.infer<typeof Source>;
export const kindOf = (source: Source): 'audio' | 'video' => (source === 'microphone' ? 'audio' : 'video');

/** mediasoup's names for its Transports, Producers and Consumers. */
const MediaId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
/** More than a Seat is ever sent. */
const MediaIds = z.array(MediaId).min(1).max(100);

export const MediaRequest = z.discriminatedUnion('type', [
  /** Begins, or begins anew: whatever this Seat had before is closed. */
  z.strictObject({
    type: z.literal('start'),
    /** The Seat of this very page before its connection was lost: that is no other device. */
    previousSeatId: z.string().max(64).optional(),
  }),
  /** From here on this Seat is offered Consumers, in notices. */
  z.strictObject({ type: z.literal('receive'), rtpCapabilities: RtpCapabilities }),
  z.strictObject({ type: z.literal('openSending') }),
  z.strictObject({
    type: z.literal('connectTransport'),
    transportId: MediaId,
    dtlsParameters: DtlsParameters,
  }),
  z.strictObject({ type: z.literal('restartIce'), transportId: MediaId }),
  /** Takes this source from any other Seat of the same Participant. */
  z.strictObject({ type: z.literal('produce'), source: Source, rtpParameters: RtpParameters }),
  z.strictObject({ type: z.literal('pauseProducer'), source: Source }),
  z.strictObject({ type: z.literal('resumeProducer'), source: Source }),
  z.strictObject({ type: z.literal('closeProducer'), source: Source }),
  /** The client can take what these Consumers carry; before this they carry nothing. */
  z.strictObject({ type: z.literal('resumeConsumers'), consumerIds: MediaIds }),
  /** Not seen at present, such as in a hidden tab. */
  z.strictObject({ type: z.literal('pauseConsumers'), consumerIds: MediaIds }),
  /** The largest picture that is of use: 0 is the smallest. */
  z.strictObject({
    type: z.literal('setPreferredLayers'),
    consumerId: MediaId,
    spatialLayer: z.int().min(0).max(2),
    temporalLayer: z.int().min(0).max(2).optional(),
  }),
]);
export type MediaRequest = z.infer<typeof MediaRequest>;
export type MediaRequestType = MediaRequest['type'];

/** One end of a connection that carries media, as the client needs it. */
export type TransportOffer = {
  id: string;
  iceParameters: IceParameters;
  iceCandidates: IceCandidate[];
  dtlsParameters: DtlsParameters;
};

export interface MediaAnswers {
  start: {
    seatId: string;
    routerRtpCapabilities: RtpCapabilities;
    receiving: TransportOffer;
    /** Another Seat of this Participant holds microphone and camera; using them here takes them from it. */
    devicesElsewhere: boolean;
    /** The same for a shared screen. */
    screenElsewhere: boolean;
  };
  receive: null;
  openSending: TransportOffer;
  connectTransport: null;
  restartIce: IceParameters;
  produce: { producerId: string };
  pauseProducer: null;
  resumeProducer: null;
  closeProducer: null;
  resumeConsumers: null;
  pauseConsumers: null;
  setPreferredLayers: null;
}

/**
 * `notNow`: no worker at the moment, or not started; worth another try.
 * `failed`: mediasoup didn't take it, such as parameters that contradict each other.
 */
export const mediaRefusals = ['badRequest', 'tooFast', 'notAllowed', 'notFound', 'notNow', 'failed'] as const;
export type MediaRefusal = (typeof mediaRefusals)[number];

export type MediaAnswer<T extends MediaRequestType = MediaRequestType> =
  | { ok: true; value: MediaAnswers[T] }
  | { ok: false; refusal: MediaRefusal };

/** Something that this Seat may receive. It carries nothing until the client resumes it. */
export type ConsumerOffer = {
  consumerId: string;
  producerId: string;
  /** Whose it is. */
  participantId: string;
  source: Source;
  rtpParameters: RtpParameters;
  /** The sender has paused it, such as a muted microphone. */
  producerPaused: boolean;
};

/** `takenElsewhere`: another Seat of the same Participant has it now. */
export type ProducerEnd = 'takenElsewhere' | 'notAllowed';

/** What the server tells one Seat: the event `media`. */
export type MediaNotice =
  | { type: 'consumersAdded'; consumers: ConsumerOffer[] }
  | { type: 'consumersClosed'; consumerIds: string[] }
  | { type: 'consumerPaused'; consumerId: string }
  | { type: 'consumerResumed'; consumerId: string }
  /** Null: nothing of it can be sent at present, for want of bandwidth. */
  | { type: 'layersChanged'; consumerId: string; spatialLayer: number | null }
  | { type: 'producerClosed'; source: Source; why: ProducerEnd }
  /** The worker died: all that this Seat had is gone, and `start` gets it anew. */
  | { type: 'transportsLost' }
  /** Who is heard at present in this Seat's Space, loudest first; told at most twice a second. */
  | { type: 'speaking'; participantIds: string[] };

import type { DtlsParameters, IceCandidate, IceParameters, RtpCapabilities, RtpParameters } from './rtp.ts';
import type { MediaRequest } from './schemas/media.ts';

export type { MediaRequest };

/**
 * What a client asks of the media server, over the one socket: the event `media` with an
 * acknowledgement. Commands say who may be heard; this only carries it out.
 */
export const sources = ['microphone', 'camera', 'screen'] as const;
export type Source = (typeof sources)[number];
export const kindOf = (source: Source): 'audio' | 'video' => (source === 'microphone' ? 'audio' : 'video');

/**
 * How much a device takes: everything · one small picture and the voices · the voices of the last two who
 * spoke, at most 100 kbit/s together with the slides.
 */
export const mediaModes = ['full', 'light', 'audio'] as const;
export type MediaMode = (typeof mediaModes)[number];

/** How the class arrives at one person's device, by its own last report; null where there was nothing to measure. */
export type MediaQuality = {
  /** A message there and back, in milliseconds. */
  roundTrip: number | null;
  /** The share of voice and picture packets that did not arrive, 0 to 1. */
  loss: number | null;
  /** What arrived, in kbit/s. */
  kbit: number | null;
  mode: MediaMode;
  /** The largest simulcast layer that it is sent; null without a picture. */
  layer: number | null;
};

export type MediaRequestType = MediaRequest['type'];

/** One end of a connection that carries media, as the client needs it. */
export type TransportOffer = {
  id: string;
  iceParameters: IceParameters;
  iceCandidates: IceCandidate[];
  dtlsParameters: DtlsParameters;
  iceServers: IceServer[];
};

/** A relay for networks that let nothing else through, with credentials that soon expire. */
export type IceServer = { urls: string[]; username: string; credential: string };

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
  restartIce: { iceParameters: IceParameters; iceServers: IceServer[] };
  produce: { producerId: string };
  pauseProducer: null;
  resumeProducer: null;
  closeProducer: null;
  resumeConsumers: null;
  pauseConsumers: null;
  setPreferredLayers: null;
  setMode: null;
  report: null;
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
  /** Whether the network to this device has room for it at present. */
  | { type: 'starved'; consumerId: string; starved: boolean }
  | { type: 'producerClosed'; source: Source; why: ProducerEnd }
  /** The worker died: all that this Seat had is gone, and `start` gets it anew. */
  | { type: 'transportsLost' }
  /** Staff only: how the class arrives at people's devices, of those for whom it changed; null is gone. */
  | { type: 'qualities'; people: Record<string, MediaQuality | null> }
  /** Who is heard at present in this Seat's Space, loudest first; told at most twice a second. */
  | { type: 'speaking'; participantIds: string[] };

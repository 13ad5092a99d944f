import { z } from 'zod';
import { mediaModes, sources } from '../media.ts';
import { DtlsParameters, RtpCapabilities, RtpParameters } from './rtp.ts';

const Source = z.enum(sources);
const Mode = z.enum(mediaModes);

/** mediasoup's names for its Transports, Producers and Consumers. */
const MediaId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
/** More than a Seat is ever sent. */
const MediaIds = z.array(MediaId).min(1).max(100);

export const MediaRequest = z.discriminatedUnion('type', [
  /** Begins, or begins anew: whatever this Seat had before is closed. */
  z.strictObject({
    type: z.literal('start'),
    /** The first Seat of this tab, on a connection that was lost or before a reload: a tab's Seats are one device. */
    previousSeatId: z.string().max(64).optional(),
    /** `full` unless said. */
    mode: Mode.optional(),
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
  z.strictObject({ type: z.literal('setMode'), mode: Mode }),
  /** What this device has measured since its last report: see `MediaQuality`. */
  z.strictObject({
    type: z.literal('report'),
    roundTrip: z.number().min(0).max(60_000).nullable(),
    loss: z.number().min(0).max(1).nullable(),
    kbit: z.number().min(0).max(1_000_000).nullable(),
  }),
]);
export type MediaRequest = z.infer<typeof MediaRequest>;

import { z } from 'zod';

/**
 * WebRTC's own parameters, bounded before mediasoup checks what they mean. Keys that we don't know are
 * dropped rather than refused: browsers add some with every year, and a class must not go silent for it.
 */
const Text = z.string().max(200);
const PayloadType = z.int().min(0).max(127);
const Ssrc = z.int().min(0).max(0xffff_ffff);
const Bitrate = z.number().min(0).max(100_000_000);

const Parameters = z
  .record(z.string().max(64), z.union([Text, z.number(), z.boolean(), z.null()]))
  .refine((parameters) => Object.keys(parameters).length <= 30);
const RtcpFeedback = z.object({ type: z.string().max(40), parameter: z.string().max(40).optional() });

const codec = {
  mimeType: z.string().max(60),
  clockRate: z.int().min(1).max(1_000_000),
  channels: z.int().min(1).max(8).optional(),
  parameters: Parameters.optional(),
  rtcpFeedback: z.array(RtcpFeedback).max(20).optional(),
};

/** What a browser can receive. */
export const RtpCapabilities = z.object({
  codecs: z
    .array(z.object({ ...codec, kind: z.enum(['audio', 'video']), preferredPayloadType: PayloadType }))
    .max(80),
  headerExtensions: z
    .array(
      z.object({
        kind: z.enum(['audio', 'video']),
        uri: Text,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().optional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
      }),
    )
    .max(60)
    .optional(),
});
export type RtpCapabilities = z.infer<typeof RtpCapabilities>;

/** What a browser is about to send, or shall receive. */
export const RtpParameters = z.object({
  mid: z.string().max(32).optional(),
  codecs: z
    .array(z.object({ ...codec, payloadType: PayloadType }))
    .min(1)
    .max(20),
  headerExtensions: z
    .array(
      z.object({
        uri: Text,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().optional(),
        parameters: Parameters.optional(),
      }),
    )
    .max(40)
    .optional(),
  encodings: z
    .array(
      z.object({
        ssrc: Ssrc.optional(),
        rid: z.string().max(16).optional(),
        codecPayloadType: PayloadType.optional(),
        rtx: z.object({ ssrc: Ssrc }).optional(),
        dtx: z.boolean().optional(),
        scalabilityMode: z.string().max(16).optional(),
        maxBitrate: Bitrate.optional(),
      }),
    )
    // Three sizes of one picture; more would let a client make the server copy what nobody sees.
    .max(3)
    .optional(),
  rtcp: z.object({ cname: Text.optional(), reducedSize: z.boolean().optional() }).optional(),
  msid: Text.optional(),
});
export type RtpParameters = z.infer<typeof RtpParameters>;

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){15,63}$/),
      }),
    )
    .min(1)
    .max(8),
});
export type DtlsParameters = z.infer<typeof DtlsParameters>;

/** RTP and RTCP as far as tests need them: RFC 3550, RFC 8285 (header extensions), RFC 6464 (audio level). */

export const payloadTypes = { opus: 111, vp8: 96 } as const;
export const audioLevelExtensionId = 1;
const audioLevelUri = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

type Stream = { ssrc: number; payloadType: number; sequence: number; timestamp: number };

/** One RTP packet. @param level the audio level in -dBov, 0 the loudest; null for video. */
export function rtpPacket(stream: Stream, payload: Buffer, marker: boolean, level: number | null): Buffer {
  const header = Buffer.alloc(level === null ? 12 : 20);
  header[0] = level === null ? 0x80 : 0x90;
  header[1] = stream.payloadType | (marker ? 0x80 : 0);
  header.writeUInt16BE(stream.sequence & 0xffff, 2);
  header.writeUInt32BE(stream.timestamp >>> 0, 4);
  header.writeUInt32BE(stream.ssrc, 8);
  if (level !== null) {
    header.writeUInt16BE(0xbede, 12);
    header.writeUInt16BE(1, 14);
    header[16] = audioLevelExtensionId << 4;
    header[17] = 0x80 | level;
  }
  return Buffer.concat([header, payload]);
}

/** A VP8 frame in one packet: only what a forwarder looks at is true. */
export function vp8Payload(isKeyFrame: boolean, bytes = 400): Buffer {
  const payload = Buffer.alloc(bytes);
  payload[0] = 0x10; // The frame begins here, in its first partition.
  payload[1] = isKeyFrame ? 0x00 : 0x01;
  return payload;
}

/** The SSRC of an RTP packet; null for RTCP. */
export function ssrcOf(packet: Buffer): number | null {
  const type = packet[1] ?? 0;
  if (packet.length < 12 || (type >= 192 && type <= 223)) return null;
  return packet.readUInt32BE(8);
}

/** The SSRCs of which an RTCP packet asks a key frame, by PLI or FIR. */
export function keyFramesAsked(packet: Buffer): number[] {
  const asked: number[] = [];
  for (let at = 0; at + 12 <= packet.length; ) {
    const format = (packet[at] ?? 0) & 0x1f;
    const length = (packet.readUInt16BE(at + 2) + 1) * 4;
    if (packet[at + 1] === 206 && format === 1) asked.push(packet.readUInt32BE(at + 8));
    if (packet[at + 1] === 206 && format === 4 && length >= 20) asked.push(packet.readUInt32BE(at + 12));
    at += length;
  }
  return asked;
}

export const opusParameters = (ssrc: number) => ({
  mid: 'a',
  codecs: [
    {
      mimeType: 'audio/opus',
      payloadType: payloadTypes.opus,
      clockRate: 48_000,
      channels: 2,
      parameters: {},
    },
  ],
  headerExtensions: [{ uri: audioLevelUri, id: audioLevelExtensionId }],
  encodings: [{ ssrc }],
  rtcp: { cname: `c${ssrc}` },
});

/** @param ssrcs one for each simulcast layer, the smallest first. */
export const vp8Parameters = (ssrcs: readonly number[], mid: string) => ({
  mid,
  codecs: [
    {
      mimeType: 'video/VP8',
      payloadType: payloadTypes.vp8,
      clockRate: 90_000,
      parameters: {},
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [],
  encodings: ssrcs.map((ssrc) => ({ ssrc })),
  rtcp: { cname: `c${ssrcs[0]}` },
});

/** What a receiver of nothing but counted packets can receive. */
export const receiverCapabilities = {
  codecs: [
    {
      kind: 'audio' as const,
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
    },
    {
      kind: 'video' as const,
      mimeType: 'video/VP8',
      preferredPayloadType: 101,
      clockRate: 90_000,
      rtcpFeedback: [{ type: 'nack', parameter: 'pli' }],
    },
  ],
  headerExtensions: [],
};

import type { types } from 'mediasoup-client';
import type { Source } from '#shared/media.ts';

type Encodings = NonNullable<types.ProducerOptions['encodings']>;

/**
 * Three sizes of one camera, in bits per second: a small picture in a group, one of several on the
 * stage, and the one that everybody looks at.
 */
const camera: Encodings = [
  { rid: 'r0', scaleResolutionDownBy: 4, maxBitrate: 120_000, scalabilityMode: 'L1T3' },
  { rid: 'r1', scaleResolutionDownBy: 2, maxBitrate: 400_000, scalabilityMode: 'L1T3' },
  { rid: 'r2', scaleResolutionDownBy: 1, maxBitrate: 1_200_000, scalabilityMode: 'L1T3' },
];

/** A phone sends 640×360 at most, and its two sizes match the lower two of a laptop. */
const smallCamera: Encodings = [
  { rid: 'r0', scaleResolutionDownBy: 2, maxBitrate: 120_000, scalabilityMode: 'L1T3' },
  { rid: 'r1', scaleResolutionDownBy: 1, maxBitrate: 400_000, scalabilityMode: 'L1T3' },
];

/**
 * A whole screen, and half of it for phones and weak networks: larger text can still be read there. `dtx`,
 * since a page that stands still sends nothing.
 */
const screen: Encodings = [
  { rid: 'r0', scaleResolutionDownBy: 2, maxBitrate: 300_000, scalabilityMode: 'L1T3', dtx: true },
  { rid: 'r1', scaleResolutionDownBy: 1, maxBitrate: 1_500_000, scalabilityMode: 'L1T3', dtx: true },
];

/** How a track is encoded and sent. @param height of the camera's picture, in pixels. */
export function sendingOptions(
  source: Source,
  track: MediaStreamTrack,
  height: number,
): types.ProducerOptions {
  const common = { track, stopTracks: false, appData: { source } };
  if (source === 'microphone')
    return {
      ...common,
      // Paused, nothing at all leaves, not even silence.
      zeroRtpOnPause: true,
      codecOptions: {
        opusStereo: false,
        // Lost packets are repaired from the next one, and silence costs next to nothing.
        opusFec: true,
        opusDtx: true,
        opusMaxAverageBitrate: 32_000,
      },
    };
  if (source === 'screen') return { ...common, encodings: screen };
  return { ...common, encodings: height > 400 ? camera : smallCamera };
}

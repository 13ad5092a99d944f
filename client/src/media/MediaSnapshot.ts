import type { MediaMode, MediaQuality } from '#shared/media.ts';
import type { Blur } from './blur/BlurKeeper.ts';
import type { ChosenDevices } from './chosenDevices.ts';
import { type DeviceLists, noDevices } from './devices.ts';
import type { LocalSource, LocalSources } from './localSource.ts';
import type { ModeChoice } from './ModeKeeper.ts';
import type { RemoteTrack } from './Receiving.ts';

/** `unsupported`: this browser has no WebRTC that we know; everything but sound and picture works. */
export type MediaConnection = 'off' | 'connecting' | 'connected' | 'unsupported';

export type MediaSnapshot = {
  readonly connection: MediaConnection;
  readonly local: LocalSources;
  readonly remote: readonly RemoteTrack[];
  /** Who is heard in this Space now, loudest first. */
  readonly speaking: readonly string[];
  /** The browser plays no sound before a tap: see `MediaClient.allowSound`. */
  readonly needsTap: boolean;
  readonly devices: DeviceLists;
  readonly chosen: ChosenDevices;
  /** Whether what is behind this person is blurred in their picture. */
  readonly blur: Blur;
  /** Another device of this person's has microphone and camera. */
  readonly devicesElsewhere: boolean;
  /** How much this device takes now, and what its person asked for. */
  readonly mode: MediaMode;
  readonly modeChoice: ModeChoice;
  /** Staff only: how the class arrives at people's devices. */
  readonly qualities: ReadonlyMap<string, MediaQuality>;
};

const off: LocalSource = {
  track: null,
  label: '',
  opening: false,
  problem: null,
  sending: false,
  mine: false,
};

/** How a page without sound and picture looks. */
export const offSnapshot: MediaSnapshot = {
  connection: 'off',
  local: { microphone: off, camera: off, screen: off },
  remote: [],
  speaking: [],
  needsTap: false,
  devices: noDevices,
  chosen: { microphone: null, camera: null, speaker: null },
  blur: { asked: false, at: 'idle' },
  devicesElsewhere: false,
  mode: 'full',
  modeChoice: 'auto',
  qualities: new Map(),
};

/** How the class arrives, with what has changed: null is a person of whom nothing is known any more. */
export function withQualities(
  before: ReadonlyMap<string, MediaQuality>,
  people: Readonly<Record<string, MediaQuality | null>>,
): ReadonlyMap<string, MediaQuality> {
  const after = new Map(before);
  for (const [id, quality] of Object.entries(people)) {
    if (quality) after.set(id, quality);
    else after.delete(id);
  }
  return after;
}

import { noDevices } from './devices.ts';
import type { LocalSource } from './localSource.ts';
import type { MediaSnapshot } from './MediaClient.ts';

const off: LocalSource = { track: null, opening: false, problem: null, sending: false, mine: false };

/** How a page without sound and picture looks. */
export const offSnapshot: MediaSnapshot = {
  connection: 'off',
  local: { microphone: off, camera: off, screen: off },
  remote: [],
  speaking: [],
  needsTap: false,
  devices: noDevices,
  chosen: { microphone: null, camera: null, speaker: null },
  devicesElsewhere: false,
  mode: 'full',
  modeChoice: 'auto',
  qualities: new Map(),
};

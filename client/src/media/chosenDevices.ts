import { remember, remembered } from '../ui/remembered.ts';
import type { DeviceChoice, DeviceLists } from './devices.ts';

export const deviceKinds = ['microphone', 'camera', 'speaker'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What a person chose; null leaves it to the system. */
export type ChosenDevices = Readonly<Record<DeviceKind, DeviceChoice | null>>;

const lists = { microphone: 'microphones', camera: 'cameras', speaker: 'speakers' } as const;
const keyOf = (kind: DeviceKind) => `device ${kind}`;

export const devicesOf = (all: DeviceLists, kind: DeviceKind): readonly DeviceChoice[] => all[lists[kind]];

/** What was chosen in this browser, perhaps weeks ago. */
export const rememberedDevices = (): ChosenDevices => ({
  microphone: rememberedDevice('microphone'),
  camera: rememberedDevice('camera'),
  speaker: rememberedDevice('speaker'),
});

function rememberedDevice(kind: DeviceKind): DeviceChoice | null {
  try {
    const saved: unknown = JSON.parse(remembered(keyOf(kind)) ?? 'null');
    if (typeof saved !== 'object' || saved === null || !('id' in saved) || !('label' in saved)) return null;
    const { id, label } = saved;
    return typeof id === 'string' && typeof label === 'string' ? { id, label } : null;
  } catch {
    return null;
  }
}

export const rememberDevice = (kind: DeviceKind, device: DeviceChoice | null): void =>
  remember(keyOf(kind), device && JSON.stringify(device));

/** The chosen device among those that are plugged in. Its id changes when permissions are cleared: its name stays. */
export const findDevice = (plugged: readonly DeviceChoice[], chosen: DeviceChoice): DeviceChoice | null =>
  plugged.find(({ id }) => id === chosen.id) ??
  plugged.find(({ label }) => label !== '' && label === chosen.label) ??
  null;

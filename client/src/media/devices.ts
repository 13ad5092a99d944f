import type { Source } from '#shared/media.ts';
import { type DeviceProblem, deviceProblemOf } from './deviceProblems.ts';

export type Opened = { track: MediaStreamTrack } | { problem: DeviceProblem };

export type DeviceChoice = { id: string; label: string };
export type DeviceLists = {
  microphones: readonly DeviceChoice[];
  cameras: readonly DeviceChoice[];
  speakers: readonly DeviceChoice[];
};
export const noDevices: DeviceLists = { microphones: [], cameras: [], speakers: [] };

/** What the browser does for a voice before it leaves: a factory's meeting room echoes. */
const voice = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };

/** A phone's processor has to encode every layer, and its screen shows no more. */
const isSmall = (): boolean => matchMedia('(pointer: coarse)').matches;
const picture = () =>
  isSmall()
    ? { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 20, max: 24 } }
    : { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

/** Asks the browser for a microphone, a camera or a screen; never throws. @param deviceId null: the browser's choice. */
export async function openDevice(source: Source, deviceId: string | null): Promise<Opened> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return { problem: isSecureContext ? 'unsupported' : 'insecure' };
  try {
    const stream = await ask(devices, source, deviceId);
    const track = stream?.getTracks()[0];
    if (!track) return { problem: 'unsupported' };
    // Text must stay sharp, even when that takes a lower frame rate.
    if (source === 'screen') track.contentHint = 'detail';
    return { track };
  } catch (error) {
    return { problem: deviceProblemOf(error) };
  }
}

async function ask(
  devices: MediaDevices,
  source: Source,
  deviceId: string | null,
): Promise<MediaStream | null> {
  const exactly = deviceId ? { deviceId: { exact: deviceId } } : {};
  switch (source) {
    case 'microphone':
      return devices.getUserMedia({ audio: { ...voice, ...exactly } });
    case 'camera':
      return devices.getUserMedia({ video: { ...picture(), ...exactly } });
    case 'screen':
      // Phones have no such call, whatever the types say.
      if (typeof devices.getDisplayMedia !== 'function') return null;
      return devices.getDisplayMedia({ video: { frameRate: { ideal: 10, max: 15 } }, audio: false });
  }
}

/**
 * The same, with the system's own device where the chosen one is unplugged or held by another program: any is
 * better than none. `deviceId` says which it became.
 */
export async function openChosen(
  source: Source,
  deviceId: string | null,
): Promise<Opened & { deviceId: string | null }> {
  const opened = await openDevice(source, deviceId);
  const isHad = !('problem' in opened) || (opened.problem !== 'noDevice' && opened.problem !== 'inUse');
  if (deviceId === null || isHad) return { ...opened, deviceId };
  return { ...(await openDevice(source, null)), deviceId: null };
}

/** Whether this browser can share a screen at all. */
export const canShareScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** What Chromium calls the system's choice: it's the same device twice, and no choice but ours for "the system's". */
const aliases = ['', 'default', 'communications'];

/** The devices that there are; without permission they have no names, and some browsers hide them. */
export async function listDevices(): Promise<DeviceLists> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((device) => device.kind === kind && !aliases.includes(device.deviceId))
      .map(({ deviceId: id, label }) => ({ id, label }));
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') };
}

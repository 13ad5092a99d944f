import type { types } from 'mediasoup-client';
import { type Source, sources } from '#shared/media.ts';
import type { DeviceProblem } from './deviceProblems.ts';
import { LocalDevice, type LocalDeviceParts, type TrackFilter } from './LocalDevice.ts';

/** A device of this machine as the interface shows it. */
export type LocalSource = {
  /** What others receive. */
  readonly track: MediaStreamTrack | null;
  /** The device's name; empty where the browser doesn't tell, and while it isn't open. */
  readonly label: string;
  /** The browser is being asked for it, perhaps with a question to the person. */
  readonly opening: boolean;
  readonly problem: DeviceProblem | null;
  /** Others can receive it. */
  readonly sending: boolean;
  /** This device, of all that the person has, is the one that sends it. */
  readonly mine: boolean;
};
export type LocalSources = Readonly<Record<Source, LocalSource>>;
/** The same from inside. */
export type Local = {
  readonly source: Source;
  /** The Room says that it's on. */
  wanted: boolean;
  /** This device, of all that the person has, is the one that sends it. */
  mine: boolean;
  /** Opened at a tap, and the Room has yet to say yes or no. */
  awaited: boolean;
  /** Switched off at a tap, and the Room has yet to say so: nothing but a tap brings it back. */
  hushed: boolean;
  readonly device: LocalDevice;
  producer: types.Producer | null;
  running: boolean;
  isDue: boolean;
  /** Another try, after one that failed. */
  retry: ReturnType<typeof setTimeout> | null;
  /** How many tries have failed one after another. */
  failures: number;
  rest: ReturnType<typeof setTimeout> | null;
};

export const newLocal = (source: Source, parts: LocalDeviceParts, filter: TrackFilter | null): Local => ({
  source,
  wanted: false,
  mine: false,
  awaited: false,
  hushed: false,
  device: new LocalDevice(source, parts, filter),
  producer: null,
  running: false,
  isDue: false,
  retry: null,
  failures: 0,
  rest: null,
});

export const shownOfAll = (locals: Readonly<Record<Source, Local>>): LocalSources => ({
  microphone: shownOf(locals.microphone),
  camera: shownOf(locals.camera),
  screen: shownOf(locals.screen),
});

/** Whether this device is to send it. */
export const isOn = ({ wanted, mine, hushed }: Local): boolean => wanted && mine && !hushed;

const shownOf = (it: Local): LocalSource => ({
  track: it.device.outgoing,
  label: it.device.track?.label ?? '',
  opening: it.device.isOpening,
  problem: it.device.problem,
  sending: it.producer !== null && !it.producer.paused,
  mine: it.mine,
});

export const isSameShown = (a: LocalSources, b: LocalSources): boolean =>
  sources.every((source) => isSame(a[source], b[source]));

const isSame = (a: LocalSource, b: LocalSource): boolean =>
  a.track === b.track &&
  a.label === b.label &&
  a.opening === b.opening &&
  a.problem === b.problem &&
  a.sending === b.sending &&
  a.mine === b.mine;

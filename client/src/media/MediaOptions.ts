import type { MediaMode, Source } from '#shared/media.ts';
import type { BlurProblem } from './blur/BlurKeeper.ts';
import type { DeviceNews } from './DeviceKeeper.ts';
import type { DeviceProblem } from './deviceProblems.ts';

/** Whose media it is, and what their page is told of what happens by itself. */
export type MediaOptions = {
  /** Names this person in this Room, to know a reload of this tab from another tab. */
  readonly key: string;
  /** Something that the Room says is on can't be sent from here. */
  cannot(source: Source, problem: DeviceProblem): void;
  /** Its person switched it off here, and the page was reloaded before the Room had heard of it. */
  stillOn?(source: Source): void;
  /** The system gives this device muted and keeps it so: it is on, and nobody hears or sees anything of it. */
  keptMuted?(source: Source): void;
  /** The network, and not the person, has chosen another mode. */
  modeChanged?(mode: MediaMode): void;
  /** A chosen device is unplugged or plugged in again. */
  deviceNews?(news: DeviceNews): void;
  /** The background can't be blurred, and so the camera's picture has stopped. */
  blurFailed?(why: BlurProblem): void;
};

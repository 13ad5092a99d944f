import type { Rendition } from '#shared/clips.ts';
import type { MediaMode } from '#shared/media.ts';

export const clipPath = (sessionId: string, clipId: string, rendition: Rendition): string =>
  `/api/sessions/${sessionId}/clips/${clipId}/${rendition}`;

/** A file that plays. */
export type Playable = Exclude<Rendition, 'still.webp'>;

/** What a device plays of a video, by how much it takes of the class. */
export const renditionIn: Record<MediaMode, Playable> = {
  full: 'standard.mp4',
  light: 'light.mp4',
  audio: 'sound.m4a',
};

/**
 * So much waiting of late is no accident, in milliseconds: the file is too large for the network. A lighter one is given
 * more time, since it begins to load where the network is known to be weak; below the sound there is nothing.
 */
export const patienceWith: Record<Playable, number> = {
  'standard.mp4': 3_000,
  'light.mp4': 10_000,
  'sound.m4a': Number.POSITIVE_INFINITY,
};

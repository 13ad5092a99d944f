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

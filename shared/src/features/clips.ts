import type { ServerTime } from '../basics.ts';
import type { ClipsCommand } from '../commands/clips.ts';

/** Half an hour, in milliseconds: longer than any part of a class. */
export const maxClipLength = 30 * 60_000;
export const maxClips = 20;

/** Playing begins this long after it was asked for, in milliseconds, so that everybody hears of it before. */
export const playLead = 500;

/** A video of the Session, from the server's own copies of it: see `shared/src/clips.ts`. */
export type Clip = {
  id: string;
  title: string;
  /** In milliseconds. */
  length: number;
  /** Of the standard rendition, in pixels. */
  width: number;
  height: number;
  sound: boolean;
};

/** Where a Clip is: at `position` (milliseconds from its beginning) at the time `at`, and from then on, if it plays, a second a second. */
export type ClipPlace = { playing: boolean; position: number; at: ServerTime };
export type ShownClip = ClipPlace & { clip: Clip };

/** The place of a Clip at a time, in milliseconds from its beginning; never beyond its end. */
export const placeAt = ({ playing, position, at }: ClipPlace, length: number, now: ServerTime): number =>
  Math.min(length, playing ? position + Math.max(0, now - at) : position);

export type ClipsSystemCommand =
  | { feature: 'clips'; type: 'clipReady'; clip: Clip }
  | { feature: 'clips'; type: 'ended' };

export type ClipsView = {
  shown: ShownClip | null;
  /** Staff only: every Clip of the Session. */
  clips: readonly Clip[] | null;
};

export type ClipsEvent =
  | { feature: 'clips'; type: 'clipShown'; shown: ShownClip }
  | ({ feature: 'clips'; type: 'moved' } & ClipPlace)
  | { feature: 'clips'; type: 'hidden' }
  | { feature: 'clips'; type: 'clipsChanged'; clips: readonly Clip[] };

export interface ClipsTypes {
  command: ClipsCommand;
  system: ClipsSystemCommand;
  event: ClipsEvent;
  view: ClipsView;
}

export function foldClips(view: ClipsView, event: ClipsEvent): ClipsView {
  switch (event.type) {
    case 'clipShown':
      return { ...view, shown: event.shown };
    case 'moved': {
      const { playing, position, at } = event;
      return { ...view, shown: view.shown && { ...view.shown, playing, position, at } };
    }
    case 'hidden':
      return { ...view, shown: null };
    case 'clipsChanged':
      return { ...view, clips: event.clips };
  }
}

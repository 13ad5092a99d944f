import { isStaff } from '#shared/basics.ts';
import {
  type Clip,
  type ClipPlace,
  type ClipsEvent,
  maxClips,
  placeAt,
  playLead,
  type ShownClip,
} from '#shared/features/clips.ts';
import { type Feature, type Outcome, refuse } from '../../kernel/feature.ts';

export type ClipsState = {
  readonly clips: readonly Clip[];
  readonly shown: (ClipPlace & { readonly clipId: string }) | null;
};

/** Videos, and the one that plays for everybody. Where it is, follows from a place and a time. */
export const clips: Feature<'clips', ClipsState> = {
  initial: { clips: [], shown: null },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'clipReady': {
        if (state.clips.some(({ id }) => id === command.clip.id)) return refuse('alreadyDone');
        if (state.clips.length >= maxClips) return refuse('tooMany');
        const all = [...state.clips, command.clip];
        return { state: { ...state, clips: all }, tell: [{ to: 'staff', event: clipsChanged(all) }] };
      }
      case 'show': {
        const clip = state.clips.find(({ id }) => id === command.clipId);
        if (!clip) return refuse('notFound');
        if (state.shown?.clipId === clip.id) return refuse('alreadyDone');
        const place = { playing: false, position: 0, at: ctx.at };
        const event: ClipsEvent = { feature: 'clips', type: 'clipShown', shown: { clip, ...place } };
        return {
          state: { ...state, shown: { clipId: clip.id, ...place } },
          tell: [{ to: 'everyone', event }],
        };
      }
      case 'hide':
        if (!state.shown) return refuse('alreadyDone');
        return { state: { ...state, shown: null }, tell: [{ to: 'everyone', event: hidden }] };
      case 'remove': {
        if (!state.clips.some(({ id }) => id === command.clipId)) return refuse('notFound');
        const wasShown = state.shown?.clipId === command.clipId;
        const all = state.clips.filter(({ id }) => id !== command.clipId);
        return {
          state: { clips: all, shown: wasShown ? null : state.shown },
          tell: [
            ...(wasShown ? [{ to: 'everyone' as const, event: hidden }] : []),
            { to: 'staff', event: clipsChanged(all) },
          ],
        };
      }
    }
    const shown = shownClip(state);
    if (!shown) return refuse('notNow');
    const { length } = shown.clip;
    const now = placeAt(shown, length, ctx.at);
    switch (command.type) {
      case 'play':
        if (shown.playing) return refuse('alreadyDone');
        // From its end it plays again.
        return move(state, { playing: true, position: now < length ? now : 0, at: ctx.at + playLead });
      case 'pause':
        if (!shown.playing) return refuse('alreadyDone');
        return move(state, { playing: false, position: now, at: ctx.at });
      case 'seek': {
        const at = shown.playing ? ctx.at + playLead : ctx.at;
        return move(state, { playing: shown.playing, position: Math.min(command.position, length), at });
      }
      case 'ended':
        if (!shown.playing) return refuse('alreadyDone');
        return move(state, { playing: false, position: length, at: ctx.at });
    }
  },

  viewFor(state, viewer) {
    return { shown: shownClip(state), clips: isStaff(viewer.role) ? state.clips : null };
  },

  due(state) {
    const shown = shownClip(state);
    if (!shown?.playing) return null;
    const at = shown.at + shown.clip.length - shown.position;
    return { at, command: { feature: 'clips', type: 'ended' } };
  },
};

function shownClip({ clips: all, shown }: ClipsState): ShownClip | null {
  const clip = shown && all.find(({ id }) => id === shown.clipId);
  if (!clip) return null;
  const { playing, position, at } = shown;
  return { clip, playing, position, at };
}

function move(state: ClipsState, place: ClipPlace): Outcome<'clips', ClipsState> {
  return {
    state: { ...state, shown: state.shown && { ...state.shown, ...place } },
    tell: [{ to: 'everyone', event: { feature: 'clips', type: 'moved', ...place } }],
  };
}

const hidden: ClipsEvent = { feature: 'clips', type: 'hidden' };
const clipsChanged = (all: readonly Clip[]): ClipsEvent => ({
  feature: 'clips',
  type: 'clipsChanged',
  clips: all,
});

import type { FeatureGenerators } from './types.ts';

export const clips: FeatureGenerators<'clips'> = {
  commands: {
    show(draw, { state }) {
      const clip = draw.one(state.clips.clips);
      return clip ? { clipId: clip.id } : null;
    },
    play: () => ({}),
    pause: () => ({}),
    seek(draw, { state }) {
      const { shown, clips: all } = state.clips;
      const clip = all.find(({ id }) => id === shown?.clipId);
      // Now and then beyond its end.
      return clip ? { position: draw.int(0, clip.length + 1_000) } : null;
    },
    hide: (draw) => (draw.chance(30) ? {} : null),
    remove(draw, { state }) {
      const clip = draw.chance(30) ? draw.one(state.clips.clips) : undefined;
      return clip ? { clipId: clip.id } : null;
    },
  },
  system: {
    clipReady(draw, { state }) {
      const known = draw.chance(10) ? draw.one(state.clips.clips) : undefined;
      return {
        clip: {
          id: known?.id ?? draw.id('clip'),
          title: draw.text(),
          length: draw.int(1, 20_000),
          width: 1280,
          height: draw.int(540, 720),
          sound: draw.bool(),
        },
      };
    },
    ended: 'byItself',
  },
};

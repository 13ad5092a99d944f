import type { FeatureGenerators } from './types.ts';

export const sharedRoom: FeatureGenerators<'sharedRoom'> = {
  commands: {
    sit: (draw) => ({ sounding: draw.bool() }),
    sitAlone: () => ({}),
  },
  system: { presenceChanged: 'byItself' },
};

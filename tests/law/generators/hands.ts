import type { FeatureGenerators } from './types.ts';

export const hands: FeatureGenerators<'hands'> = {
  commands: {
    raise: () => ({}),
    lower: () => ({}),
    lowerFor(draw, { state }) {
      const participantId = draw.one(state.hands.queue);
      return participantId ? { participantId } : null;
    },
    lowerAll: () => ({}),
    call(draw, { state }) {
      const participantId = draw.one(state.hands.queue);
      return participantId ? { participantId } : null;
    },
  },
  system: { gone: 'byItself' },
};

import type { FeatureGenerators } from './types.ts';

export const chat: FeatureGenerators<'chat'> = {
  commands: {
    send: (draw) => ({ text: draw.text() }),
    remove(draw, { state }) {
      const messageId = draw.one(Object.values(state.chat.spaces).flat())?.id;
      return messageId ? { messageId } : null;
    },
    setOpen: (draw, { state }) => ({ open: draw.chance(90) !== state.chat.open }),
  },
  system: { erased: 'byItself' },
};

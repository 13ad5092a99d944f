import type { FeatureGenerators } from './types.ts';

export const chat: FeatureGenerators<'chat'> = {
  commands: {
    // Long ones too: then a View holds as many as fit, rather than fifty.
    send: (draw) => ({ text: draw.chance(50) ? draw.text().padEnd(500, '长') : draw.text() }),
    remove(draw, { state }) {
      const messageId = draw.one(Object.values(state.chat.spaces).flat())?.id;
      return messageId ? { messageId } : null;
    },
    setOpen: (draw, { state }) => ({ open: draw.chance(90) !== state.chat.open }),
  },
  system: { erased: 'byItself' },
};

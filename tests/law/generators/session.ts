import type { FeatureGenerators } from './types.ts';

export const session: FeatureGenerators<'session'> = {
  commands: {
    openLobby: () => ({}),
    start: (_draw, room) => (room.progress > 0.06 ? {} : null),
    close: (_draw, room) => (room.progress > 0.88 ? {} : null),
    present(draw, room) {
      const participantId = draw.one(room.present(draw.chance(90) ? 'staff' : 'all'));
      return participantId ? { participantId } : null;
    },
  },
  system: {
    ownerChanged: (draw, room) => (draw.chance(20) ? { epoch: room.state.session.epoch + 1 } : null),
  },
};

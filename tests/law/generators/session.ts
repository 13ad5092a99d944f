import type { FeatureGenerators } from './types.ts';

export const session: FeatureGenerators<'session'> = {
  commands: {
    openLobby: () => ({}),
    start: (_draw, room) => (room.progress > 0.08 ? {} : null),
    close: (_draw, room) => (room.progress > 0.92 ? {} : null),
    present(draw, room) {
      const participantId = draw.one(room.present(draw.chance(90) ? 'staff' : 'all'));
      return participantId ? { participantId } : null;
    },
  },
  system: {
    ownerChanged: (_draw, room) => ({ epoch: room.state.session.epoch + 1 }),
  },
};

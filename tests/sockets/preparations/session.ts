import type { Preparations } from './types.ts';

export const session: Preparations<'session'> = {
  openLobby: () => ({}),
  start: () => ({}),
  async close(story) {
    await story.goLive();
    return {};
  },
  present: (story) => ({ participantId: story.trainer.id }),
};

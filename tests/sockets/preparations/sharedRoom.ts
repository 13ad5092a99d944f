import type { Preparations } from './types.ts';

export const sharedRoom: Preparations<'sharedRoom'> = {
  sit: () => ({ sounding: true }),
  async sitAlone(story) {
    await story.actor.must({ feature: 'sharedRoom', type: 'sit', sounding: false });
    return {};
  },
};

import type { Preparations } from './types.ts';

export const runOfShow: Preparations<'runOfShow'> = {
  async setSegment(story) {
    return { segmentId: (await story.state()).runOfShow.segments[2]?.id ?? '' };
  },
};

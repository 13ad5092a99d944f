import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

const clip = {
  id: 'clip-of-a-minute',
  title: 'A minute',
  length: 60_000,
  width: 1280,
  height: 720,
  sound: true,
};

export const clips: Preparations<'clips'> = {
  async show(story) {
    await story.happens({ feature: 'clips', type: 'clipReady', clip });
    return { clipId: clip.id };
  },
  async play(story) {
    await show(story);
    return {};
  },
  async pause(story) {
    await show(story);
    await story.trainerDoes({ feature: 'clips', type: 'play' });
    return {};
  },
  async seek(story) {
    await show(story);
    return { position: 30_000 };
  },
  async hide(story) {
    await show(story);
    return {};
  },
  async remove(story) {
    await story.happens({ feature: 'clips', type: 'clipReady', clip });
    return { clipId: clip.id };
  },
};

async function show(story: Story): Promise<void> {
  await story.happens({ feature: 'clips', type: 'clipReady', clip });
  await story.trainerDoes({ feature: 'clips', type: 'show', clipId: clip.id });
}

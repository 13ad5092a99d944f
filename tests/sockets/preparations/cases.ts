import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const cases: Preparations<'cases'> = {
  async show(story) {
    return { ...(await someCase(story)), to: 'class' };
  },
  async hide(story) {
    await story.trainerDoes({ feature: 'cases', type: 'show', ...(await someCase(story)), to: 'class' });
    return {};
  },
};

async function someCase(story: Story) {
  return { caseId: (await story.state()).cases.cases[0]?.id ?? '', section: 0 };
}

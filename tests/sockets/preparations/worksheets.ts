import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const worksheets: Preparations<'worksheets'> = {
  lock: groupsDocument,
  async unlock(story) {
    const { docId } = await groupsDocument(story);
    await story.trainerDoes({ feature: 'worksheets', type: 'lock', docId });
    return { docId };
  },
  showOnStage: groupsDocument,
};

async function groupsDocument(story: Story) {
  await story.member();
  await story.openGroups();
  return { docId: (await story.state()).worksheets.docs[0]?.id ?? '' };
}

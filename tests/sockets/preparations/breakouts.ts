import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const breakouts: Preparations<'breakouts'> = {
  async prepare(story) {
    await story.member();
    return { by: 'enterprise' };
  },
  async move(story) {
    const { id } = await story.member();
    await story.trainerDoes({ feature: 'breakouts', type: 'prepare', by: 'mixed', groupCount: 2 });
    return { participantId: id, groupId: null };
  },
  async open(story) {
    await story.member();
    await story.goLive();
    await story.trainerDoes({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
    return { minutes: 10, worksheetId: null, brief: '' };
  },
  async extend(story) {
    await groupsAtWork(story);
    return { minutes: 5 };
  },
  async message(story) {
    await groupsAtWork(story);
    return { text: 'Two minutes left!' };
  },
  hop: groupsAtWork,
  async close(story) {
    await groupsAtWork(story);
    return {};
  },
  async callHelp(story) {
    await story.openGroups();
    return {};
  },
  async answerHelp(story) {
    const { groupId, member } = await groupsWithMember(story);
    await member.must({ feature: 'breakouts', type: 'callHelp' });
    return { groupId };
  },
};

async function groupsWithMember(story: Story) {
  const member = await story.member();
  await story.openGroups();
  return { groupId: (await story.state()).breakouts.round?.groups[0]?.id ?? '', member };
}

async function groupsAtWork(story: Story) {
  const { groupId } = await groupsWithMember(story);
  return { groupId };
}

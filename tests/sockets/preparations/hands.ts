import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const hands: Preparations<'hands'> = {
  raise: () => ({}),
  async lower(story) {
    await story.actor.must({ feature: 'hands', type: 'raise' });
    return {};
  },
  lowerFor: memberWithHand,
  async lowerAll(story) {
    await memberWithHand(story);
    return {};
  },
  async call(story) {
    const member = await memberWithHand(story);
    await story.goLive();
    return member;
  },
};

async function memberWithHand(story: Story) {
  const member = await story.member();
  await member.must({ feature: 'hands', type: 'raise' });
  return { participantId: member.id };
}

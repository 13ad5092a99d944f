import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const polls: Preparations<'polls'> = {
  create: () => ({ question: 'Does it help?', options: ['Yes', 'No'], anonymous: false }),
  open: plannedPoll,
  close: openPoll,
  async setResults(story) {
    const { pollId } = await openPoll(story);
    const poll = (await story.state()).polls.opened.find(({ id }) => id === pollId);
    return { pollId, shown: !poll?.resultsShown };
  },
  remove: plannedPoll,
  async vote(story) {
    return { ...(await openPoll(story)), option: 1 };
  },
};

async function plannedPoll(story: Story) {
  return { pollId: (await story.state()).polls.planned[0]?.id ?? '' };
}

async function openPoll(story: Story) {
  const { pollId } = await plannedPoll(story);
  await story.trainerDoes({ feature: 'polls', type: 'open', pollId });
  return { pollId };
}

import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

const call = { feature: 'help', type: 'call', kind: 'sound', note: '' } as const;

export const help: Preparations<'help'> = {
  call: () => ({ kind: 'sound', note: 'I hear nothing' }),
  async cancel(story) {
    await story.actor.must(call);
    return {};
  },
  answer: memberWhoCalls,
  done: memberWhoCalls,
};

async function memberWhoCalls(story: Story) {
  const member = await story.member();
  await member.must(call);
  return { participantId: member.id };
}

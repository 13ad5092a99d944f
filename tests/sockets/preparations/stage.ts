import type { Story } from '../Story.ts';
import type { Preparations } from './types.ts';

export const stage: Preparations<'stage'> = {
  setMicrophone: actorUp({ on: true }),
  setCamera: actorUp({ on: true }),
  shareScreen: actorUp({ on: true }),
  async invite(story) {
    const member = await story.member();
    await story.goLive();
    return { participantId: member.id };
  },
  async answerInvite(story) {
    await story.goLive();
    await story.trainerDoes({ feature: 'stage', type: 'invite', participantId: story.actor.id });
    return { accept: true };
  },
  async takeDown(story) {
    return { participantId: (await memberSpeaking(story)).id };
  },
  stepDown: actorUp({}),
  async mute(story) {
    return { participantId: (await memberSpeaking(story)).id };
  },
  async muteAll(story) {
    await memberSpeaking(story);
    return {};
  },
};

function actorUp<T>(rest: T) {
  return async (story: Story): Promise<T> => {
    await story.goLive();
    await story.bringUp(story.actor);
    return rest;
  };
}

async function memberSpeaking(story: Story) {
  const member = await story.member();
  await story.goLive();
  await story.bringUp(member);
  await member.must({ feature: 'stage', type: 'setMicrophone', on: true });
  return member;
}

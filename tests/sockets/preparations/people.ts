import type { Preparations } from './types.ts';

export const people: Preparations<'people'> = {
  async remove(story) {
    return { participantId: (await story.member()).id };
  },
  async erase(story) {
    return { participantId: (await story.member()).id };
  },
  async answerDevice(story) {
    const { id } = await story.member();
    await story.happens({
      feature: 'people',
      type: 'deviceAsked',
      askId: 'ask-of-a-phone',
      participantId: id,
    });
    return { askId: 'ask-of-a-phone', allow: true };
  },
  async setHeads(story) {
    return { participantId: story.actorIsMember ? story.actor.id : (await story.member()).id, heads: 6 };
  },
  step: () => ({ to: 'plenary' }),
};

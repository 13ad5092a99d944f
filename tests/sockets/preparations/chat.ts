import type { Preparations } from './types.ts';

export const chat: Preparations<'chat'> = {
  send: () => ({ text: 'Hello!' }),
  async remove(story) {
    const member = await story.member();
    await member.must({ feature: 'chat', type: 'send', text: 'not for here' });
    return { messageId: member.view?.chat?.messages[0]?.id ?? '' };
  },
  setOpen: () => ({ open: false }),
};

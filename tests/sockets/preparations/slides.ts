import { deck } from '../Story.ts';
import type { Preparations } from './types.ts';

export const slides: Preparations<'slides'> = {
  showPage: () => ({ deckId: deck.id, page: 1 }),
  async hide(story) {
    await story.trainerDoes({ feature: 'slides', type: 'showPage', deckId: deck.id, page: 0 });
    return {};
  },
  removeDeck: () => ({ deckId: deck.id }),
};

import type { FeatureGenerators } from './types.ts';

export const slides: FeatureGenerators<'slides'> = {
  commands: {
    showPage(draw, { state }) {
      const deck = draw.one(state.slides.decks);
      return deck ? { deckId: deck.id, page: draw.int(0, deck.pages.length) } : null;
    },
    hide: () => ({}),
    removeDeck(draw, { state }) {
      const deck = draw.one(state.slides.decks);
      return deck ? { deckId: deck.id } : null;
    },
  },
  system: {
    deckReady(draw, { state }) {
      // A known id comes again after a crash between the conversion and its row.
      const known = draw.chance(10) ? draw.one(state.slides.decks) : undefined;
      const pages = Array.from({ length: draw.int(1, 4) }, () => ({
        width: 1600,
        height: draw.int(900, 1200),
      }));
      return { deck: { id: known?.id ?? draw.id('deck'), title: draw.text(), pages } };
    },
  },
};

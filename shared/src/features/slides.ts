import type { SlidesCommand } from '../commands/slides.ts';

export const maxPages = 300;

/** A page's picture is at `/api/sessions/<session>/decks/<deck>/<page>/<width>.webp`, at 1600 and 800 pixels of width. */
export type Page = { width: number; height: number };
export type Deck = { id: string; title: string; pages: readonly Page[] };

export type SlidesSystemCommand = { feature: 'slides'; type: 'deckReady'; deck: Deck };

export type SlidesView = {
  shown: { deck: Deck; page: number } | null;
  /** Staff only: every Deck of the Session. */
  decks: readonly Deck[] | null;
};

export type SlidesEvent =
  /** The Deck comes along when it is not the one shown before. */
  | { feature: 'slides'; type: 'deckShown'; deck: Deck; page: number }
  | { feature: 'slides'; type: 'pageShown'; page: number }
  | { feature: 'slides'; type: 'hidden' }
  | { feature: 'slides'; type: 'decksChanged'; decks: readonly Deck[] };

export interface SlidesTypes {
  command: SlidesCommand;
  system: SlidesSystemCommand;
  event: SlidesEvent;
  view: SlidesView;
}

export function foldSlides(view: SlidesView, event: SlidesEvent): SlidesView {
  switch (event.type) {
    case 'deckShown':
      return { ...view, shown: { deck: event.deck, page: event.page } };
    case 'pageShown':
      return view.shown ? { ...view, shown: { ...view.shown, page: event.page } } : view;
    case 'hidden':
      return { ...view, shown: null };
    case 'decksChanged':
      return { ...view, decks: event.decks };
  }
}

import { isStaff } from '#shared/basics.ts';
import type { Deck, SlidesEvent } from '#shared/features/slides.ts';
import { type Feature, refuse } from '../../kernel/feature.ts';

export type SlidesState = {
  readonly decks: readonly Deck[];
  readonly shown: { readonly deckId: string; readonly page: number } | null;
};

/** More Decks than any Session needs; each costs every staff snapshot some bytes. */
export const maxDecks = 40;

export const slides: Feature<'slides', SlidesState> = {
  initial: { decks: [], shown: null },

  handle(state, command) {
    switch (command.type) {
      case 'showPage': {
        const deck = state.decks.find((d) => d.id === command.deckId);
        if (!deck || command.page >= deck.pages.length) return refuse('notFound');
        if (state.shown?.deckId === deck.id && state.shown.page === command.page)
          return refuse('alreadyDone');
        const event: SlidesEvent =
          state.shown?.deckId === deck.id
            ? { feature: 'slides', type: 'pageShown', page: command.page }
            : { feature: 'slides', type: 'deckShown', deck, page: command.page };
        return {
          state: { ...state, shown: { deckId: deck.id, page: command.page } },
          tell: [{ to: 'everyone', event }],
        };
      }
      case 'hide':
        if (!state.shown) return refuse('alreadyDone');
        return { state: { ...state, shown: null }, tell: [{ to: 'everyone', event: hidden }] };
      case 'removeDeck': {
        if (!state.decks.some((d) => d.id === command.deckId)) return refuse('notFound');
        const wasShown = state.shown?.deckId === command.deckId;
        const next = {
          decks: state.decks.filter((d) => d.id !== command.deckId),
          shown: wasShown ? null : state.shown,
        };
        return {
          state: next,
          tell: [
            ...(wasShown ? [{ to: 'everyone' as const, event: hidden }] : []),
            { to: 'staff', event: decksChanged(next.decks) },
          ],
        };
      }
      case 'deckReady': {
        // A Deck stays as it is: it may be shown already, at a page that another one wouldn't have.
        if (state.decks.some((d) => d.id === command.deck.id)) return refuse('alreadyDone');
        if (state.decks.length >= maxDecks) return refuse('tooMany');
        const decks = [...state.decks, command.deck];
        return { state: { ...state, decks }, tell: [{ to: 'staff', event: decksChanged(decks) }] };
      }
    }
  },

  viewFor(state, viewer) {
    const deck = state.shown && state.decks.find((d) => d.id === state.shown?.deckId);
    return {
      shown: deck && state.shown ? { deck, page: state.shown.page } : null,
      decks: isStaff(viewer.role) ? state.decks : null,
    };
  },
};

const hidden: SlidesEvent = { feature: 'slides', type: 'hidden' };
const decksChanged = (decks: readonly Deck[]): SlidesEvent => ({
  feature: 'slides',
  type: 'decksChanged',
  decks,
});

import { expect, test } from 'vitest';
import type { Deck } from '#shared/features/slides.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { maxDecks } from './slides.ts';

const deck = (id: string, pages = 3): Deck => ({
  id,
  title: `Deck ${id}`,
  pages: Array.from({ length: pages }, () => ({ width: 1600, height: 900 })),
});

/** A live class with a second trainer, a member, an Observer, and two Decks of three pages. */
function classWithDecks(): RoomStory {
  const room = RoomStory.live();
  room.joins('second-trainer', 'trainer');
  room.joins('member', 'member', 'elm');
  room.joins('observer', 'observer');
  for (const id of ['deck-1', 'deck-2'])
    room.happens({ feature: 'slides', type: 'deckReady', deck: deck(id) });
  return room;
}
const turnsTo = (room: RoomStory, who: string, page: number, deckId = 'deck-1') =>
  room.asks(who, { feature: 'slides', type: 'showPage', deckId, page });
const pageOf = (room: RoomStory, who: string) => {
  const { shown } = room.view(who).slides;
  return shown && `${shown.deck.id} ${shown.page}`;
};

test('[SLIDES1] everyone sees the page that the presenter turns to, late joiners too', () => {
  const room = classWithDecks();
  expect(turnsTo(room, 'trainer', 2)).toBe('ok');
  room.joins('late-member', 'member', 'fir');
  for (const who of ['trainer', 'member', 'observer', 'late-member'])
    expect(pageOf(room, who)).toBe('deck-1 2');

  turnsTo(room, 'trainer', 0, 'deck-2');
  room.leaves('member');
  turnsTo(room, 'trainer', 1, 'deck-2');
  room.joins('member', 'member', 'elm');
  expect(pageOf(room, 'member')).toBe('deck-2 1');
});

test('[SLIDES2] two trainers who turn to the next page at once skip none', () => {
  const room = classWithDecks();
  turnsTo(room, 'trainer', 0);
  expect(turnsTo(room, 'trainer', 1)).toBe('ok');
  expect(turnsTo(room, 'second-trainer', 1)).toBe('alreadyDone');
  expect(pageOf(room, 'member')).toBe('deck-1 1');
});

test('[SLIDES3] only the presenter turns pages; while nobody presents, any of the staff', () => {
  const room = classWithDecks();
  expect(turnsTo(room, 'member', 0)).toBe('notAllowed');
  expect(turnsTo(room, 'observer', 0)).toBe('notAllowed');
  expect(turnsTo(room, 'second-trainer', 0)).toBe('ok');

  room.asks('trainer', { feature: 'session', type: 'present', participantId: 'trainer' });
  expect(turnsTo(room, 'second-trainer', 1)).toBe('notAllowed');
  expect(room.asks('second-trainer', { feature: 'slides', type: 'hide' })).toBe('notAllowed');
  expect(turnsTo(room, 'trainer', 1)).toBe('ok');
});

test('[SLIDES4] members and Observers know of no Deck but the one that is shown', () => {
  const room = classWithDecks();
  for (const who of ['member', 'observer'])
    expect(room.view(who).slides).toEqual({ shown: null, decks: null });
  turnsTo(room, 'trainer', 0);
  for (const who of ['member', 'observer'])
    expect(room.view(who).slides).toEqual({ shown: { deck: deck('deck-1'), page: 0 }, decks: null });
  expect(room.view('trainer').slides.decks?.map((d) => d.id)).toEqual(['deck-1', 'deck-2']);
});

test('[SLIDES5] a page is one of a Deck that is there, and a Deck does not change', () => {
  const room = classWithDecks();
  expect(turnsTo(room, 'trainer', 3)).toBe('notFound');
  expect(turnsTo(room, 'trainer', 0, 'no-such-deck')).toBe('notFound');
  expect(turnsTo(room, 'trainer', -1)).toBe('badRequest');
  expect(turnsTo(room, 'trainer', 0.5)).toBe('badRequest');
  turnsTo(room, 'trainer', 2);
  expect(room.tries({ feature: 'slides', type: 'deckReady', deck: deck('deck-1', 1) })).toBe('alreadyDone');
  expect(pageOf(room, 'member')).toBe('deck-1 2');
});

test('[SLIDES6] hiding, or removing the Deck that is shown, takes it from every screen', () => {
  const room = classWithDecks();
  turnsTo(room, 'trainer', 1);
  room.asks('trainer', { feature: 'slides', type: 'hide' });
  expect(pageOf(room, 'member')).toBeNull();
  expect(room.asks('trainer', { feature: 'slides', type: 'hide' })).toBe('alreadyDone');

  turnsTo(room, 'trainer', 1);
  room.asks('trainer', { feature: 'slides', type: 'removeDeck', deckId: 'deck-2' });
  expect(pageOf(room, 'member')).toBe('deck-1 1');
  room.asks('trainer', { feature: 'slides', type: 'removeDeck', deckId: 'deck-1' });
  expect(pageOf(room, 'member')).toBeNull();
  expect(room.view('trainer').slides.decks).toEqual([]);
});

test('[SLIDES7] a Session has at most 40 Decks', () => {
  const room = RoomStory.live();
  const ready = (n: number) =>
    room.tries({ feature: 'slides', type: 'deckReady', deck: deck(`deck-number-${n}`) });
  for (let n = 0; n < maxDecks; n++) expect(ready(n)).toBe('ok');
  expect(ready(maxDecks)).toBe('tooMany');
  expect(maxDecks).toBe(40);
});

import { describe, expect, it } from 'vitest';
import type { ShownCase } from '#shared/features/cases.ts';
import type { Deck } from '#shared/features/slides.ts';
import { commandsToShow } from './showing.ts';

const deck: Deck = { id: 'deck-1', title: 'Deck', pages: [] };
const shown = (to: ShownCase['to']): ShownCase => ({ caseId: 'case-1', edition: 1, section: 2, to });
const pages = { kind: 'slides', deckId: 'deck-1', from: 3, to: 5 } as const;
const showPage = { feature: 'slides', type: 'showPage', deckId: 'deck-1', page: 3 };
const hide = { feature: 'cases', type: 'hide' };

describe('a tap on slides', () => {
  it('shows the first of them, unless one of them is there', () => {
    expect(commandsToShow(pages, null, null)).toEqual([showPage]);
    expect(commandsToShow(pages, { deck, page: 2 }, null)).toEqual([showPage]);
    expect(commandsToShow(pages, { deck, page: 4 }, null)).toEqual([]);
    expect(commandsToShow(pages, { deck: { ...deck, id: 'deck-2' }, page: 4 }, null)).toEqual([showPage]);
  });

  it('takes away a case that the class has over them', () => {
    expect(commandsToShow(pages, { deck, page: 4 }, shown('class'))).toEqual([hide]);
    expect(commandsToShow(pages, { deck, page: 0 }, shown('class'))).toEqual([hide, showPage]);
    expect(commandsToShow(pages, { deck, page: 4 }, shown('groups'))).toEqual([]);
  });
});

describe('a tap on a case', () => {
  const material = { kind: 'caseStudy', caseId: 'case-1' } as const;
  const show = { feature: 'cases', type: 'show', caseId: 'case-1', section: 0, to: 'class' };

  it('shows it from its start, unless the class is in it', () => {
    expect(commandsToShow(material, null, null)).toEqual([show]);
    expect(commandsToShow(material, null, shown('groups'))).toEqual([show]);
    expect(commandsToShow(material, null, shown('class'))).toEqual([]);
  });
});

it('leaves polls and worksheets to their own panels', () => {
  expect(commandsToShow({ kind: 'poll', pollId: 'poll-1' }, null, null)).toBeNull();
});

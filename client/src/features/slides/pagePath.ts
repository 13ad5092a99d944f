/** The widths in which the server keeps a page, in pixels. */
export type PageWidth = 1600 | 800;

export const pagePath = (sessionId: string, deckId: string, page: number, width: PageWidth): string =>
  `/api/sessions/${sessionId}/decks/${deckId}/${page}/${width}.webp`;

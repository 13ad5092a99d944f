import type { DeckProblem } from '#shared/decks.ts';

export default {
  pageOf: 'Slide {{page}} of {{pages}}',
  presenting: 'Slide. Arrow keys turn the page.',
  previous: 'Previous slide',
  next: 'Next slide',
  deck: 'Deck',
  upload: 'Add a PPTX or PDF',
  none: 'No slides yet',
  noneText: 'Add a PowerPoint or PDF file. It is ready in about half a minute.',
  showPage: 'Show slide {{page}} to the class',
  step: {
    sending: 'sending',
    checking: 'checking the file',
    toPdf: 'reading the slides',
    drawing: 'drawing the slides',
  },
  problem: {
    notADeck: 'This is neither a PowerPoint file (.pptx) nor a PDF. Save it as one of these and try again.',
    encrypted: 'This file asks for a password. Save it without one and try again.',
    tooBig: 'This file is larger than 100 MB. Make its pictures smaller and try again.',
    tooManyPages: 'This file has more than 300 slides. Split it and try again.',
    zipBomb: 'This file unpacks to far more than a presentation holds. It was not opened.',
    damaged: 'This file is damaged. Open it in PowerPoint, save it anew and try again.',
    tookTooLong: 'This file took too long to convert and was stopped. Try it as a PDF.',
    empty: 'This file has no slides to show.',
    unreachable: 'The file could not be sent. Check your network and try again.',
    failed: 'The file could not be converted. Try again, or try it as a PDF.',
  } satisfies Record<DeckProblem | 'unreachable' | 'failed', string>,
} as const;

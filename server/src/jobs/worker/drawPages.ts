import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { type DeckPage, maxPageText, type PageSize } from '#shared/decks.ts';
import type { DeckLimits } from '../deckLimits.ts';
import { type DeckRefused, refuseDeck } from '../deckOutcome.ts';
import { encodePage, isFlat, type Pixels } from './encodePage.ts';

/** How many pages may be in work at once: one for each of two cores. */
const pagesInFlight = 2;

export type DrawingOrder = {
  pdf: string;
  outDir: string;
  limits: DeckLimits;
  /** What the trainer says to each page; ignored when there are not as many as pages. */
  notes: readonly string[];
  /** Called for each page in order, as soon as its pictures are on disk. */
  onPage: (page: DeckPage, done: number, total: number) => void;
};

/** Draws every page of a PDF as two WebP pictures. */
export async function drawPages(order: DrawingOrder): Promise<{ ok: true } | DeckRefused> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(await readFile(order.pdf));
  } catch (error) {
    // The library says in words what PDFium says in numbers: a password, or a security scheme it doesn't know.
    const locked = error instanceof Error && /password|security/i.test(error.message);
    return refuseDeck(locked ? 'encrypted' : 'damaged', `PDFium: ${error}`);
  }
  const total = document.getPageCount();
  if (total <= 0) return refuseDeck('empty', 'a PDF without pages');
  if (total > order.limits.pages) return refuseDeck('tooManyPages', `${total} pages`);
  const notes = order.notes.length === total ? order.notes : [];

  let reported = Promise.resolve();
  const inFlight: Promise<void>[] = [];
  for (let index = 0; index < total; index++) {
    const drawn = await drawPage(document, index);
    if (!drawn) return refuseDeck('damaged', `page ${index + 1} of ${total} can't be drawn`);
    const stored = storePage(order.outDir, index, drawn, notes[index]);
    stored.catch(() => {}); // Heard when its turn comes.
    // In order, each as soon as it and all before it are stored.
    reported = reported.then(async () => order.onPage(await stored, index + 1, total));
    reported.catch(() => {}); // Heard here or at the end.
    inFlight.push(reported);
    if (inFlight.length >= pagesInFlight) await inFlight.shift();
  }
  await reported;
  return { ok: true };
}

type Drawn = { pixels: Pixels; text: string };

async function drawPage(document: PDFiumDocument, index: number): Promise<Drawn | null> {
  try {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const longer = Math.max(originalWidth, originalHeight);
    if (!(longer > 0)) return null;
    const side = (points: number) => Math.max(1, Math.round((points / longer) * 1600));
    const text = tidy(page.getText()); // Before drawing, which closes the page.
    const { data, width, height } = await page.render({
      width: side(originalWidth),
      height: side(originalHeight),
    });
    return { pixels: { data, width, height }, text };
  } catch {
    return null; // PDFium gave up inside its sandbox; the whole job ends, so its state doesn't matter.
  }
}

async function storePage(
  outDir: string,
  index: number,
  { pixels, text }: Drawn,
  notes: string | undefined,
): Promise<DeckPage> {
  const flat = isFlat(pixels);
  const store = async (size: PageSize) => {
    const name = `${String(index + 1).padStart(3, '0')}-${size}.webp`;
    const picture = await encodePage(pixels, size, flat);
    await writeFile(join(outDir, name), picture);
    return { name, bytes: picture.length };
  };
  const [large, small] = await Promise.all([store(1600), store(800)]);
  return {
    width: pixels.width,
    height: pixels.height,
    files: { 1600: large.name, 800: small.name },
    bytes: { 1600: large.bytes, 800: small.bytes },
    ...(text && { text }),
    ...(notes && { notes }),
  };
}

/** The text without control characters (PDFium marks hyphens and line ends with some) and without empty lines. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/\n\s*\n+/g, '\n')
    .trim()
    .slice(0, maxPageText)
    .toWellFormed();
}

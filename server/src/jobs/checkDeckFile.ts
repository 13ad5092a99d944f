import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { holdsEncryptedDocument } from './compoundFile.ts';
import { type DeckLimits, defaultDeckLimits } from './deckLimits.ts';
import { type DeckRefused, refuseDeck } from './deckOutcome.ts';
import { openPresentationZip, readPart } from './presentationZip.ts';

export type DeckKind = 'pptx' | 'pdf';

/** What the sample of a presentation is taken for: a zip, or already one of PowerPoint's formats. */
const zipOfSlides =
  /^application\/(zip$|vnd\.ms-powerpoint\.|vnd\.openxmlformats-officedocument\.presentationml\.)/;

/** Enough for every signature, and little enough that a hostile file costs nothing. */
const sampleBytes = 4100;

/** A deck of 300 pages with thousands of pictures lists its parts in far less. */
const maxContentTypes = 2_000_000;

/**
 * The main part of a presentation, show or template, with macros or without, as [Content_Types].xml
 * calls it. Macros are let in: LibreOffice runs none here, and the pages are what counts.
 */
const mainParts =
  /presentationml\.(presentation|slideshow|template)\.main\+xml|ms-powerpoint\.(presentation|slideshow|template)\.macroEnabled\.main\+xml/;

/**
 * Says what an uploaded file is, by its content alone, and refuses what can be refused without
 * unpacking or drawing anything: cheap enough to run in the server while the uploader waits.
 * `convertDeck` finds the rest (a PDF's password, a zip that lies about itself, too many pages).
 */
export async function checkDeckFile(
  path: string,
  limits: DeckLimits = defaultDeckLimits,
): Promise<{ ok: true; kind: DeckKind } | DeckRefused> {
  const { size, sample } = await readStart(path);
  if (size === 0) return refuseDeck('empty', 'no bytes');
  if (size > limits.fileBytes) return refuseDeck('tooBig', `${size} bytes`);
  // Cut off after the sample, some files make the library stumble; such a file is none of ours.
  const type = await fileTypeFromBuffer(sample).catch(() => undefined);
  const mime = type?.mime ?? 'an unknown kind of file';
  if (mime === 'application/pdf') return { ok: true, kind: 'pdf' };
  if (mime === 'application/x-cfb') {
    return (await holdsEncryptedDocument(path))
      ? refuseDeck('encrypted', 'an encrypted Office document')
      : refuseDeck('notADeck', 'an Office document of the old format');
  }
  return zipOfSlides.test(mime) ? checkZip(path, limits) : refuseDeck('notADeck', mime);
}

async function readStart(path: string): Promise<{ size: number; sample: Buffer }> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
  return { size, sample: buffer.subarray(0, bytesRead) };
}

/** A zip may be anything; its list of content types says whether it is a presentation. */
async function checkZip(path: string, limits: DeckLimits): Promise<{ ok: true; kind: 'pptx' } | DeckRefused> {
  const opened = await openPresentationZip(path, limits);
  if (!opened.ok) return opened;
  try {
    const types = await readPart(opened, '[Content_Types].xml', maxContentTypes);
    if (types === null) return refuseDeck('notADeck', 'a zip without a list of content types');
    return mainParts.test(types)
      ? { ok: true, kind: 'pptx' }
      : refuseDeck('notADeck', 'a zip, no presentation');
  } catch (error) {
    return refuseDeck('damaged', `content types: ${error}`);
  } finally {
    opened.close();
  }
}

import { XmlElement } from '@rgrove/parse-xml';
import { maxPageText } from '#shared/decks.ts';
import type { DeckLimits } from '../deckLimits.ts';
import { type DeckRefused, refuseDeck } from '../deckOutcome.ts';
import { type OpenZip, openPresentationZip, unpackAll } from '../presentationZip.ts';
import {
  attribute,
  elementsNamed,
  localName,
  ownText,
  type Relations,
  readRelations,
  readXml,
} from './xmlParts.ts';

/** A slide that is shown, which is to say one page of the PDF. */
export type Slide = { notes: string };

/**
 * Looks through a whole PPTX before LibreOffice sees it: that it really unpacks to what it claims, how
 * many slides are shown, and what their speaker's notes are. Hidden slides don't count: LibreOffice
 * leaves them out of the PDF.
 */
export async function readSlides(
  path: string,
  limits: DeckLimits,
): Promise<{ ok: true; slides: Slide[] } | DeckRefused> {
  const zip = await openPresentationZip(path, limits);
  if (!zip.ok) return zip;
  try {
    const unpacked = await unpackAll(zip);
    if (!unpacked.ok) return unpacked;
    const parts = await slideParts(zip);
    if (!parts) return refuseDeck('damaged', 'the list of slides is missing or no XML');
    return await readShown(zip, parts, limits);
  } finally {
    zip.close();
  }
}

async function readShown(
  zip: OpenZip,
  parts: string[],
  limits: DeckLimits,
): Promise<{ ok: true; slides: Slide[] } | DeckRefused> {
  const slides: Slide[] = [];
  for (const part of parts) {
    const slide = await readXml(zip, part);
    if (!slide) return refuseDeck('damaged', `${part} is missing or no XML`);
    if (['0', 'false'].includes(attribute(slide, 'show') ?? '1')) continue;
    if (slides.length === limits.pages) return refuseDeck('tooManyPages', `of ${parts.length} slides`);
    slides.push({ notes: await readNotes(zip, part) });
  }
  return slides.length > 0 ? { ok: true, slides } : refuseDeck('empty', `${parts.length} slides, all hidden`);
}

/** The slides' parts in the order in which they are shown; null when the presentation can't be read. */
async function slideParts(zip: OpenZip): Promise<string[] | null> {
  const main = partOfKind(await readRelations(zip, ''), 'officeDocument');
  const presentation = main ? await readXml(zip, main) : null;
  if (!main || !presentation) return null;
  const relations = await readRelations(zip, main);
  const parts: string[] = [];
  // Only the presentation's own list: its sections, further down, list the same slides by number again.
  const list = presentation.children.find(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === 'sldIdLst',
  );
  for (const slide of list ? elementsNamed(list, 'sldId') : []) {
    // Its attributes are `id` and `r:id`; the second leads to the part.
    const id = Object.entries(slide.attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = id ? relations.get(id) : undefined;
    if (!relation) return null;
    parts.push(relation.part);
  }
  return parts;
}

/** The speaker's notes of a slide; empty when it has none. */
async function readNotes(zip: OpenZip, slidePart: string): Promise<string> {
  const part = partOfKind(await readRelations(zip, slidePart), 'notesSlide');
  const page = part ? await readXml(zip, part) : null;
  if (!page) return '';
  const texts: string[] = [];
  for (const shape of elementsNamed(page, 'sp')) {
    const [placeholder] = elementsNamed(shape, 'ph');
    // The other placeholders are the slide's picture, its number, the date, header and footer.
    if (placeholder && attribute(placeholder, 'type') === 'body') texts.push(paragraphs(shape));
  }
  return texts.join('\n').trim().slice(0, maxPageText).toWellFormed();
}

function paragraphs(shape: XmlElement): string {
  const lines: string[] = [];
  for (const paragraph of elementsNamed(shape, 'p')) {
    let line = '';
    for (const piece of elementsNamed(paragraph, 't', 'br')) {
      line += localName(piece) === 'br' ? '\n' : ownText(piece);
    }
    lines.push(line);
  }
  return lines.join('\n');
}

function partOfKind(relations: Relations, kind: string): string | undefined {
  return [...relations.values()].find((relation) => relation.kind === kind)?.part;
}

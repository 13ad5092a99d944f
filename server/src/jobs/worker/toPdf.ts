import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DeckRefused, refuseDeck } from '../deckOutcome.ts';
import { officeProfile } from '../jobFolder.ts';
import type { ConversionOrder } from './messages.ts';
import { makeOfficeProfile } from './officeProfile.ts';
import { handOver, runTool } from './runTool.ts';

type Pdf = { ok: true; path: string };

/**
 * How Impress writes the PDF. Pictures at 150 dots an inch are sharp at 1600 pixels (a slide is 13.3
 * inches wide) and quick to draw; the rest is what a page that is only looked at doesn't need.
 */
const pdfOptions = JSON.stringify({
  MaxImageResolution: { type: 'long', value: '150' },
  ExportBookmarks: { type: 'boolean', value: 'false' },
  ExportFormFields: { type: 'boolean', value: 'false' },
  ExportHiddenSlides: { type: 'boolean', value: 'false' },
});

/** Has LibreOffice make a PDF of a PPTX, with a fresh profile. It reports by the PDF alone: it exits with 0 anyway. */
export async function officeToPdf(order: ConversionOrder): Promise<Pdf | DeckRefused> {
  const profile = officeProfile(order.scratch);
  const profileUrl = await makeOfficeProfile(profile);
  await handOver(order, profile, join(profile, 'user'), join(profile, 'user', 'registrymodifications.xcu'));
  const folder = join(order.scratch, 'pdf');
  const { code, printed } = await runTool(order, order.tools.sofficePath, [
    `-env:UserInstallation=${profileUrl}`,
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nologo',
    '--nodefault',
    // Said, not guessed: a file can't choose another of its many import filters by its content.
    '--infilter=Impress MS PowerPoint 2007 XML',
    '--convert-to',
    `pdf:impress_pdf_Export:${pdfOptions}`,
    '--outdir',
    folder,
    order.source,
  ]);
  const made = await readdir(folder).catch(() => []);
  const pdf = made.find((name) => name.endsWith('.pdf'));
  if (!pdf)
    return refuseDeck('damaged', `LibreOffice made no PDF (exit code ${code}): ${printed.slice(-2000)}`);
  return { ok: true, path: join(folder, pdf) };
}

/** The columns of pdffonts at the end of a line: embedded, subset, unicode, object. */
const missingFont = / CID (?:Type 0C?|TrueType)(?: \(OT\))? +\S+ +no +(?:yes|no) +(?:yes|no) +\d+ +\d+$/m;

/**
 * PDFium brings Latin fonts of its own, but no Chinese ones: text in a font such as SimSun that the
 * PDF only names stays blank. Poppler puts the machine's Chinese font into such a PDF first. Where
 * Poppler is missing or fails, the PDF is drawn as it is.
 */
export async function withChineseFonts(order: ConversionOrder): Promise<string> {
  try {
    const fonts = await runTool(order, order.tools.pdffontsPath, [order.source]);
    if (!missingFont.test(fonts.printed)) return order.source;
    const complete = join(order.scratch, 'complete.pdf');
    await runTool(order, order.tools.pdftocairoPath, ['-pdf', order.source, complete]);
    await access(complete);
    return complete;
  } catch {
    return order.source;
  }
}

import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DeckPage, DeckProgress } from '#shared/decks.ts';
import type { DeckKind } from './checkDeckFile.ts';

import { unprivileged } from './confinement.ts';
import { type DeckLimits, defaultDeckLimits } from './deckLimits.ts';
import type { DeckRefused } from './deckOutcome.ts';
import { makeJobFolder } from './jobFolder.ts';
import { runConversion } from './runConversion.ts';
import type { DeckTools } from './worker/messages.ts';

export { checkDeckFile, type DeckKind } from './checkDeckFile.ts';

/** The programs as Debian installs them; configuration may name others. */
export const defaultDeckTools: DeckTools = {
  sofficePath: 'soffice',
  pdffontsPath: 'pdffonts',
  pdftocairoPath: 'pdftocairo',
  fontsConf: fileURLToPath(new URL('./fonts/fonts.conf', import.meta.url)),
};

export type DeckConversion = {
  /** The uploaded file, as `checkDeckFile` found it. */
  source: string;
  kind: DeckKind;
  /** Where the pictures go: a folder of this Deck alone. It is removed when the conversion fails. */
  outDir: string;
  limits?: Partial<DeckLimits>;
  tools?: Partial<DeckTools>;
  /** Under which the temporary folder is made; must be reachable for everyone. The system's by default. */
  tempDir?: string;
  /** Each page comes along as soon as its pictures are on disk, in order: `done` is its number. */
  onProgress?: (progress: DeckProgress, page?: DeckPage) => void;
  signal?: AbortSignal;
};

/**
 * Converts a PPTX or PDF to one pair of WebP pictures a page, in a process group of its own: LibreOffice
 * (PPTX only) → PDF → PDFium → sharp. At the time limit, or when `signal` aborts, the whole group is
 * killed. When the promise settles, no process, no temporary folder and, unless it succeeded, no picture
 * is left.
 *
 * @throws the signal's reason when aborted; an Error when the fault is ours, such as a program that
 *   isn't installed or a full disk.
 */
export async function convertDeck(
  conversion: DeckConversion,
): Promise<{ ok: true; pages: DeckPage[] } | DeckRefused> {
  const { source, kind, outDir, tempDir, signal, onProgress } = conversion;
  signal?.throwIfAborted();
  const limits = { ...defaultDeckLimits, ...conversion.limits };
  const tools = { ...defaultDeckTools, ...conversion.tools };
  const folder = await makeJobFolder(source, kind, tempDir);
  let succeeded = false;
  try {
    await mkdir(outDir, { recursive: true });
    const pages: DeckPage[] = [];
    const outcome = await runConversion(
      { kind, source: folder.source, scratch: folder.scratch, outDir, limits, tools, runAs: unprivileged },
      (progress, page) => {
        if (page) pages.push(page);
        onProgress?.(progress, page);
      },
      signal,
    );
    succeeded = outcome.ok;
    return outcome.ok ? { ok: true, pages } : outcome;
  } finally {
    await folder.remove();
    if (!succeeded) await rm(outDir, { recursive: true, force: true });
  }
}

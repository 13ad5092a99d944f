import { rmSync, writeFileSync } from 'node:fs';
import type { DeckProgress } from '#shared/decks.ts';
import type { DeckRefused } from '../deckOutcome.ts';
import { officeSockets } from '../jobFolder.ts';
import { ConversionOrder, type ConversionReport } from './messages.ts';
import { readSlides } from './readSlides.ts';
import { officeToPdf, withChineseFonts } from './toPdf.ts';

/*
 * The process of one conversion: the server sends it one order, it reports, it ends. It runs at low
 * priority and within the limits of `confinement.ts`; LibreOffice and Poppler are its children.
 */

try {
  // When memory runs out, the kernel should end a conversion rather than a class.
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // Not Linux, or not allowed: then the kernel chooses.
}

function say(report: ConversionReport): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.send?.(report, undefined, undefined, () => resolve());
  return promise;
}

async function convert(order: ConversionOrder): Promise<{ ok: true } | DeckRefused> {
  const begin = (step: DeckProgress['step']) =>
    say({ say: 'progress', progress: { step, done: 0, total: 1 } });
  await begin('checking');
  // Loaded while LibreOffice works: sharp and PDFium take a tenth of a second.
  const drawing = import('./drawPages.ts');
  drawing.catch(() => {}); // Heard below.
  let pdf = order.source;
  let notes: string[] = [];
  if (order.kind === 'pptx') {
    const slides = await readSlides(order.source, order.limits);
    if (!slides.ok) return slides;
    notes = slides.slides.map((slide) => slide.notes);
    await begin('toPdf');
    const made = await officeToPdf(order);
    if (!made.ok) return made;
    pdf = made.path;
  } else {
    pdf = await withChineseFonts(order);
  }
  const { drawPages } = await drawing;
  return drawPages({
    pdf,
    outDir: order.outDir,
    limits: order.limits,
    notes,
    onPage: (page, done, total) =>
      void say({ say: 'progress', progress: { step: 'drawing', done, total }, page }),
  });
}

/** The server is gone, perhaps by SIGKILL: nothing of this job may outlive it. */
function abandon(order: ConversionOrder): void {
  // The folders first, though LibreOffice may still write there (hence the retries): a signal to the
  // group reaches this process as well, unless it is the first of a namespace.
  for (const path of [order.scratch, order.outDir, ...officeSockets(order.scratch)]) {
    rmSync(path, { recursive: true, force: true, maxRetries: 10 });
  }
  process.kill(0, 'SIGKILL');
  process.exit(1);
}

process.once('message', async (message) => {
  const order = ConversionOrder.parse(message);
  const onDisconnect = () => abandon(order);
  process.once('disconnect', onDisconnect);
  try {
    const outcome = await convert(order);
    await say(
      outcome.ok
        ? { say: 'done' }
        : { say: 'refused', problem: outcome.problem, detail: outcome.detail.slice(0, 20_000) },
    );
  } catch (error) {
    await say({
      say: 'failed',
      detail: String(error instanceof Error ? error.stack : error).slice(0, 20_000),
    });
  }
  process.off('disconnect', onDisconnect);
  process.exit(0);
});

import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeckConversion } from '../../server/src/jobs/convertDeck.ts';
import { ConversionSite } from '../fixtures/decks/ConversionSite.ts';
import { officePdf } from '../fixtures/decks/officePdf.ts';
import { blankPdf } from '../fixtures/decks/pdf.ts';
import { numberedPptx } from '../fixtures/decks/presentation.ts';
import { editZip, readZip, writeZip } from '../fixtures/decks/zip.ts';

let site: ConversionSite;
beforeEach(async () => {
  site = await ConversionSite.open();
});
afterEach(() => site.close({ pictures: 'none' }));

/** Converts what the first look let through; answers with the problem and the word of it for the log. */
async function refused(bytes: Buffer, options: Partial<DeckConversion> = {}) {
  const steps = new Set<string>();
  const converted = await site.convert(bytes, { onProgress: ({ step }) => steps.add(step), ...options });
  if (converted.ok) throw new Error(`Converted to ${converted.pages.length} pages`);
  expect(steps).toContain('checking'); // The conversion said so, not the first look.
  return { problem: converted.problem, detail: converted.detail, steps: [...steps] };
}

describe('a PPTX is refused before LibreOffice sees it', () => {
  test('when it unpacks to more than it claims', async () => {
    const parts = await readZip(await numberedPptx(1));
    const bytes = Buffer.alloc(50_000_000);
    const lie = { name: 'ppt/media/image9.bmp', bytes, claimedSize: 1000 };
    expect(await refused(writeZip([...parts, lie]))).toMatchObject({
      problem: 'zipBomb',
      steps: ['checking'],
    });
  });

  test('when a part of it is broken', async () => {
    const parts = await readZip(await numberedPptx(1));
    const slide = parts.find(({ name }) => name === 'ppt/slides/slide1.xml')!;
    const packed = deflateRawSync(slide.bytes);
    const torn = { ...slide, packed: packed.fill(0x55, packed.length / 2) };
    const others = parts.filter((part) => part !== slide);
    const damaged = { problem: 'damaged', steps: ['checking'] };
    expect(await refused(writeZip([...others, torn]))).toMatchObject(damaged);
    expect(await refused(writeZip([...others, { ...slide, claimedSize: 10 ** 6 }]))).toMatchObject(damaged);
    expect(await refused(writeZip(others))).toMatchObject(damaged);
    const noXml = await editZip(writeZip(parts), { 'ppt/presentation.xml': (text) => text.slice(0, -20) });
    expect(await refused(noXml)).toMatchObject(damaged);
  });

  test('when it has too many slides, of which hidden ones do not count', async () => {
    const deck = await editZip(await numberedPptx(4), {
      'ppt/slides/slide1.xml': (text) => text.replace('<p:sld ', '<p:sld show="0" '),
    });
    const tooMany = { problem: 'tooManyPages', steps: ['checking'] };
    expect(await refused(deck, { limits: { pages: 2 } })).toMatchObject(tooMany);
    // With three pages allowed it passes on to LibreOffice, here one that does nothing.
    const idle = { limits: { pages: 3 }, tools: { sofficePath: 'true' } };
    expect(await refused(deck, idle)).toMatchObject({ problem: 'damaged', steps: ['checking', 'toPdf'] });
  });

  test('when there is nothing to show', async () => {
    const empty = { problem: 'empty', steps: ['checking'] };
    const none = await editZip(await numberedPptx(1), {
      'ppt/presentation.xml': (text) => text.replace(/<p:sldId [^>]*>/, ''),
    });
    expect(await refused(none)).toMatchObject(empty);
    const hidden = await editZip(await numberedPptx(1), {
      'ppt/slides/slide1.xml': (text) => text.replace('<p:sld ', '<p:sld show="false" '),
    });
    expect(await refused(hidden)).toMatchObject(empty);
  });
});

describe('a PDF is refused', () => {
  test('when it asks for a password', async () => {
    const pdf = await officePdf(site, await numberedPptx(1), 'a secret');
    expect((await refused(pdf)).problem).toBe('encrypted');
  });

  test('when it is cut off or no more than its first line', async () => {
    const pdf = await officePdf(site, await numberedPptx(2));
    expect((await refused(pdf.subarray(0, pdf.length / 4))).problem).toBe('damaged');
    expect((await refused(Buffer.from('%PDF-1.7\nand that was all'))).problem).toBe('damaged');
  });

  test('when it has too many pages, or none', async () => {
    expect((await refused(blankPdf(5), { limits: { pages: 4 } })).problem).toBe('tooManyPages');
    expect((await refused(blankPdf(0))).problem).toBe('empty');
  });
});

import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeckProgress } from '#shared/decks.ts';
import { DeckPage } from '#shared/schemas/decks.ts';
import { ConversionSite } from '../fixtures/decks/ConversionSite.ts';
import { officePdf } from '../fixtures/decks/officePdf.ts';
import { blankPdf, pdfNamingChineseFont } from '../fixtures/decks/pdf.ts';
import { linkingPptx, makePptx } from '../fixtures/decks/presentation.ts';
import { editZip } from '../fixtures/decks/zip.ts';

let site: ConversionSite;
beforeEach(async () => {
  site = await ConversionSite.open();
});
afterEach(() => site.close({ pictures: 'allowed' }));

/** Converts what must succeed; answers with its pages. */
async function pagesOf(bytes: Buffer): Promise<DeckPage[]> {
  const converted = await site.convert(bytes);
  if (!converted.ok) throw new Error(`Refused: ${converted.problem}: ${converted.detail}`);
  return converted.pages;
}

/** The grey levels of a picture, from black 0 to white 255. */
const greys = (name: string): Promise<Buffer> => sharp(site.picture(name)).greyscale().raw().toBuffer();

/** How many pixels are darker than mid-grey. */
const dark = (pixels: Buffer): number => pixels.reduce((count, grey) => count + (grey < 128 ? 1 : 0), 0);

/** How many pixels differ so much that it shows. */
const differing = (a: Buffer, b: Buffer): number =>
  a.reduce((count, grey, i) => count + (Math.abs(grey - b[i]!) > 96 ? 1 : 0), 0);

describe('a PPTX', () => {
  test('becomes pictures, text and notes, delivered page by page; hidden slides are left out', async () => {
    const plain = await makePptx([
      {
        lines: [{ text: '如何召开有效的会议' }, { text: 'Effective meetings' }],
        notes: '慢慢说\nSpeak slowly & clearly',
      },
      { lines: [{ text: 'Hidden' }], notes: 'Notes of the hidden slide' },
      { lines: [{ text: '第三页' }] },
      { lines: [{ text: 'Last' }], notes: 'Say goodbye' },
    ]);
    const deck = await editZip(plain, {
      'ppt/slides/slide2.xml': (text) => text.replace('<p:sld ', '<p:sld show="0" '),
      // Sections list the slides again, under the same name in another namespace.
      'ppt/presentation.xml': (text) =>
        text.replace(
          '</p:presentation>',
          '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">' +
            '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">' +
            '<p14:section name="A" id="{A1B2C3D4-0000-4000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/>' +
            '</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>',
        ),
    });
    const steps: DeckProgress[] = [];
    const delivered: DeckPage[] = [];
    const converted = await site.convert(deck, {
      onProgress: (progress, page) => {
        steps.push(progress);
        if (page) {
          delivered.push(page);
          expect(existsSync(site.picture(page.files[1600]))).toBe(true);
          expect(existsSync(site.picture(page.files[800]))).toBe(true);
        }
      },
    });
    expect(converted).toEqual({ ok: true, pages: delivered });
    expect(steps).toEqual([
      { step: 'checking', done: 0, total: 1 },
      { step: 'toPdf', done: 0, total: 1 },
      ...[1, 2, 3].map((done) => ({ step: 'drawing', done, total: 3 })),
    ]);
    expect(delivered.map(({ text, notes }) => [text?.replaceAll(' ', ''), notes])).toEqual([
      ['如何召开有效的会议\nEffectivemeetings', '慢慢说\nSpeak slowly & clearly'],
      ['第三页', undefined],
      ['Last', 'Say goodbye'],
    ]);
    for (const page of delivered) {
      expect(DeckPage.parse(page)).toEqual(page);
      for (const size of [1600, 800] as const) {
        const path = site.picture(page.files[size]);
        expect((await stat(path)).size).toBe(page.bytes[size]);
        const { format, width, height } = await sharp(path).metadata();
        expect({ format, width, height }).toEqual({ format: 'webp', width: size, height: (size * 9) / 16 });
      }
      expect([page.width, page.height]).toEqual([1600, 900]);
      expect(page.bytes[1600]).toBeLessThanOrEqual(40_000);
      expect(page.bytes[800]).toBeLessThanOrEqual(18_000);
    }
  });

  test('is drawn with the Chinese forms of characters that Japan writes differently', async () => {
    // Each of these is written differently in China and in Japan.
    const text = '直骨角令海返';
    const written = (font: string, language: string) => ({ lines: [{ text, font, language }] });
    await pagesOf(
      await makePptx([
        written('Noto Sans CJK SC', 'zh-CN'),
        written('Microsoft YaHei', 'zh-CN'),
        written('微软雅黑', 'en-US'), // As programs write that don't know what they write.
        written('Noto Sans CJK JP', 'ja-JP'),
        written('Noto Serif CJK SC', 'zh-CN'),
        written('华文宋体', 'en-US'), // A Song face, which has serifs, that only our rules know.
      ]),
    );
    const [chinese, yaHei, unknown, japanese, serif, song] = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((page) => greys(`00${page}-1600.webp`)),
    );
    expect(dark(chinese!)).toBeGreaterThan(2000);
    expect(differing(chinese!, yaHei!)).toBe(0);
    expect(differing(chinese!, unknown!)).toBe(0);
    expect(differing(serif!, song!)).toBe(0);
    // The measure is one that tells them apart.
    expect(differing(chinese!, japanese!)).toBeGreaterThan(200);
    expect(differing(chinese!, serif!)).toBeGreaterThan(200);
  });

  test('has no picture that it only links to on this disk', async () => {
    const secret = await site.upload(
      await sharp({ create: { width: 400, height: 400, channels: 3, background: 'black' } })
        .png()
        .toBuffer(),
      'secret.png',
    );
    await pagesOf(await linkingPptx(`file://${secret}`));
    expect(dark(await greys('001-1600.webp'))).toBeLessThan(20_000); // Of 1.4 million.
  });
});

describe('a PDF', () => {
  test('made by LibreOffice becomes pictures and text', async () => {
    const pdf = await officePdf(site, await makePptx([{ lines: [{ text: '你好 SCORE' }] }]));
    const [page, ...others] = await pagesOf(pdf);
    expect(others).toEqual([]);
    expect(page!.text).toContain('SCORE');
    expect(dark(await greys(page!.files[1600]))).toBeGreaterThan(1000);
  });

  test('that only names its Chinese font is not left blank', async () => {
    const [page] = await pagesOf(pdfNamingChineseFont('如何召开有效的会议'));
    expect(page!.text).toBe('如何召开有效的会议');
    expect(dark(await greys(page!.files[1600]))).toBeGreaterThan(2000);
  });

  test('with a page higher than wide fits into the square of its longer side', async () => {
    const [page] = await pagesOf(blankPdf(1, [300, 400]));
    expect([page!.width, page!.height]).toEqual([1200, 1600]);
    const { width, height } = await sharp(await readFile(site.picture(page!.files[800]))).metadata();
    expect([width, height]).toEqual([600, 800]);
  });
});

import sharp from 'sharp';
import type { PageSize } from '#shared/decks.ts';

// A page is read once, and never twice at the same time by one operation: no cache, one thread each.
sharp.cache(false);
sharp.concurrency(1);

/** The pixels of a page: red, green, blue and an unused byte. */
export type Pixels = { data: Uint8Array; width: number; height: number };

/** What a picture should weigh: at 100 kbit/s the small one arrives in a second and a half. */
const aim: Record<PageSize, number> = { 1600: 40_000, 800: 18_000 };

/** Below this many colours among the sampled pixels, a page is flat: black text has 250 greys at its edges. */
const flatColours = 600;

/**
 * Makes the WebP of one page at one size. A flat page is often smaller without loss than with it (a
 * table 17 kB instead of 48), and sharper, so it is tried both ways; any other would be twice as large.
 */
export async function encodePage(page: Pixels, size: PageSize, flat: boolean): Promise<Buffer> {
  const { data, width, height } = page;
  const picture = sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: size, height: size, fit: 'inside', withoutEnlargement: true });
  const lossy = (quality: number): Promise<Buffer> =>
    picture.clone().webp({ quality, preset: 'picture' }).toBuffer();
  let best = await lossy(70);
  if (flat) best = smaller(best, await picture.clone().webp({ lossless: true }).toBuffer());
  if (best.length <= aim[size]) return best;
  // Quality 50 saves a seventh, 40 a fifth. At 40 letters are still clean; below, their edges begin to smear.
  return smaller(best, await lossy(best.length * 0.86 <= aim[size] ? 50 : 40));
}

const smaller = (a: Buffer, b: Buffer): Buffer => (b.length < a.length ? b : a);

/** Whether a page is flat colours and the soft edges of letters, and no more. */
export function isFlat({ data }: Pixels): boolean {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  const colours = new Set<number>();
  // A prime step, so that it never walks down one column.
  for (let i = 0; i < pixels.length; i += 13) {
    colours.add(pixels[i]!);
    if (colours.size > flatColours) return false;
  }
  return true;
}

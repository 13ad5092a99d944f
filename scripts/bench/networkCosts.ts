import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { laptop, phone } from '../../tests/helpers/chromium.ts';
import { type NetworkClass, type Scenario, withMember } from './networkClass.ts';
import { type Figures, quantile, round } from './report.ts';
import { readStamps } from './stampedCamera.ts';

/** How long bits are counted, and pages turned meanwhile, in milliseconds. */
const countFor = 30_000;
const turns = 2;
/** How long it takes until the layers have settled, in milliseconds. */
const settle = 8_000;
/** The fewest pictures from which a delay may be told. */
const fewestPictures = 100;

/**
 * What the three modes cost a phone, and a laptop that shows more, with one speaker who has a camera; and how
 * old a picture is when it is seen.
 */
export const networkCosts: Record<string, Scenario> = {
  audioslides: async (room) => {
    const { kbit } = await cost(room, 'audio', phone);
    return { 'audioslides.kbit': kbit };
  },
  light: async (room) => {
    const { kbit, width } = await cost(room, 'light', phone);
    return { 'light.kbit': kbit, 'light.width': width };
  },
  viewer: async (room) => {
    const { kbit, width } = await cost(room, 'full', laptop);
    return { 'viewer.kbit': kbit, 'viewer.width': width };
  },
  viewerphone: async (room) => {
    const { kbit, width } = await cost(room, 'full', phone);
    return { 'viewerphone.kbit': kbit, 'viewerphone.width': width };
  },
  camera,
};

/** In kbit/s, both ways and with every header; and how wide the camera's picture is that comes, 0 for none. */
async function cost(
  room: NetworkClass,
  mode: 'full' | 'light' | 'audio',
  size: typeof phone,
): Promise<{ kbit: number; width: number }> {
  await room.showCamera();
  return withMember(
    room,
    async ({ page, listener, mode: inMode }) => {
      if (inMode() !== mode) throw new Error(`The page is in the mode ${inMode()}.`);
      await pause(settle);
      const width = mode === 'audio' ? 0 : await widthOf(page);
      if (mode === 'audio' && (await page.locator('video').count()) > 0)
        throw new Error('There is a picture in the mode audio.');
      const from = Date.now();
      const before = await room.network.carried();
      for (let i = 0; i < turns; i++) {
        await turnPage(room, page);
        await pause(countFor / turns);
      }
      const after = await room.network.carried();
      const took = Date.now() - from;
      const silence = await listener.longestSilence(from, from + countFor);
      if (silence > 1_000) throw new Error(`There was no sound for ${Math.round(silence)} ms.`);
      const bytes = after.down - before.down + (after.up - before.up);
      return { kbit: round((bytes * 8) / took), width };
    },
    { mode, size },
  );
}

/** One that nobody has seen yet, since what was seen is kept. */
async function turnPage(room: NetworkClass, page: Page): Promise<void> {
  const shown = await room.turnPage();
  await page.locator(`main img[data-page="${shown}"]`).first().waitFor();
}

async function widthOf(page: Page): Promise<number> {
  const read = await readStamps(page);
  await pause(2_000);
  const { delays, width } = await read();
  if (delays.length < 10) throw new Error(`Only ${delays.length} pictures came in 2 s.`);
  return width;
}

async function camera(room: NetworkClass): Promise<Figures> {
  await room.showCamera();
  return withMember(room, async ({ page }) => {
    await page.waitForFunction(() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0));
    await pause(settle);
    const read = await readStamps(page);
    await pause(15_000);
    const { delays, unreadable, width } = await read();
    if (delays.length < fewestPictures || unreadable > delays.length / 10)
      throw new Error(`${delays.length} pictures could be read, and ${unreadable} could not.`);
    return {
      'camera.delay.p50.ms': round(quantile(delays, 0.5)),
      'camera.delay.p95.ms': round(quantile(delays, 0.95)),
      'camera.pictures': delays.length,
      'camera.width': width,
    };
  });
}

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop, phone, phoneOnSide } from '../helpers/chromium.ts';
import {
  axeFindings,
  mousePointer,
  outOfReach,
  sidewaysScroll,
  smallTargets,
  whatStays,
} from '../helpers/lookOver.ts';
import { type Reader, ScreenCast } from '../helpers/screens/ScreenCast.ts';
import { screens, visit } from '../helpers/screens.ts';

/**
 * Every screen, as one story: each test goes on where the last one ended. Each is seen in both languages and
 * both themes, by members once on a phone and once on a laptop; all combinations would only cost time.
 */
const readers: readonly Reader[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

const tooSmallForMouse = (page: Page) => smallTargets(page, mousePointer);

let bed: BrowserBed;
let cast: ScreenCast;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  cast = await ScreenCast.begin({ ...bed.classroom, browser: bed.browser, readers });
});
afterAll(async () => {
  await cast?.close();
  await bed?.close();
});

test.each(screens)('[FACE2] [FACE3] [FACE4] $name', async (screen) => {
  const isConsole = screen.who === 'trainer';
  const found: Record<string, unknown> = {};
  await visit(screen, cast, async (page, reader) => {
    const { language } = readers[reader] ?? {};
    await page.setViewportSize(screen.size ?? phone);
    found[`${language} sideways`] = await whatStays(sidewaysScroll, page);
    // What is looked at on a laptop only has no fingers on it.
    if (screen.size !== laptop) found[`${language} small`] = await whatStays(smallTargets, page);
    if (screen.onSide) {
      await page.setViewportSize(phoneOnSide);
      found[`${language} on its side, small`] = await whatStays(smallTargets, page);
      found[`${language} on its side, out of reach`] = await whatStays(outOfReach, page);
      found[`${language} on its side, sideways`] = await whatStays(sidewaysScroll, page);
      await page.setViewportSize(phone);
    }
    if (!screen.size && (isConsole || reader > 0)) await page.setViewportSize(laptop);
    found[`${language} small for a mouse`] = await whatStays(tooSmallForMouse, page);
    found[`${language} out of reach`] = await whatStays(outOfReach, page);
    found[`${language} axe`] = await whatStays(axeFindings, page);
  });
  for (const [what, result] of Object.entries(found))
    expect.soft(result, what).toEqual(what.endsWith('sideways') ? 0 : []);
});

test('[FACE1] no page threw, or asked another site', () => expect(cast.problems).toEqual([]));

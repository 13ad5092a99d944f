import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop, phone } from '../helpers/chromium.ts';
import { cutTexts, sidewaysScroll, whatStays } from '../helpers/lookOver.ts';
import { pseudoCode } from '../helpers/pseudoLocale.ts';
import { ScreenCast } from '../helpers/screens/ScreenCast.ts';
import { screens, visit } from '../helpers/screens.ts';

/** Every screen in a language that is written from right to left and a third longer than English. */
let bed: BrowserBed;
let cast: ScreenCast;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  const readers = [{ language: pseudoCode, theme: 'light' }] as const;
  cast = await ScreenCast.begin({ ...bed.classroom, browser: bed.browser, readers });
});
afterAll(async () => {
  await cast?.close();
  await bed?.close();
});

const direction = (page: Page) =>
  page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`);

/** Arrows in sight that point where they would in a language that is written from left to right. */
const wrongArrows = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '[class*="lucide-arrow-left"], [class*="lucide-arrow-right"], [class*="lucide-chevron-left"], [class*="lucide-chevron-right"]',
      ),
    ]
      .filter((icon) => icon.checkVisibility())
      .filter((icon) => new DOMMatrix(getComputedStyle(icon).transform).a !== -1)
      .map((icon) => icon.outerHTML),
  );

/** Whether there is a choice of language in sight, or one tap away in a sheet that this screen opens or covers. */
const hasLanguages = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.querySelector('dialog[open]') !== null ||
      [...document.querySelectorAll('select')].some(
        (list) => list.querySelector('option[lang="zh-CN"]') && list.checkVisibility(),
      ) ||
      // A member's is in the sheet behind the bar's last button.
      document.querySelector('footer .lucide-ellipsis') !== null,
  );

const translated = screens.filter(({ ownWords }) => !ownWords);

test.each(translated)('[RTL2] [RTL3] [LANG1] $name', async (screen) => {
  const found: Record<string, unknown> = {};
  await visit(screen, cast, async (page) => {
    for (const [size, viewport] of Object.entries({ phone, laptop })) {
      await page.setViewportSize(viewport);
      found[`${size} sideways`] = await whatStays(sidewaysScroll, page);
      found[`${size} cut`] = await whatStays(cutTexts, page);
      found[`${size} arrows`] = await whatStays(wrongArrows, page);
    }
    expect.soft(await direction(page)).toBe(`${pseudoCode} rtl`);
    expect.soft(await hasLanguages(page), 'a choice of language').toBe(true);
  });
  for (const [what, result] of Object.entries(found))
    expect.soft(result, what).toEqual(what.endsWith('sideways') ? 0 : []);
});

test('[RTL3] sides are changed over: what comes first stands on the right', async () => {
  const context = await bed.person({ size: laptop, language: 'en' });
  const page = await context.newPage();
  /** Where the brand and the choice of language begin, from the left. */
  const places = () =>
    page.evaluate(() => {
      const [first, last] = [...(document.querySelector('header')?.children ?? [])];
      return [first, last].map((part) => part?.getBoundingClientRect().left ?? 0);
    });
  await page.goto(bed.classroom.links.observer.link);
  await page.locator('header select').waitFor();
  const [brand = 0, languages = 0] = await places();
  expect(brand).toBeLessThan(languages);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const [turnedBrand = 0, turnedLanguages = 0] = await places();
  expect(turnedBrand).toBeGreaterThan(turnedLanguages);
  await context.close();
});

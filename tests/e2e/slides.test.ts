import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop } from '../helpers/chromium.ts';
import { conversionPatience } from '../helpers/conversionPatience.ts';

let bed: BrowserBed;
beforeAll(async () => {
  bed = await BrowserBed.begin();
});
afterAll(() => bed?.close());

const shownPage = (page: Page) => page.locator('main img[data-page]').first().getAttribute('data-page');

test('[SLIDES1] everyone sees the page that the presenter turns to, late joiners too', async () => {
  const trainer = await bed.trainer();
  const member = await bed.enter(bed.enterpriseLink());
  await member.getByText('课堂').first().waitFor();

  await trainer.getByRole('button', { name: '开始上课' }).click();
  await trainer.getByRole('tab', { name: '课件' }).click();
  // The demo's deck is drawn after the first start.
  await trainer.getByRole('button', { name: '向全班展示第 1 页' }).click({ timeout: conversionPatience });
  await member.locator('img[data-page="0"]').waitFor();
  await member.waitForFunction(() => {
    const picture = document.querySelector<HTMLImageElement>('img[data-page="0"]');
    return picture?.complete && picture.naturalWidth > 0;
  });

  await trainer.locator('main section[tabindex="0"]').first().focus();
  await trainer.keyboard.press('ArrowRight');
  await trainer.keyboard.press('ArrowRight');
  await member.locator('img[data-page="2"]').waitFor();

  const late = await bed.enter(bed.enterpriseLink(1), { language: 'en' });
  await late.locator('img[data-page="2"]').waitFor();
  expect(await late.locator('img[data-page="2"]').getAttribute('alt')).toBe('Slide 3 of 16');

  await member.reload();
  await member.locator('img[data-page="2"]').waitFor();
  expect(await shownPage(member)).toBe('2');
  expect(bed.problems).toEqual([]);
});

test('[MODE4] whoever takes sound and slides alone gets the pages 800 pixels wide, on a large screen too', async () => {
  const member = await bed.enter(bed.enterpriseLink(2), { size: laptop, language: 'en' });
  const source = (page: number) =>
    member
      .locator(`main img[data-page="${page}"]`)
      .first()
      .evaluate((image: HTMLImageElement) => image.currentSrc);
  await expect.poll(() => source(2)).toContain('/1600.webp');
  await member.getByRole('button', { name: 'More' }).click();
  await member.getByLabel('What comes to this device').selectOption({ label: 'Sound and slides only' });
  await member.keyboard.press('Escape');
  const [trainer] = bed.browser.contexts().flatMap((each) => each.pages());
  await trainer?.locator('main section[tabindex="0"]').first().focus();
  // The next page was there already, in its large size, before the choice.
  for (const page of [3, 4]) {
    await trainer?.keyboard.press('ArrowRight');
    await member.locator(`main img[data-page="${page}"]`).waitFor();
  }
  await expect.poll(() => source(4)).toContain('/800.webp');
});

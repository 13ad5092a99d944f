import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How long a page is looked at again that looks wrong, in milliseconds. */
const settlesWithin = 10_000;

/** What a look finds, and finds again: on a busy machine a page follows a new size a moment later. */
export async function whatStays<Found extends number | readonly string[]>(
  look: (page: Page) => Promise<Found>,
  page: Page,
): Promise<Found> {
  const until = performance.now() + settlesWithin;
  for (;;) {
    const found = await look(page);
    const isRight = typeof found === 'number' ? found === 0 : found.length === 0;
    if (isRight || performance.now() > until) return found;
  }
}

/** What axe finds wrong with what a page shows now, as sentences. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

/** How far the page can be scrolled sideways, in pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What a finger hits reliably (WCAG 2.5.5), in pixels: for everybody's phone, the console on one included. */
export const fingertip = 44;

/** What a mouse or a trackpad hits, in pixels: the least that WCAG 2.2 AA (2.5.8) lets a laptop's controls be. */
export const mousePointer = 24;

/** Controls smaller than this in pixels either way, counting the label that belongs to them. */
export const smallTargets = (page: Page, least = fingertip): Promise<string[]> =>
  page.evaluate(
    (least) =>
      [...document.querySelectorAll('button, input, select, textarea, summary, a[href]')]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => ({ control, box: (control.closest('label') ?? control).getBoundingClientRect() }))
        .filter(({ box: { width, height } }) => width > 0 && (width < least || height < least))
        .map(({ control, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${control.outerHTML}`),
    least,
  );

/** Controls that nobody can get into sight: cut off by something that does not scroll. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, summary, a[href]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        let { top, bottom } = control.getBoundingClientRect();
        // What is made for screen readers only is one pixel high.
        if (bottom - top < 2) return false;
        for (let around = control.parentElement; around; around = around.parentElement) {
          const { overflowY } = getComputedStyle(around);
          const box = around.getBoundingClientRect();
          if (overflowY === 'auto' || overflowY === 'scroll') ({ top, bottom } = box);
          const isCut = overflowY === 'hidden' || overflowY === 'clip';
          if (isCut && (top >= box.bottom || bottom <= box.top)) return true;
        }
        return false;
      })
      .map((control) => control.outerHTML),
  );

/** Controls whose words are wider than their place, in a language that is a third longer. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], summary, label, [role="tab"]')]
      .flatMap((control) => [control, ...control.querySelectorAll('*')])
      // What is made for screen readers only is one pixel wide; a line breaks by itself where it is inline.
      .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.clientWidth > 1)
      .filter((part) => part.scrollWidth > part.clientWidth + 1)
      .map((part) => `${part.scrollWidth} in ${part.clientWidth}: ${part.className} ${part.textContent}`),
  );

/** The smallest words in sight, and their size in pixels; what is there for screen readers only, and pictures, don't count. */
export const smallestWords = (page: Page): Promise<{ words: string; size: number }> =>
  page.evaluate(() => {
    let smallest = { words: '', size: Number.POSITIVE_INFINITY };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = text.textContent?.trim() ?? '';
      const around = text.parentElement;
      if (words === '' || !around?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const { width, height, top, bottom } = around.getBoundingClientRect();
      if (width < 2 || height < 2 || bottom < 0 || top > innerHeight) continue;
      const size = Number.parseFloat(getComputedStyle(around).fontSize);
      if (size < smallest.size) smallest = { words, size };
    }
    return smallest;
  });

import type { Page } from 'playwright-core';

/** What a page says of itself, in milliseconds since its navigation began; null while it was not yet so. */
export type PageTimes = {
  /** The first control that asks who one is can be used. */
  usable: number | null;
  /** The button that leads into the class was tapped. */
  tapped: number | null;
  /** The class is drawn: its bar, and the picture of the slide. */
  classVisible: number | null;
  /** The largest session window of layout shifts, as web.dev/cls defines it. */
  shift: number;
};

declare global {
  interface Window {
    pageTimes: PageTimes;
  }
}

/** Makes every later navigation of a page note its own times. */
export async function watchTimes(page: Page): Promise<void> {
  await page.addInitScript(noteTimes);
}

/** @throws when the page does not get there. */
export async function waitForTime(page: Page, what: 'usable' | 'classVisible'): Promise<PageTimes> {
  await page.waitForFunction((which) => window.pageTimes[which] !== null, what, { timeout: 60_000 });
  return page.evaluate(() => window.pageTimes);
}

/** Runs in the page. */
function noteTimes(): void {
  const times: PageTimes = { usable: null, tapped: null, classVisible: null, shift: 0 };
  window.pageTimes = times;

  new MutationObserver(() => {
    if (document.querySelector('main form input:enabled')) times.usable ??= performance.now();
  }).observe(document, { childList: true, subtree: true });

  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      if ((target as Element).closest('button[type=submit]')) times.tapped ??= timeStamp;
    },
    true,
  );

  const lookForClass = (): void => {
    const slide = document.querySelector<HTMLImageElement>('main img[data-page]');
    if (document.querySelector('[role=toolbar]') && slide?.complete && slide.naturalWidth > 0)
      times.classVisible = performance.now();
    else requestAnimationFrame(lookForClass);
  };
  requestAnimationFrame(lookForClass);

  let [from, to, sum] = [0, 0, 0];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, hadRecentInput, startTime } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (hadRecentInput) continue;
      // A window lasts 5 s at most, and ends after 1 s without a shift.
      const goesOn = startTime - to < 1_000 && startTime - from < 5_000;
      if (!goesOn) [from, sum] = [startTime, 0];
      to = startTime;
      sum += value;
      times.shift = Math.max(times.shift, sum);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { launched } from './chromium.ts';

/** How much of a page's text is printed at most, in characters. */
const mostText = 1_000;
/** A page that hangs is left alone after this long, in milliseconds. */
const patience = 5_000;

declare module 'vitest' {
  interface TaskMeta {
    /** What each page showed when the test had failed. */
    pages?: string[];
  }
}

/** Keeps for the summary what pages show when a test has failed: on another machine nobody sees them. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pages = launched.flatMap((browser) => browser.contexts()).flatMap((context) => context.pages());
  task.meta.pages = await Promise.all(pages.map((page) => shownOn(page).catch(String)));
});

async function shownOn(page: Page): Promise<string> {
  const text = await page.locator('body').innerText({ timeout: patience });
  const videos = await page.locator('video').evaluateAll((all) =>
    all.map((video) => {
      const { srcObject, videoWidth, paused } = video as HTMLVideoElement;
      const tracks = srcObject instanceof MediaStream ? srcObject.getVideoTracks() : [];
      const states = tracks.map(({ readyState, muted }) => (muted ? `${readyState}, muted` : readyState));
      return `video ${videoWidth} wide${paused ? ', paused' : ''}: ${states.join('; ') || 'no track'}`;
    }),
  );
  return [page.url(), text.replaceAll(/\s+/g, ' ').slice(0, mostText), ...videos].join('\n  ');
}

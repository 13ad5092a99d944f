import type { Page } from 'playwright-core';
import { clips } from './screens/clips.ts';
import { connected, farewell } from './screens/connection.ts';
import { questions } from './screens/dialogs.ts';
import { entrance } from './screens/entrance.ts';
import { groups } from './screens/groups.ts';
import { polls } from './screens/polls.ts';
import type { ScreenCast } from './screens/ScreenCast.ts';
import type { Screen } from './screens/screen.ts';
import { teaching } from './screens/teaching.ts';

/** Every screen of the product, in the order of one class: each is reached from where the last one was left. */
export const screens: readonly Screen[] = [
  ...entrance,
  ...teaching,
  ...clips,
  ...connected,
  ...questions,
  ...polls,
  ...groups,
  ...farewell,
];

/** Takes the cast through a screen: brings everybody there, looks at it as each reader, and leaves it. */
export async function visit(
  screen: Screen,
  cast: ScreenCast,
  look: (page: Page, reader: number) => Promise<void>,
): Promise<void> {
  await screen.before?.(cast);
  await Promise.all(
    cast.pages(screen.who).map(async (page, reader) => {
      await screen.reach(page, cast);
      await picturesLoaded(page);
      await look(page, reader);
      await screen.leave?.(page);
    }),
  );
}

/** Waits until every picture in sight is there; one that never comes fails. */
async function picturesLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.images]
      .filter((picture) => picture.checkVisibility() && picture.loading !== 'lazy')
      .every((picture) => picture.complete && picture.naturalWidth > 0),
  );
}

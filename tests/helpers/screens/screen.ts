import type { Page } from 'playwright-core';
import { wall } from '../chromium.ts';
import type { ScreenCast, Who } from './ScreenCast.ts';

/** Something that a person sees, and how it comes to be seen. */
export type Screen = {
  readonly name: string;
  readonly who: Who;
  /** Where it is seen on one size of display only. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Looked at on a phone that lies on its side too: where one watches, reads, writes and votes. */
  readonly onSide?: true;
  /** Brings the class to where this is seen, once for all readers. */
  readonly before?: (cast: ScreenCast) => Promise<void>;
  /** A page with words of its own, in the languages that the site has: a made-up one is none of them. */
  readonly ownWords?: true;
  /** What the person does on a page of theirs, and the fact that shows it is there. */
  readonly reach: (page: Page, cast: ScreenCast) => Promise<unknown>;
  /** What the person does to leave it, so that the next screen of theirs can be reached. */
  readonly leave?: (page: Page) => Promise<unknown>;
};

/** A text as each of the readers has it, at its beginning; after the mark of a made-up language too. */
export const either = (chinese: string, english: string): RegExp => new RegExp(`^⟦?(${chinese}|${english})`);

/** Presses the first button of this name. */
export const press = (page: Page, name: RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

export const closeTop = (page: Page): Promise<void> => page.keyboard.press('Escape');

/** As a browser does that can put the site among the device's apps. */
export const offerInstall = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    dispatchEvent(
      Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: async () => undefined,
      }),
    ),
  );

/** Where that is taken up. */
export const installButton = (page: Page) =>
  page.getByRole('button', { name: either('把课堂添加到这台设备', 'Keep SCORE Classroom') });

/** Waits for a text to be seen. */
export const sees = (page: Page, text: RegExp): Promise<void> =>
  page.getByText(text).locator('visible=true').first().waitFor();

const tab = (page: Page, side: number, place: number): Promise<void> =>
  page.getByRole('tablist').nth(side).getByRole('tab').nth(place).click();

/** Opens a tab of the console's material, by its place. */
export const material = (page: Page, place: number): Promise<void> => tab(page, 0, place);

/** Opens a tab of the console's people, by its place. */
export const people = (page: Page, place: number): Promise<void> => tab(page, 1, place);

/** A question of the console's: how it is asked. It is left unanswered. */
export const question = (name: string, ask: Screen['reach']): Screen => ({
  name,
  who: 'trainer',
  reach: async (page, cast) => {
    await ask(page, cast);
    await page.getByRole('dialog').waitFor();
  },
  leave: closeTop,
});

/** What hangs on the wall of a meeting room shows of the class. */
export const onWall = (
  name: string,
  seen: (page: Page) => Promise<unknown>,
  before?: (cast: ScreenCast) => Promise<void>,
): Screen => ({
  name: `big-${name}`,
  who: 'wall',
  size: wall,
  ...(before ? { before } : {}),
  reach: async (page, cast) => {
    await page.setViewportSize(wall);
    if (!page.url().includes('/class/')) await page.goto(cast.classOf('wall'));
    await page.locator('[data-big-screen]').waitFor();
    await seen(page);
  },
});

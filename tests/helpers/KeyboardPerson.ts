import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than any page has to be gone through. */
const manyStops = 120;

/** Somebody who has a keyboard and no mouse, and sees where they are at every stop. */
export class KeyboardPerson {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  /** Tabs from where the focus is until it is there. */
  async goTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stop = 0; stop < manyStops; stop++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
      const unseen = await this.page.evaluate(unseenFocus);
      expect(unseen, 'where the focus is not to be seen').toBeNull();
    }
    throw new Error(`The keyboard does not lead to ${target}.`);
  }

  /** Goes to a control and presses a key on it. */
  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.press(key);
  }

  /** Types into a field. */
  async type(target: Locator, text: string): Promise<void> {
    await this.goTo(target);
    await this.page.keyboard.insertText(text);
  }

  /** What was done took no focus away: the next Tab goes on from here. */
  async keepsPlace(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.tagName), { message: 'the focus' })
      .not.toBe('BODY');
    await expect
      .poll(() => this.page.evaluate(unseenFocus), { message: 'where the focus is not to be seen' })
      .toBeNull();
  }
}

/** What has the focus and no sign of it, or is out of sight; null when all is well. */
function unseenFocus(): string | null {
  const focused = document.activeElement;
  // Between the last stop and the first one the browser's own window has it.
  if (!focused || focused === document.body) return null;
  const isMarked = (element: Element | null): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const marked = isMarked(focused) || isMarked(focused.closest('label')) || isMarked(focused.parentElement);
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const inSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return marked && inSight ? null : focused.outerHTML.slice(0, 200);
}

import type { Browser } from 'playwright-core';
import { newPerson } from '../../tests/helpers/chromium.ts';
import { waitForTime, watchTimes } from './pageTimes.ts';
import type { Product } from './product.ts';

/** A cheap phone on a factory's network: 1.6 Mbit/s down, half of it up, 150 ms there and back. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 800_000 / 8,
};
const slowerProcessor = 6;

/** In milliseconds, but for `shift`. */
export type SlowEntrance = { usable: number; classVisible: number; shift: number };

/**
 * A member comes in with such a phone that has never been here, and taps as soon as there is something to tap.
 * The class is under way and shows a slide.
 */
export async function enterSlowly(
  { links }: Product,
  browser: Browser,
  place: number,
): Promise<SlowEntrance> {
  const context = await newPerson(browser);
  context.setDefaultTimeout(60_000);
  try {
    const page = await context.newPage();
    await watchTimes(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', network);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    await page.goto(links.enterprises[place]?.link ?? '', { waitUntil: 'commit' });
    const { usable } = await waitForTime(page, 'usable');
    await page.getByRole('radio').first().check();
    await page.locator('button[type=submit]').click();
    const { tapped, classVisible, shift } = await waitForTime(page, 'classVisible');
    if (usable === null || tapped === null || classVisible === null) throw new Error('A time is missing.');
    return { usable, classVisible: classVisible - tapped, shift };
  } finally {
    await context.close();
  }
}

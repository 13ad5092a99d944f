import type { Browser } from 'playwright-core';
import { enterClass, laptop, newPerson, phone } from '../../tests/helpers/chromium.ts';
import { ScreenCast } from '../../tests/helpers/screens/ScreenCast.ts';
import { screens, visit } from '../../tests/helpers/screens.ts';
import { waitForTime, watchTimes } from './pageTimes.ts';
import type { Product } from './product.ts';
import { type Figures, round } from './report.ts';
import { kilobytes, ScriptMeter } from './ScriptMeter.ts';

/**
 * How much JavaScript people load, in Chinese: to join; as a member, and as a trainer, through every screen
 * that the screens' own list knows, the way in included. The class must not have begun.
 */
export async function bundleSizes(product: Product, browser: Browser): Promise<Figures> {
  const join = await toJoin(product, browser);
  const { links } = product;
  const memberCameIn = await wayIn(browser, links.enterprises[2]?.link ?? '', phone);
  const trainerCameIn = await wayIn(browser, links.trainers[2]?.link ?? '', laptop);
  const { member, trainer } = await wholeClass(product, browser);
  return {
    'join.js.kb': round(join),
    'member.js.kb': round(kilobytes(memberCameIn, member)),
    'console.js.kb': round(kilobytes(trainerCameIn, trainer)),
  };
}

/** Everything that was asked for before the first control was usable; what the page loads ahead comes after. */
async function toJoin({ links }: Product, browser: Browser): Promise<number> {
  const context = await newPerson(browser);
  const meter = new ScriptMeter();
  meter.watch(context);
  const page = await context.newPage();
  await watchTimes(page);
  await page.goto(links.enterprises[0]?.link ?? '');
  const { usable } = await waitForTime(page, 'usable');
  const before = await page.evaluate(
    (at) =>
      performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime <= at)
        .map(({ name }) => name),
    usable ?? 0,
  );
  await page.waitForLoadState('networkidle');
  const files = await meter.files();
  await context.close();
  const asked = new Map([...files].filter(([url]) => before.includes(url)));
  if (asked.size === 0) throw new Error('The join page came without any JavaScript.');
  return kilobytes(asked);
}

async function wayIn(
  browser: Browser,
  link: string,
  size: typeof phone,
): Promise<ReadonlyMap<string, number>> {
  const context = await newPerson(browser, { size });
  const meter = new ScriptMeter();
  meter.watch(context);
  const page = await enterClass(context, link);
  await page.waitForLoadState('networkidle');
  const files = await meter.files();
  await context.close();
  return files;
}

/** Everything that the pages of the cast load from the lobby to the end of the class. */
async function wholeClass({ url, links }: Product, browser: Browser) {
  const readers = [{ language: 'zh-CN', theme: 'light' }] as const;
  const cast = await ScreenCast.begin({ url, links, browser, readers });
  try {
    const meterOf = (who: 'member' | 'trainer') => {
      const meter = new ScriptMeter();
      meter.watch(cast.firstPage(who).context());
      return meter;
    };
    const [member, trainer] = [meterOf('member'), meterOf('trainer')];
    for (const screen of screens) await visit(screen, cast, async () => {});
    return { member: await member.files(), trainer: await trainer.files() };
  } finally {
    await cast.close();
  }
}

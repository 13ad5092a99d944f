import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium, phoneOnSide } from '../tests/helpers/chromium.ts';
import { ProductProcess } from '../tests/helpers/ProductProcess.ts';
import { type Reader, ScreenCast } from '../tests/helpers/screens/ScreenCast.ts';
import type { Screen } from '../tests/helpers/screens/screen.ts';
import { screens, visit } from '../tests/helpers/screens.ts';
import { buildClient } from './launch/clientBuild.mjs';
import { projectFolder } from './setup/places.mjs';

/**
 * `npm run screens`: pictures of every screen, in each size, theme and language, in the folder `screens`.
 * `npm run screens -- poll group` takes only those whose names begin so.
 */
const sizes = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'tablet', width: 820, height: 1180 },
  { name: 'small-laptop', width: 1280, height: 720 },
  { name: 'laptop', width: 1440, height: 900 },
];
const onSide = { name: 'phone-on-side', ...phoneOnSide };
const themes = ['light', 'dark'] as const;
const readers: readonly Reader[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'light' },
];

const folder = join(projectFolder, 'screens');
const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning));

/** What a screen is looked at on. */
function sizesOf({ size, onSide: lying }: Screen): typeof sizes {
  if (size) return [{ name: 'wall', ...size }];
  return lying ? [...sizes, onSide] : sizes;
}

await buildClient(process.env);
if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const product = await ProductProcess.begin();
const browser = await launchChromium();
let pictures = 0;
try {
  const cast = await ScreenCast.begin({ url: product.url, links: await product.links(), browser, readers });
  for (const screen of screens) {
    await visit(screen, cast, async (page, reader) => {
      if (!isWanted(screen.name)) return;
      for (const { name: size, ...viewport } of sizesOf(screen)) {
        await page.setViewportSize(viewport);
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          const name = `${screen.name}.${size}.${theme}.${readers[reader]?.language}.png`;
          // The console's parts stand below each other on a phone: all of them are wanted.
          const fullPage = screen.who === 'trainer' && size === 'phone';
          await page.screenshot({ path: join(folder, name), fullPage });
          pictures++;
        }
      }
    });
    if (isWanted(screen.name)) console.log(screen.name);
  }
  await cast.close();
} finally {
  await browser.close();
  await product.end();
}
console.log(`${pictures} pictures in ${folder}`);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterClass, launchChromium, newPerson, watchPage } from '../helpers/chromium.ts';
import { axeFindings } from '../helpers/lookOver.ts';
import { ProductProcess } from '../helpers/ProductProcess.ts';
import { copyBuild, renameBuild } from '../helpers/renamedBuild.ts';

/** One member's device with a service worker, as one story. */
let dist: string;
let product: ProductProcess;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'score-dist-'));
  await copyBuild(dist);
  [product, browser] = await Promise.all([ProductProcess.begin({ CLIENT_DIST: dist }), launchChromium()]);
  const context = await newPerson(browser, { serviceWorker: true });
  page = await enterClass(context, (await product.links()).enterprises[0]?.link ?? '');
  watchPage(page, product.url, problems);
});
afterAll(async () => {
  await browser?.close();
  await product?.end();
  await rm(dist, { recursive: true, force: true });
});

const lobby = () => page.getByText('您已进入').first().waitFor();
const workerIs = (state: 'active' | 'waiting') =>
  page.evaluate(
    async (which) => (await navigator.serviceWorker.getRegistration('/'))?.[which]?.state ?? null,
    state,
  );

test('[PWA1] the manifest is valid, and its icons are what it says', async () => {
  const devtools = await page.context().newCDPSession(page);
  const { data, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as { icons: { src: string; sizes: string; type: string }[] };
  for (const { src, sizes, type } of manifest.icons) {
    const response = await fetch(new URL(src, product.url));
    expect(response.headers.get('content-type')).toContain(type);
    if (sizes === 'any') continue;
    const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // The test's own browser is a private one.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
});

test('[PWA3] only files of the site are kept, under names that change with them', async () => {
  await expect.poll(() => workerIs('active')).toBe('activated');
  const worker = await fetch(`${product.url}/sw.js`);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  // From the next visit on the worker sees what the page asks for.
  await page.reload();
  await lobby();
  await page.waitForLoadState('networkidle');
  const kept = await page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(stores.map((store) => store.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(5);
  expect(kept.filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
    '/icon.svg',
    '/offline.html',
    '/offline.js',
  ]);
});

test('[PWA2] without a server the page says what to try, and returns by itself', async () => {
  const address = page.url();
  await product.kill('SIGKILL');
  await page.reload();
  await page.getByRole('heading', { name: '连接不上课堂' }).waitFor();
  await page.getByText('切换').waitFor();
  expect(await page.locator('section:visible').count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await product.start();
  await lobby();
  expect(page.url()).toBe(address);
});

test('[PWA2] the page without a network speaks the language that was chosen', async () => {
  await page.evaluate(() => localStorage.setItem('score.language', 'vi'));
  await product.kill('SIGKILL');
  await page.reload();
  await page.getByRole('heading', { name: 'Không kết nối được với lớp học' }).waitFor();
  await page.evaluate(() => localStorage.removeItem('score.language'));
  await product.start();
  await lobby();
});

test('[PWA4] a newer worker waits, and the class goes on', async () => {
  await page.evaluate(() => {
    document.documentElement.dataset.marked = 'yes';
  });
  await renameBuild(dist);
  await product.kill('SIGKILL');
  await product.start();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration('/'))?.update();
  });
  await expect.poll(() => workerIs('waiting')).toBe('installed');
  expect(await workerIs('active')).toBe('activated');
  expect(await page.evaluate(() => document.documentElement.dataset.marked)).toBe('yes');
  await lobby();
  // What the page has is the old build's, and is still there for it.
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(2);
});

/** As Chromium does where the site can be installed; the page keeps whether the person was asked. */
const offerInstall = (on: Page) =>
  on.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        document.documentElement.dataset.asked = 'yes';
      },
    });
    dispatchEvent(offer);
    document.documentElement.dataset.quiet = String(offer.defaultPrevented);
  });

test('[PWA5] installing is in the menu once the browser offers it', async () => {
  const { trainers } = await product.links();
  const trainer = await enterClass(await newPerson(browser), trainers[0]?.link ?? '');
  await trainer.getByRole('button', { name: '开始上课' }).click();
  const install = page.getByRole('button', { name: '把课堂添加到这台设备' });
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('dialog').getByRole('combobox').first().waitFor();
  expect(await install.count()).toBe(0);
  await offerInstall(page);
  await install.click();
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
    asked: 'yes',
    quiet: 'true',
  });
  await install.waitFor({ state: 'detached' });
  // The same on the console.
  await offerInstall(trainer);
  await trainer.getByRole('button', { name: '更多' }).click();
  await trainer.getByRole('button', { name: '把课堂添加到这台设备' }).click();
  expect(await trainer.evaluate(() => document.documentElement.dataset.asked)).toBe('yes');
});

test('[PWA6] the app begins with the way back to the last class', async () => {
  const address = page.url();
  await page.goto(product.url);
  await page.getByRole('button', { name: '回到我的课堂' }).click();
  await page.getByRole('toolbar').waitFor();
  expect(page.url()).toBe(address);
  expect(problems).toEqual([]);
});

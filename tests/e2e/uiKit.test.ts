import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const client = join(import.meta.dirname, '../../client');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 360, height: 740 };
const laptop = { width: 1440, height: 900 };

let cache: string;
let server: ViteDevServer;
let browser: Browser;
let site: string;

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'score-kit-'));
  server = await createServer({
    configFile: join(client, 'vite.config.ts'),
    cacheDir: cache,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  await server.listen();
  site = server.resolvedUrls!.local[0]!;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  // Vite makes everything ready for the first one who asks, which takes a busy machine its time.
  const first = await browser.newPage();
  await first.goto(`${site}ui-kit`, { timeout: 120_000 });
  await first.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 });
  await first.close();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(cache, { recursive: true, force: true });
});

/** Opens the kit as a person has it, runs the story, and looks at what the page asked for and complained about. */
async function withKit(options: BrowserContextOptions, story: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en', ...options });
  try {
    const page = await context.newPage();
    const outside: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => request.url().startsWith(site) || outside.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${site}ui-kit`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await story(page);
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What axe finds wrong, as sentences. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate('axe.run()');
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Controls that a finger can miss: under 44 px, counting the label that belongs to them. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea')]
      .filter((control) => {
        const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
        return width > 0 && (width < 44 || height < 44);
      })
      .map((control) => control.outerHTML),
  );

describe('the shared components', () => {
  // Every pair of size, theme and language is there once; all eight threes would only cost time.
  it.each([
    { viewport: phone, colorScheme: 'light', locale: 'zh-CN' },
    { viewport: phone, colorScheme: 'dark', locale: 'en' },
    { viewport: laptop, colorScheme: 'light', locale: 'en' },
    { viewport: laptop, colorScheme: 'dark', locale: 'zh-CN' },
  ] as const)('are accessible at $viewport.width px, $colorScheme, in $locale', async (options) => {
    const [more, dialog] = options.locale === 'en' ? ['More', 'Open the dialog'] : ['更多', '打开对话框'];
    await withKit(options, async (page) => {
      expect(await findings(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await smallTargets(page)).toEqual([]);
      await page.getByRole('button', { name: more, exact: true }).last().click();
      await page.getByRole('menu').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: dialog }).click();
      await page.getByRole('dialog').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

  it('are all there, but for those that others are made of and those that every page has', async () => {
    const elsewhere = ['Announcer', 'Field', 'InstallButton', 'PanelSeparator', 'ToastRegion', 'Tooltip'];
    const sections = (await readdir(join(client, 'src/pages/uiKit'))).filter((file) => file.endsWith('.tsx'));
    const texts = sections.map((file) => readFile(join(client, 'src/pages/uiKit', file), 'utf8'));
    const kit = (await Promise.all([...texts, readFile(join(client, 'src/pages/UiKit.tsx'), 'utf8')])).join();
    const components = (await readdir(join(client, 'src/ui'))).filter((file) => file.endsWith('.tsx'));
    const missing = components.filter((file) => !kit.includes(`ui/${file}`)).map((file) => file.slice(0, -4));
    expect(missing).toEqual([...elsewhere, 'VisuallyHidden']);
  });

  it('fit a narrow page with text twice as large, and one that runs from right to left', async () => {
    await withKit({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await expect.poll(() => sidewaysScroll(page)).toBe(0);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await expect.poll(() => sidewaysScroll(page)).toBe(0);
    });
  });

  it('keep the focus in a dialog, give it back, and let a question go only when it is answered', async () => {
    await withKit({ viewport: laptop }, async (page) => {
      const dialog = page.getByRole('dialog');
      const opener = page.getByRole('button', { name: 'Open the dialog' });
      await opener.click();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Leave the class?');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'Ask something' }).click();
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
      await dialog.getByText('Yes, every week').click();
      await dialog.getByRole('button', { name: 'Join with sound' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('obey the keyboard: tabs, the line between panels, tips', async () => {
    await withKit({ viewport: laptop }, async (page) => {
      await page.getByRole('tab', { name: 'People' }).press('ArrowRight');
      await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toContain('Chat');
      const line = page.getByRole('separator', { name: 'Width of the slide' });
      const share = async () => Number(await line.getAttribute('aria-valuenow'));
      const before = await share();
      await line.press('ArrowRight');
      await expect.poll(share).toBeGreaterThan(before);
      const moved = await share();
      await page.reload();
      await line.waitFor();
      await expect.poll(share, { message: 'remembered' }).toBe(moved);
      await page.getByRole('button', { name: 'Full screen' }).first().focus();
      const tip = page.locator('[role=tooltip]');
      await tip.waitFor();
      await page.keyboard.press('Escape');
      await tip.waitFor({ state: 'detached' });
    });
  });

  it('say what happened, on screen and aloud', async () => {
    await withKit({ viewport: phone }, async (page) => {
      await page.getByRole('button', { name: 'Show a message' }).click();
      // Both at once: it leaves the screen by itself.
      await Promise.all([
        page.getByRole('status').filter({ hasText: 'Slide 8 of 20' }).waitFor({ state: 'attached' }),
        page.getByRole('region', { name: 'Messages' }).getByText('Slide 8 of 20').waitFor(),
      ]);
    });
  });
});

describe('the language of the page', () => {
  it('is what the person chooses, and stays so', async () => {
    await withKit({ viewport: phone }, async (page) => {
      await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
      await page.getByRole('heading', { name: '组件库' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: '组件库' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    });
  });

  it('can come as a file, with English for what it lacks, and turn the page around', async () => {
    const context = await browser.newContext({ locale: 'ar', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.route('**/locales/index.json', (route) =>
      route.fulfill({ json: [{ code: 'ar', name: 'العربية' }] }),
    );
    await page.route('**/locales/ar.json', (route) =>
      route.fulfill({ json: { theme: { choose: 'الألوان' } } }),
    );
    await page.goto(`${site}ui-kit`);
    const theme = page.getByRole('combobox', { name: 'الألوان' });
    await theme.waitFor();
    expect(await theme.locator('option').allTextContents()).toContain('Like the device');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await context.close();
  });
});

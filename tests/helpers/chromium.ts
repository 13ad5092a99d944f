import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's Chromium, quiet and with made-up devices. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream=fps=10',
  '--autoplay-policy=user-gesture-required',
];

/** A phone of a member, a laptop of a trainer. */
export const phone = { width: 360, height: 740 };
export const phoneOnSide = { width: 740, height: 360 };
export const laptop = { width: 1440, height: 900 };
/** What hangs on the wall of a meeting room. */
export const wall = { width: 1920, height: 1080 };

export const chromiumPath = '/usr/bin/chromium';

/** Those that {@link launchChromium} has launched. */
export const launched: Browser[] = [];

/** @param program another program that starts Chromium with the arguments that it is given. */
export async function launchChromium(more: readonly string[] = [], program = chromiumPath): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: program, args: [...flags, ...more] });
  launched.push(browser);
  return browser;
}

export type PersonOptions = {
  size?: { width: number; height: number };
  language?: string;
  /** Off: what a service worker answers could be neither seen nor stopped by a test about something else. */
  serviceWorker?: boolean;
};

/** A person's own browser: nothing is shared with anybody else's. */
export async function newPerson(browser: Browser, options: PersonOptions = {}): Promise<BrowserContext> {
  const { size = phone, language = 'zh-CN', serviceWorker = false } = options;
  const context = await browser.newContext({
    viewport: size,
    locale: language,
    serviceWorkers: serviceWorker ? 'allow' : 'block',
    permissions: ['microphone', 'camera'],
    isMobile: size === phone,
    hasTouch: size === phone,
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/**
 * Adds to `problems`, from now on, what goes wrong in a page by itself: errors thrown, and requests that
 * leave the site.
 */
export function watchPage(page: Page, origin: string, problems: string[] = []): string[] {
  page.on('pageerror', (error) => problems.push(`threw: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin)
      problems.push(`asked ${url.origin}`);
  });
  return problems;
}

/** Opens a link, in a new page unless it is given one, takes a name of the roster by its place in it, and goes in. */
export async function enterClass(where: BrowserContext | Page, link: string, rosterPlace = 0): Promise<Page> {
  const page = 'newPage' in where ? await where.newPage() : where;
  await page.goto(link);
  const names = page.getByRole('radio');
  // Hidden too: on the way into the class the join page stands by, unseen.
  const go = page.getByRole('button', { name: /进入课堂|Join with sound/, includeHidden: true });
  await go.waitFor();
  if ((await names.count()) > 0) await names.nth(rosterPlace).check();
  await go.click();
  await page.waitForURL(/\/class\//);
  // The join page is gone, and the lobby, the class or the console is there: the Room knows this person.
  await go.waitFor({ state: 'detached' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page;
}

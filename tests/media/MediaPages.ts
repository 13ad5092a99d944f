import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Source } from '#shared/media.ts';
import type { MediaServer } from '../../server/src/media/MediaServer.ts';
import { launchChromium } from '../helpers/chromium.ts';
import { MediaClass, startMedia } from './MediaClass.ts';
import { buildPage, PageServer } from './pageServer.ts';

/** Pages in a real browser that run the client's media against real workers; each test has a class of its own. */
export class MediaPages {
  readonly browser: Browser;
  readonly media: MediaServer;
  readonly server: PageServer;
  readonly #contexts: BrowserContext[] = [];
  #room: MediaClass | null = null;

  private constructor(browser: Browser, media: MediaServer, server: PageServer) {
    this.browser = browser;
    this.media = media;
    this.server = server;
  }

  /** @param flags more of Chromium's. */
  static async start(workers: number, flags: readonly string[] = []): Promise<MediaPages> {
    const [files, media, browser] = await Promise.all([
      buildPage(),
      startMedia(workers),
      launchChromium(flags),
    ]);
    const server = await PageServer.start(files, () => pages.room);
    const pages = new MediaPages(browser, media, server);
    return pages;
  }

  get room(): MediaClass {
    if (!this.#room) throw new Error('No class has begun.');
    return this.#room;
  }

  /** Begins a class. */
  begin(): void {
    this.#room = new MediaClass(this.media);
    this.#room.begin();
  }

  /** Opens a page, which is closed with its person's browser at the end of the class. */
  async open(context: BrowserContext, who: string): Promise<Page> {
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(who, error));
    await page.goto(this.server.url(who));
    return page;
  }

  /** Ends the class. */
  async end(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    this.#room?.close();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await this.media.close();
  }
}

/** Waits until a page is connected, and taps once so that it may play sound. */
export async function connected(page: Page): Promise<void> {
  await page.waitForFunction(() => window.page?.client.getSnapshot().connection === 'connected');
  await page.click('#tap');
}

export const turnOn = (page: Page, source: Source) =>
  page.evaluate((what) => window.page.turnOn(what), source);

import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import type { Join, Joined } from '#shared/http/join.ts';
import type { DemoLinks } from '../../../server/src/demo/seedDemo.ts';
import { cookieName } from '../../../server/src/http/seats.ts';
import { watchPage } from '../chromium.ts';
import { tokenOf } from '../classroom.ts';
import { pseudoCode, servePseudo } from '../pseudoLocale.ts';
import { joinByLink, SocketPerson } from '../SocketPerson.ts';
import { CamerasOnWire } from './networks.ts';

/** Whose screens there are. `leaver` is a member who loses the connection and is removed in the
 * end, `wall` a screen that six people share. */
export const everybody = ['visitor', 'member', 'trainer', 'observer', 'leaver', 'wall'] as const;
export type Who = (typeof everybody)[number];

/** One way to read the pages; everybody's page is opened once for each. */
export type Reader = {
  readonly language: 'zh-CN' | 'en' | typeof pseudoCode;
  readonly theme: 'light' | 'dark';
};

/** Several of the member's Enterprise before one screen. */
const sharedScreen: Join['who'] = {
  by: 'screen',
  name: '二号会议室',
  heads: 6,
  rosterIds: [],
  names: ['王小明', 'Nguyễn Thị Hồng Nhung'],
};

type Begin = { url: string; links: DemoLinks; browser: Browser; readers: readonly Reader[] };

/**
 * The people whose pages are looked at, and those who only act. All who act do it over sockets of their
 * own, so that a screen is reached in any language and no click has to be waited for.
 */
export class ScreenCast {
  readonly url: string;
  readonly links: DemoLinks;
  /** The second trainer: makes the class go on. */
  readonly director: SocketPerson;
  /** The member's own second device. */
  readonly myself: SocketPerson;
  /** Of the member's Enterprise, and of the leaver's. */
  readonly mates: readonly SocketPerson[];
  readonly #contexts: BrowserContext[] = [];
  readonly #pages = new Map<Who, Page[]>();
  readonly #watched: string[][] = [];
  readonly #cuttable: WebSocketRoute[] = [];
  readonly #cameras: CamerasOnWire[] = [];
  #isCut = false;
  /** What each message to the leaver's pages waits, in milliseconds. */
  #lag = 0;
  readonly #others: SocketPerson[] = [];
  readonly #seats: ReadonlyMap<Who, Joined>;

  private constructor(begin: Begin, people: SocketPerson[], seats: ReadonlyMap<Who, Joined>) {
    const [director, myself, ...mates] = people;
    if (!director || !myself) throw new Error('Nobody makes the class go on.');
    this.url = begin.url;
    this.links = begin.links;
    this.director = director;
    this.myself = myself;
    this.mates = mates;
    this.#seats = seats;
  }

  /** Lets everybody in, and opens an empty page for each of them and each reader. */
  static async begin(begin: Begin): Promise<ScreenCast> {
    const { url, links, browser, readers } = begin;
    const [first, second] = links.enterprises.map(({ link }) => tokenOf(link));
    const [teaches, directs] = links.trainers.map(({ link }) => tokenOf(link));
    if (!first || !second || !teaches || !directs) throw new Error('The demo’s links are missing.');
    const member = await joinByLink(url, first);
    const seats = new Map<Who, Joined>([
      ['member', member],
      ['leaver', await joinByLink(url, second)],
      ['wall', await joinByLink(url, first, sharedScreen)],
      ['trainer', await joinByLink(url, teaches)],
      ['observer', await joinByLink(url, tokenOf(links.observer.link))],
    ]);
    const people = [await SocketPerson.join(url, directs), await SocketPerson.enter(url, member)];
    for (const token of [first, first, second, second]) people.push(await SocketPerson.join(url, token));
    const cast = new ScreenCast(begin, people, seats);
    for (const reader of readers)
      await Promise.all(everybody.map((who) => cast.#openPage(browser, reader, who)));
    return cast;
  }

  /** A person's pages, in the order of the readers. */
  pages(who: Who): readonly Page[] {
    return this.#pages.get(who) ?? [];
  }

  /** A person's page for the first reader: for what only one device can do, such as using the camera. */
  firstPage(who: Who): Page {
    const [page] = this.pages(who);
    if (!page) throw new Error(`${who} has no page.`);
    return page;
  }

  idOf(who: Who): string {
    return this.#seat(who).participantId;
  }

  /** What went wrong in any page by itself. */
  get problems(): readonly string[] {
    return this.#watched.flat();
  }

  /** Takes the network from the leaver's pages. */
  async cutOff(): Promise<void> {
    this.#isCut = true;
    await Promise.all(this.#cuttable.splice(0).map((socket) => socket.close()));
  }

  /** Gives it back, as quick as it was. */
  reconnect(): void {
    this.#isCut = false;
    this.#lag = 0;
  }

  /** Makes the network of the leaver's pages as slow as this, in milliseconds for each message to them. */
  slowDown(lag: number): void {
    this.#lag = lag;
  }

  /** Whether the leaver's pages hear that the network has no room for the pictures that they are sent. */
  starve(starved: boolean): void {
    for (const cameras of this.#cameras) cameras.starve(starved);
  }

  /** Opens the leaver's class on as many other devices as one person may have. */
  async openElsewhere(): Promise<void> {
    const seats = 20;
    for (let i = 0; i < seats; i++)
      this.#others.push(await SocketPerson.enter(this.url, this.#seat('leaver')));
  }

  /** Puts those devices away. */
  closeElsewhere(): void {
    for (const other of this.#others.splice(0)) other.close();
  }

  /** One more device with a browser of the member's, in the class. */
  async anotherDevice(): Promise<Page> {
    const [page] = this.pages('member');
    const context = await page
      ?.context()
      .browser()
      ?.newContext({ permissions: ['microphone', 'camera'] });
    if (!context) throw new Error('There is no browser.');
    this.#contexts.push(context);
    const seat = this.#seat('member');
    const saved = { key: `score.seat.${seat.participantId}`, value: JSON.stringify(seat) };
    await context.addInitScript(({ key, value }) => localStorage.setItem(key, value), saved);
    const other = await context.newPage();
    await other.goto(this.classOf('member'));
    return other;
  }

  /** The address of a person's class. */
  classOf(who: Who): string {
    const { sessionId, participantId } = this.#seat(who);
    return `${this.url}/class/${sessionId}/${participantId}`;
  }

  /** As if this page's device had been the member before, through the member's link. */
  async rememberMember(page: Page): Promise<void> {
    const seat = this.#seat('member');
    const saved = {
      [`score.link.${tokenOf(this.links.enterprises[0]?.link ?? '')}`]: seat.participantId,
      [`score.seat.${seat.participantId}`]: JSON.stringify(seat),
      'score.last': `/class/${seat.sessionId}/${seat.participantId}`,
    };
    await page.evaluate((entries) => {
      for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
    }, saved);
  }

  async close(): Promise<void> {
    this.closeElsewhere();
    for (const person of [this.director, this.myself, ...this.mates]) person.close();
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  /** A device of their own for each, which has been in this class already; but for the visitor's. */
  async #openPage(browser: Browser, { language, theme }: Reader, who: Who): Promise<void> {
    const context = await browser.newContext({
      locale: language,
      serviceWorkers: 'block',
      colorScheme: theme,
      reducedMotion: 'reduce',
      permissions: ['microphone', 'camera'],
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(30_000);
    if (language === pseudoCode) await servePseudo(context);
    const seat = this.#seats.get(who);
    if (seat) {
      const { participantId, secret } = seat;
      const saved = { key: `score.seat.${participantId}`, value: JSON.stringify(seat) };
      await context.addInitScript(({ key, value }) => localStorage.setItem(key, value), saved);
      await context.addCookies([{ name: cookieName(participantId), value: secret, url: this.url }]);
    }
    const page = await context.newPage();
    this.#watched.push(watchPage(page, this.url));
    if (who === 'leaver') {
      await this.#makeCuttable(page);
      await page.addInitScript(playNothing);
    }
    this.#pages.set(who, [...this.pages(who), page]);
  }

  /** Chromium's own offline mode leaves open sockets alone, so the page's connections go through here. */
  async #makeCuttable(page: Page): Promise<void> {
    await page.route('**/socket.io/**', (route) => (this.#isCut ? route.abort() : route.continue()));
    await page.routeWebSocket('**/socket.io/**', (socket) => {
      if (this.#isCut) return void socket.close();
      const server = socket.connectToServer();
      const cameras = new CamerasOnWire((message) => socket.send(message));
      this.#cameras.push(cameras);
      // One after the other, so that none overtakes another when the network gets quicker.
      let last: Promise<unknown> = Promise.resolve();
      server.onMessage((message) => {
        if (!cameras.passes(message)) return;
        const due = this.#lag === 0 ? null : setTimeout(this.#lag);
        last = Promise.all([last, due]).then(() => socket.send(message));
      });
      this.#cuttable.push(socket);
    });
  }

  #seat(who: Who): Joined {
    const seat = this.#seats.get(who);
    if (!seat) throw new Error(`${who} is in no class.`);
    return seat;
  }
}

/** Playwright's own questions to a page count as taps, so a page that nobody tapped has to be made up. */
function playNothing(): void {
  HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('Tap first.', 'NotAllowedError'));
}

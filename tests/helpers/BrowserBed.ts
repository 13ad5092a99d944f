import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enterClass, laptop, launchChromium, newPerson, type PersonOptions, watchPage } from './chromium.ts';
import { type Classroom, startClassroom, tokenOf } from './classroom.ts';
import { SocketPerson } from './SocketPerson.ts';

type Entering = PersonOptions & {
  /** Which name of the roster is theirs. */
  rosterPlace?: number;
  /** Done before any page of theirs opens. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** The whole product with the demo's class, and a Chromium for the people who come to it. */
export class BrowserBed {
  readonly classroom: Classroom;
  readonly browser: Browser;
  /** What has gone wrong by itself in any page so far; see watchPage. */
  readonly problems: string[] = [];
  readonly #sockets: SocketPerson[] = [];

  private constructor(classroom: Classroom, browser: Browser) {
    this.classroom = classroom;
    this.browser = browser;
  }

  static async begin(): Promise<BrowserBed> {
    const [classroom, browser] = await Promise.all([startClassroom(), launchChromium()]);
    return new BrowserBed(classroom, browser);
  }

  get url(): string {
    return this.classroom.url;
  }

  trainerLink(place = 0): string {
    return this.classroom.links.trainers[place]?.link ?? '';
  }

  enterpriseLink(place = 0): string {
    return this.classroom.links.enterprises[place]?.link ?? '';
  }

  /** Watches the pages that will be opened in this browser. @returns it. */
  watch(context: BrowserContext): BrowserContext {
    return context.on('page', (page) => watchPage(page, this.url, this.problems));
  }

  /** A person's own browser, whose pages are watched. */
  async person(options: PersonOptions = {}): Promise<BrowserContext> {
    return this.watch(await newPerson(this.browser, options));
  }

  /** The page of a person who went in by this link. */
  async enter(link: string, { rosterPlace = 0, prepare, ...options }: Entering = {}): Promise<Page> {
    const context = await this.person(options);
    await prepare?.(context);
    return enterClass(context, link, rosterPlace);
  }

  /** The console of the first trainer. */
  trainer(options: Entering = {}): Promise<Page> {
    return this.enter(this.trainerLink(), { size: laptop, ...options });
  }

  /** Somebody who went in by this link, without a browser: to do what has no button. */
  async socket(link: string): Promise<SocketPerson> {
    const person = await SocketPerson.join(this.url, tokenOf(link));
    this.#sockets.push(person);
    return person;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    await this.browser.close();
    await this.classroom.close();
  }
}

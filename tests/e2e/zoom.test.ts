import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { conversionPatience } from '../helpers/conversionPatience.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

/** Fingers on the slide of a member, and of a trainer who teaches from a phone. */
let bed: BrowserBed;
let trainer: Page;
let director: SocketPerson;
let member: Page;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  director = await bed.socket(bed.trainerLink(1));
  await director.must({ feature: 'session', type: 'start' });
  trainer = await bed.enter(bed.trainerLink());
  member = await bed.enter(bed.enterpriseLink());
  // The demo's deck is drawn after the start.
  await vi.waitFor(() => expect(director.view?.slides.decks).toHaveLength(1), {
    timeout: conversionPatience,
  });
  await turnTo(6);
  await slide(member).waitFor();
});
afterAll(() => bed?.close());

const slide = (page: Page): Locator => page.locator('main img[data-page]').first();
const deckId = (): string => director.view?.slides.decks?.[0]?.id ?? '';
const turnTo = (page: number) =>
  director.must({ feature: 'slides', type: 'showPage', deckId: deckId(), page });
/** How many times its own size a picture has. */
const scaleOf = (picture: Locator): Promise<number> =>
  picture.evaluate((image: HTMLElement) => image.getBoundingClientRect().width / image.offsetWidth);
const hasScale = (picture: Locator, scale: number) =>
  expect.poll(() => scaleOf(picture)).toBeCloseTo(scale, 1);

type Point = { x: number; y: number };

/** The fingers of one hand on a page. */
async function hand(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  /** @param at when, in seconds since 1970; now, unless said. */
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[], at?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map((point, id) => ({ ...point, id })),
      ...(at === undefined ? {} : { timestamp: at }),
    });
  /** Puts fingers down, moves each in some steps, and lifts them. */
  const drag = async (from: Point[], to: Point[]): Promise<void> => {
    await touch('touchStart', from);
    const steps = 6;
    for (let step = 1; step <= steps; step++) {
      const between = (a: number, b = a): number => a + ((b - a) * step) / steps;
      await touch(
        'touchMove',
        from.map(({ x, y }, i) => ({ x: between(x, to[i]?.x), y: between(y, to[i]?.y) })),
      );
    }
    await touch('touchEnd', []);
  };
  /** The fingers' own times are said: of a busy machine's the page would make two single taps. */
  const doubleTap = (at: Point) => {
    const began = Date.now() / 1_000;
    return Promise.all([
      touch('touchStart', [at], began),
      touch('touchEnd', [], began + 0.02),
      touch('touchStart', [at], began + 0.06),
      touch('touchEnd', [], began + 0.08),
    ]);
  };
  return { drag, doubleTap };
}

async function middleOf(picture: Locator): Promise<Point> {
  const box = await picture.boundingBox();
  if (!box) throw new Error('There is no picture to touch.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
const beside = ({ x, y }: Point, by: number, down = 0): Point => ({ x: x + by, y: y + down });

test('[PHONE4] two fingers enlarge the slide, which is fetched larger then, and a new page is whole', async () => {
  const source = () => slide(member).evaluate((image: HTMLImageElement) => image.currentSrc);
  await expect.poll(source).toContain('/800.webp');
  const { drag } = await hand(member);
  const middle = await middleOf(slide(member));
  await drag([beside(middle, -30), beside(middle, 30)], [beside(middle, -90), beside(middle, 90)]);
  await hasScale(slide(member), 3);
  await expect.poll(source).toContain('/1600.webp');

  const before = await slide(member).boundingBox();
  await drag([middle], [beside(middle, -80, 20)]);
  await expect.poll(async () => (await slide(member).boundingBox())?.x).toBeCloseTo((before?.x ?? 0) - 80, 0);
  expect(await member.evaluate(() => [scrollX, scrollY, visualViewport?.scale])).toEqual([0, 0, 1]);

  await turnTo(7);
  await member.locator('img[data-page="7"]').waitFor();
  await hasScale(slide(member), 1);
});

test('[PHONE4] a double tap enlarges where it was, and another one ends it', async () => {
  const { doubleTap } = await hand(member);
  const at = beside(await middleOf(slide(member)), 60, 20);
  await doubleTap(at);
  await hasScale(slide(member), 2.5);
  await doubleTap(at);
  await hasScale(slide(member), 1);
});

test('[PHONE4] whoever presents turns the page by a swipe, but not while it is enlarged', async () => {
  const id = trainer.url().split('/').at(-1) ?? '';
  await director.must({ feature: 'session', type: 'present', participantId: id });
  const surface = trainer.locator('main section[tabindex="0"]').first();
  await surface.waitFor();
  await surface.scrollIntoViewIfNeeded();
  const { drag, doubleTap } = await hand(trainer);
  const middle = await middleOf(slide(trainer));
  const swipe = () => drag([beside(middle, 60)], [beside(middle, -60)]);
  await swipe();
  // Of the trainer's own page too: a new page begins whole.
  for (const page of [member, trainer]) await page.locator('main img[data-page="8"]').first().waitFor();

  await drag([beside(middle, -20), beside(middle, 20)], [beside(middle, -90), beside(middle, -10)]);
  await hasScale(slide(trainer), 2);
  await swipe();
  await doubleTap(middle);
  await hasScale(slide(trainer), 1);
  await swipe();
  await member.locator('img[data-page="9"]').waitFor();
  await expect.poll(() => director.view?.slides.shown?.page).toBe(9);
});

test('[PHONE4] a case study’s photo is enlarged in the same way', async () => {
  const caseId = director.view?.cases.all?.[0]?.id ?? '';
  await director.must({ feature: 'session', type: 'present', participantId: director.id });
  await director.must({ feature: 'cases', type: 'show', caseId, section: 0, to: 'class' });
  await member.getByRole('button', { name: /^放大/ }).first().tap();
  const photo = member.getByRole('dialog').locator('img');
  await photo.waitFor();
  // The sheet is rising still.
  await photo.evaluate((image) =>
    Promise.all((image.closest('dialog')?.getAnimations() ?? []).map(({ finished }) => finished)),
  );
  const { doubleTap } = await hand(member);
  const middle = await middleOf(photo);
  await doubleTap(middle);
  await hasScale(photo, 2.5);
  expect(bed.problems).toEqual([]);
});

import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop, phone, phoneOnSide } from '../helpers/chromium.ts';
import { conversionPatience } from '../helpers/conversionPatience.ts';
import { outOfReach, sidewaysScroll } from '../helpers/lookOver.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

/** One class on a member's phone, as one story: each test goes on where the last one ended. */
let bed: BrowserBed;
let trainer: SocketPerson;
/** Of the member's own Enterprise. */
let mates: SocketPerson[];
let member: Page;

const tablet = { width: 820, height: 1180 };
/** The same phone beside another app. */
const split = { width: 360, height: 370 };

beforeAll(async () => {
  bed = await BrowserBed.begin();
  const link = bed.enterpriseLink();
  trainer = await bed.socket(bed.trainerLink());
  mates = [await bed.socket(link), await bed.socket(link)];
  await trainer.must({ feature: 'session', type: 'start' });
  await trainer.must({ feature: 'stage', type: 'setMicrophone', on: true });
  member = await bed.enter(link, { language: 'en', rosterPlace: 3, prepare: takeEverything });
  // The demo's deck is drawn after the start.
  await vi.waitFor(() => expect(trainer.view?.slides.decks).toHaveLength(1), { timeout: conversionPatience });
  const deckId = trainer.view?.slides.decks?.[0]?.id ?? '';
  await trainer.must({ feature: 'slides', type: 'showPage', deckId, page: 6 });
  await slide().waitFor();
});
afterAll(() => bed?.close());

/** What a busy machine has no time for must not be taken for a weak network, which would put the picture away. */
const takeEverything = (context: BrowserContext) =>
  context.addInitScript(() => {
    // An empty page before the class has nowhere to keep it.
    if (location.protocol.startsWith('http')) localStorage.setItem('media mode', 'full');
  });

const slide = () => member.locator('main img[data-page]');
const card = (kind: string) => member.locator(`[data-card="${kind}"]`);
const cardsInSight = () => member.locator('[data-card]:visible').count();
const turnTo = (size: { width: number; height: number }) => member.setViewportSize(size);

/** How much of the slide can be seen, 0 to 1: nothing lies over it, and it is on the screen. */
const seenOfSlide = (): Promise<number> =>
  member.evaluate(() => {
    const { left, top, width, height } =
      document.querySelector('main img[data-page]')?.getBoundingClientRect() ?? new DOMRect();
    const [columns, rows] = [40, 24];
    let seen = 0;
    for (let column = 0; column < columns; column++)
      for (let row = 0; row < rows; row++) {
        const [x, y] = [left + ((column + 0.5) / columns) * width, top + ((row + 0.5) / rows) * height];
        if (document.elementFromPoint(x, y)?.closest('main')) seen++;
      }
    return width > 0 ? seen / (columns * rows) : 0;
  });

/** Whether the whole of it can be seen, and nothing lies over it. */
const inSight = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const middle = (left + right) / 2;
    return [top + 4, bottom - 4].every((y) => element.contains(document.elementFromPoint(middle, y)));
  });

/** How much of one lies under the other's box, 0 to 1. */
async function covered(under: Locator, over: Locator): Promise<number> {
  const [a, b] = [await under.boundingBox(), await over.boundingBox()];
  if (!a || !b) return 1;
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return (Math.max(0, width) * Math.max(0, height)) / (a.width * a.height);
}

/** In both positions of the phone: so much of the slide is seen, and everything can be reached. */
async function seesSlide(atLeast: number): Promise<void> {
  for (const size of [phoneOnSide, split, phone]) {
    await turnTo(size);
    await expect
      .poll(seenOfSlide, { message: `seen at ${size.width}×${size.height}` })
      .toBeGreaterThan(atLeast);
    await expect
      .poll(() => outOfReach(member), { message: `out of reach at ${size.width}×${size.height}` })
      .toEqual([]);
    await expect.poll(() => sidewaysScroll(member)).toBe(0);
  }
}

test('[PHONE1] on its side a phone shows the slide on nearly the whole screen', async () => {
  await turnTo(phoneOnSide);
  await expect.poll(async () => (await slide().boundingBox())?.height).toBeGreaterThanOrEqual(350);
  await seesSlide(0.9);
});

test('[PHONE8] full screen takes the browser’s bars away and gives them back, with everything within reach', async () => {
  const isFull = (): Promise<boolean> => member.evaluate(() => document.fullscreenElement !== null);
  await turnTo(phoneOnSide);
  await member.getByRole('button', { name: 'Full screen' }).tap();
  await expect.poll(isFull).toBe(true);
  await expect.poll(() => inSight(member.getByRole('button', { name: 'Raise hand' }))).toBe(true);
  await member.getByRole('button', { name: 'Leave full screen' }).tap();
  await expect.poll(isFull).toBe(false);
  await turnTo(phone);
});

test('[PHONE6] the chat leaves the slide in sight: below it, or beside it on what is wide', async () => {
  await member.getByRole('button', { name: /^Chat/ }).tap();
  const chat = member.getByRole('dialog', { name: 'Chat' });
  for (const [size, most] of [
    [phone, 0],
    [tablet, 0],
    [laptop, 0.1],
    [phoneOnSide, 0.6],
  ] as const) {
    await turnTo(size);
    await expect
      .poll(() => covered(slide(), chat), { message: `covered at ${size.width}×${size.height}` })
      .toBeLessThanOrEqual(most);
    await chat.getByRole('textbox').click({ trial: true });
  }
  await turnTo(phone);
  await member.keyboard.press('Escape');
  await chat.waitFor({ state: 'detached' });
});

test('[PHONE5] the chat stays at its last message while the phone is turned', async () => {
  const lines = [
    '老师好',
    '我们厂每周一早上开会，每次二十分钟，班组长轮流主持。'.repeat(3),
    '先看上周的行动',
  ];
  for (const text of [...lines, ...lines]) await mates[0]?.must({ feature: 'chat', type: 'send', text });
  await member.getByRole('button', { name: /^Chat/ }).tap();
  const chat = member.getByRole('dialog', { name: 'Chat' });
  await expect.poll(() => inSight(chat.getByText('先看上周的行动').last())).toBe(true);
  for (const [size, text] of [
    [phoneOnSide, '听得很清楚'],
    [phone, '好的，谢谢老师'],
  ] as const) {
    await turnTo(size);
    await mates[0]?.must({ feature: 'chat', type: 'send', text });
    await expect.poll(() => inSight(chat.getByText(text)), { message: text }).toBe(true);
  }
  await member.keyboard.press('Escape');
  await chat.waitFor({ state: 'detached' });
});

test('[PHONE7] while nothing is asked, who presents and how many are here stands below the slide', async () => {
  await trainer.must({ feature: 'session', type: 'present', participantId: trainer.id });
  const rest = member.locator('[data-at-rest]');
  await rest.getByText(/ presents$/).waitFor();
  await rest.getByText('3 people are here').waitFor();
  await rest.getByText('Turn the phone for a larger picture').waitFor();
  // On its side the slide has the screen, and with nobody on the stage there is nothing to put away.
  await trainer.must({ feature: 'stage', type: 'setMicrophone', on: false });
  await turnTo(phoneOnSide);
  await rest.waitFor({ state: 'hidden' });
  await member.getByRole('button', { name: 'People and what is asked of you' }).waitFor({ state: 'hidden' });
  await trainer.must({ feature: 'stage', type: 'setMicrophone', on: true });
  await turnTo(phone);
});

test('[PHONE2] a poll leaves the slide in sight, and is answered there', async () => {
  const pollId = trainer.view?.polls.planned?.[0]?.id ?? '';
  await trainer.must({ feature: 'polls', type: 'open', pollId });
  await card('ask').waitFor();
  await member.locator('[data-at-rest]').waitFor({ state: 'hidden' });
  await seesSlide(0.4);
  await turnTo(phoneOnSide);
  await card('ask').getByRole('button', { name: 'Two or three times a month' }).tap();
  await card('ask').getByRole('button', { pressed: true }).waitFor();
  await turnTo(phone);
});

test('[PHONE3] a message waits while a poll is open, and is a tap away', async () => {
  await trainer.must({ feature: 'chat', type: 'send', text: '请大家先想一想，再选一个答案。' });
  await member.getByRole('button', { name: 'Message', exact: true }).waitFor();
  await expect.poll(cardsInSight).toBe(1);
  await seesSlide(0.4);
  await member.getByRole('button', { name: 'Message', exact: true }).tap();
  await card('chat').getByText('请大家先想一想').waitFor();
  await expect.poll(cardsInSight).toBe(1);
  await card('chat').getByRole('button', { name: 'Close' }).tap();
  await card('ask').waitFor();
});

test('[PHONE2] in a group with people, task, timer, a call, a poll and a message the slide stays in sight', async () => {
  const brief = '写下你们下一次会议的议程：三个议题，每个议题写上负责人和时间。';
  const worksheetId = trainer.view?.worksheets.staff?.templates[0]?.id ?? null;
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await trainer.must({ feature: 'breakouts', type: 'open', minutes: 15, worksheetId, brief });
  await member.locator('[data-worksheet] textarea').first().waitFor();
  for (const mate of mates) await mate.must({ feature: 'stage', type: 'setMicrophone', on: true });
  await mates[0]?.must({ feature: 'breakouts', type: 'callHelp' });
  await trainer.must({ feature: 'breakouts', type: 'message', text: '请选一位同事，准备汇报两分钟。' });
  await mates[0]?.must({ feature: 'chat', type: 'send', text: '我来写第一条' });
  await member.getByRole('button', { name: 'Worksheet' }).tap();
  await member.locator('[data-performer]').nth(1).waitFor();
  await member.getByRole('button', { name: 'Message', exact: true }).waitFor();
  await seesSlide(0.4);
  await expect.poll(cardsInSight).toBe(1);
});

test('[PHONE5] what one types and sees outlasts turning the phone, a split screen and the keyboard', async () => {
  const neighbour = await bed.enter(bed.enterpriseLink(), { rosterPlace: 5 });
  await neighbour.getByRole('button', { name: '摄像头' }).tap();
  await member.locator('video').evaluate((video) => video.setAttribute('data-first', ''));
  await member.getByRole('button', { name: 'Worksheet' }).tap();
  const field = member.locator('[data-field="agenda2"] textarea');
  await field.focus();
  await member.keyboard.type('Count the tools, ');
  const keyboards = [
    { width: 360, height: 400 },
    { width: 740, height: 170 },
  ];
  for (const size of [phoneOnSide, split, ...keyboards, phoneOnSide, phone]) {
    await turnTo(size);
    await expect.poll(() => inSight(field), { message: `${size.width}×${size.height}` }).toBe(true);
    await member.keyboard.type('ok ');
  }
  expect(await field.inputValue()).toBe('Count the tools, ok ok ok ok ok ok ');

  await member.getByRole('button', { name: /^Chat/ }).tap();
  const text = member.getByRole('textbox', { name: 'Write a message' });
  await text.tap();
  const send = member.getByRole('button', { name: 'Send' });
  for (const size of [...keyboards, phoneOnSide, split, phone, ...keyboards]) {
    await turnTo(size);
    await member.keyboard.type('a');
    for (const part of [text, send])
      await expect.poll(() => inSight(part), { message: `${size.width}×${size.height}` }).toBe(true);
  }
  await send.tap();
  await mates[0]?.until(() => mates[0]?.view?.chat?.messages.at(-1)?.text === 'a'.repeat(7), 'the message');
  await turnTo(phone);
  await member.keyboard.press('Escape');

  const video = member.locator('video[data-first]');
  await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.paused || one.ended)).toBe(false);
  expect(await member.locator('video').count()).toBe(1);
});

test('no page threw, or asked another site', () => expect(bed.problems).toEqual([]));

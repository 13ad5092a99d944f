import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { launchChromium, newPerson, phone } from '../helpers/chromium.ts';
import { giveTone, tonesHeard } from '../helpers/tones.ts';

let bed: BrowserBed;
let member: string;
beforeAll(async () => {
  bed = await BrowserBed.begin();
  member = bed.enterpriseLink();
});
afterEach(() => expect(bed.problems.splice(0)).toEqual([]));
afterAll(() => bed?.close());

/** Counts what a finger does in a person's pages, across reloads and links. */
async function countTaps(context: BrowserContext): Promise<() => number> {
  let taps = 0;
  await context.exposeFunction('countTap', () => {
    taps++;
  });
  await context.addInitScript(() => {
    const counting = window as unknown as { countTap: () => void };
    addEventListener('pointerdown', () => counting.countTap(), { capture: true });
  });
  return () => taps;
}

/** Keeps every track that the page opens, to see whether it is let go. */
const keepTracks = (context: BrowserContext) =>
  context.addInitScript(() => {
    const devices = navigator.mediaDevices;
    if (!devices) return; // The empty page, on the way to the link.
    const real = devices.getUserMedia.bind(devices);
    const opened: MediaStreamTrack[] = [];
    Object.assign(window, { opened });
    devices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
const trackStates = (page: Page) =>
  page.evaluate(() => (window as unknown as { opened: MediaStreamTrack[] }).opened.map((t) => t.readyState));

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function openLink(context: BrowserContext, link: string, place: number | null): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  if (place !== null) await page.getByRole('radio').nth(place).check();
  return page;
}

test('[JOIN9] from the link to the class it takes three taps at most, the link included', async () => {
  const context = await bed.person();
  const taps = await countTaps(context);
  const page = await context.newPage();
  await page.goto(member);
  await page.getByRole('radio').first().tap();
  await button(page, '进入课堂（打开声音）').tap();
  await page.waitForURL(/\/class\//);
  await page.getByRole('main').waitFor();
  await expect.poll(taps).toBe(2);
  await context.close();
});

test('[JOIN16] Back leads from the class to the way in, where one tap leads in again as the same person', async () => {
  const page = await bed.enter(member, { language: 'en', rosterPlace: 5 });
  const inClass = page.url();
  await page.goBack();
  await button(page, 'I am someone else').waitFor();
  expect(page.url()).toBe(member);
  expect(await page.getByRole('radio').count(), 'nobody is asked for a name again').toBe(0);
  await button(page, 'Join with sound').tap();
  await page.waitForURL(inClass);
  await button(page, 'Join with sound').waitFor({ state: 'detached' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // However often one went to and fro, Back leaves the site from the way in.
  await page.goBack();
  await button(page, 'Join with sound').waitFor();
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await page.context().close();
});

test('[JOIN15] the link is opened while the texts come, and the connection while the class is described', async () => {
  const context = await bed.person({ language: 'en' });
  const page = await context.newPage();
  /** Keeps back what is asked for until something else was asked for as well. */
  const keepBack = (what: string, until: Promise<unknown>) =>
    page.route(what, async (route) => {
      await until;
      await route.continue();
    });
  await keepBack('**/assets/start.part*.js', page.waitForRequest('**/api/links/open'));
  await keepBack('**/api/sessions/*', page.waitForEvent('websocket'));
  await page.goto(bed.enterpriseLink(1));
  await page.getByRole('radio').first().check();
  await button(page, 'Join with sound').tap();
  await page.waitForURL(/\/class\//);
  await page.getByText('You are in.').waitFor();
  await context.close();
});

test('[JOIN10] a tone can be tried before the class, with what to do when it is not heard', async () => {
  const context = await bed.person({ language: 'en' });
  const page = await openLink(context, member, 1);
  const join = button(page, 'Join with sound');
  const before = await join.boundingBox();
  // An ear at the page's loudspeaker; a busy machine may come too late for one tone.
  await button(page, 'Play a tone').tap();
  await expect
    .poll(async () => {
      await button(page, 'Play again').tap();
      return (await tonesHeard(page, [523.25, 783.99])).length > 0;
    })
    .toBe(true);
  await page.getByText('Did you hear it?').waitFor();
  await button(page, 'No').tap();
  await page.getByText('Turn the volume up').waitFor();
  await page.getByText('silent switch').waitFor();
  await page.getByText('Bluetooth headphones').waitFor();
  await button(page, 'Play again').tap();
  await button(page, 'Yes').tap();
  await page.getByText('you will hear the class').waitFor();
  expect((await join.boundingBox())?.y, 'the way in stays where it was').toBe(before?.y);
  await context.close();
});

test('[JOIN11] the microphone opens at its own tap only, shows its level, and is let go', async () => {
  const context = await bed.person({ language: 'en' });
  await giveTone(context, 440);
  await keepTracks(context);
  const page = await openLink(context, member, 2);
  await button(page, 'Test mic').waitFor();
  expect(await trackStates(page)).toEqual([]);

  await button(page, 'Test mic').tap();
  const meter = page.getByRole('meter');
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(50);
  expect(await trackStates(page)).toEqual(['live']);
  await button(page, 'Stop').tap();
  await page.getByText('Your microphone works').waitFor();
  await expect.poll(() => trackStates(page)).not.toContain('live');

  await button(page, 'Test mic').tap();
  await meter.waitFor();
  await button(page, 'Play a tone').tap();
  await meter.waitFor({ state: 'detached' });
  await expect.poll(() => trackStates(page)).not.toContain('live');

  await button(page, 'Test mic').tap();
  await meter.waitFor();
  await button(page, 'Join with sound').tap();
  await page.waitForURL(/\/class\//);
  await expect.poll(() => trackStates(page)).not.toContain('live');
  await context.close();
});

test('[JOIN12] who denies the microphone still gets in and hears', async () => {
  const ann = await bed.trainer({ prepare: (context) => giveTone(context, 700) });
  const start = button(ann, '开始上课');
  await start.click();
  await button(ann, '发言').click();

  const saysNo = await launchChromium(['--use-fake-ui-for-media-stream=deny']);
  const context = bed.watch(await newPerson(saysNo, { language: 'en' }));
  const page = await openLink(context, member, 3);
  await button(page, 'Test mic').tap();
  await page.getByText('The microphone is blocked. Tap the lock beside the address').waitFor();
  await button(page, 'Join with sound').tap();
  await page.waitForURL(/\/class\//);
  await expect.poll(() => tonesHeard(page, [700])).toEqual([700]);
  await saysNo.close();
  await ann.context().close();
});

const weChat =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 14_2 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.16';

/** A phone whose link was opened inside an app. */
async function insideAnApp(options: {
  userAgent?: string;
  able: boolean;
  language?: string;
}): Promise<BrowserContext> {
  const context = await bed.browser.newContext({
    viewport: phone,
    locale: options.language ?? 'zh-CN',
    permissions: ['clipboard-read', 'clipboard-write'],
    isMobile: true,
    hasTouch: true,
    ...(options.userAgent ? { userAgent: options.userAgent } : {}),
  });
  if (!options.able)
    await context.addInitScript(() => {
      Object.defineProperty(window, 'RTCPeerConnection', { value: undefined });
    });
  return bed.watch(context);
}

test('[JOIN13] inside an app that can’t carry sound the page shows how to open it in a browser', async () => {
  const context = await insideAnApp({ userAgent: weChat, able: false });
  const page = await openLink(context, member, null);
  await page.getByRole('heading', { name: '微信里听不到课堂的声音，请在浏览器中打开' }).waitFor();
  await page.getByText('点右上角的 ···').waitFor();
  await page.locator('svg text', { hasText: '在浏览器打开' }).waitFor();

  await button(page, '复制链接').tap();
  await page.getByText('已复制').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(member);

  await button(page, '不用声音，继续').tap();
  await page.getByRole('radio').nth(4).check();
  expect(await button(page, '播放提示音').count()).toBe(0);
  await button(page, '进入课堂（无声音）').tap();
  await page.waitForURL(/\/class\//);
  await page.getByRole('main').waitFor();
  await context.close();
});

test('[JOIN13] an app that can carry sound shows nothing of that, and an old browser names better ones', async () => {
  const able = await insideAnApp({ userAgent: weChat, able: true });
  const page = await openLink(able, member, 0);
  await button(page, '进入课堂（打开声音）').waitFor();
  expect(await page.getByText('在浏览器打开').count()).toBe(0);
  await able.close();

  const old = await insideAnApp({ able: false, language: 'en' });
  await old.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  const other = await openLink(old, member, null);
  await other.getByText('Open the link in Chrome, Edge, Safari').waitFor();
  await button(other, 'Copy the link').tap();
  await other.getByText('Press long on the link above').waitFor();
  const link = other.getByRole('textbox', { name: 'Link of your class' });
  expect(await link.inputValue()).toBe(member);
  expect(await link.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(member.length);
  expect(await other.locator('svg text').count()).toBe(0);
  await old.close();
});

test('[KEYS1] on the console single keys switch devices and tabs, and “?” names them all', async () => {
  const page = await bed.trainer({ language: 'en' });
  const microphone = button(page, /^(Speak|Mute)$/).first();
  const isOn = () => microphone.getAttribute('aria-pressed');
  // Whose class went on elsewhere, as in the test before, has it off here as soon as the sound is connected.
  await expect.poll(isOn).toBe('false');
  await page.keyboard.press('m');
  await expect.poll(isOn).toBe('true');

  const people = page.getByRole('complementary', { name: 'People' });
  const selected = people.getByRole('tab', { selected: true });
  for (const place of [0, 1, 2, 3, 4]) {
    await page.keyboard.press(String(place + 1));
    await expect.poll(() => people.getByRole('tab').nth(place).getAttribute('aria-selected')).toBe('true');
  }
  // What is typed is text.
  await people.getByRole('textbox').pressSequentially('1 m');
  expect(await selected.innerText()).toMatch(/^Chat/);
  await selected.focus();

  await page.keyboard.press('?');
  const overview = page.getByRole('dialog', { name: 'Keyboard' });
  await overview.waitFor();
  expect(await overview.locator('kbd').allInnerTexts()).toEqual(
    expect.arrayContaining(['→', 'PgUp', 'Home', 'End', 'M', 'C', '1', '5', '6', '9', 'S', '?']),
  );
  await page.keyboard.press('1');
  expect(await selected.innerText(), 'a dialog is all there is while it is open').toMatch(/^Chat/);
  await overview.getByRole('switch').uncheck();
  await page.keyboard.press('Escape');
  await overview.waitFor({ state: 'detached' });
  await page.keyboard.press('1');
  await button(page, 'Keyboard').click();
  await overview.getByRole('switch').check();
  await page.keyboard.press('Escape');
  await overview.waitFor({ state: 'detached' });
  expect(await selected.innerText(), 'switched off').toMatch(/^Chat/);
  await page.keyboard.press('1');
  await expect.poll(() => selected.innerText()).toMatch(/^People/);
  await page.context().close();
});

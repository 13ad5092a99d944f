import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filmsCheckerboard, sharpness } from '../helpers/checkerboard.ts';
import { enterClass, laptop, launchChromium, newPerson, phone, watchPage } from '../helpers/chromium.ts';
import { type Classroom, startClassroom } from '../helpers/classroom.ts';

/** A trainer blurs what is behind them; a member sees what comes of it. The camera films no person: all is background. */
let classroom: Classroom;
let browser: Browser;
let films: string;
let trainer: Page;
let member: Page;
const problems: string[] = [];
/** What the trainer's browser has loaded for it, by kind. */
const loaded: string[] = [];
/** Whether the trainer's browser gets the model that it asks for, from now on. */
let modelComes = Promise.resolve(true);
/** The trainer's computer gives up at once. */
let isTooSlow = false;

declare global {
  interface Window {
    /** How often the page has asked the browser for a camera. */
    cameraAsked: number;
  }
}

beforeAll(async () => {
  films = await mkdtemp(join(tmpdir(), 'score-camera-'));
  const camera = await filmsCheckerboard(join(films, 'checkerboard.y4m'));
  [classroom, browser] = await Promise.all([startClassroom(), launchChromium([camera])]);
  const { links, url } = classroom;
  trainer = await laptopWith(8);
  trainer.on('request', (request) => {
    const file = /(blurWorker|\.wasm|\.tflite)/.exec(new URL(request.url()).pathname)?.[0];
    if (file) loaded.push(file);
  });
  await interceptBlur(trainer.context());
  await enterClass(trainer, links.trainers[0]?.link ?? '');
  member = await enterClass(await newPerson(browser, { language: 'en' }), links.enterprises[0]?.link ?? '');
  for (const page of [trainer, member]) problems.push(...watchPage(page, url));
  await tap('Start the class');
});
afterAll(async () => {
  await browser?.close();
  await classroom?.close();
  await rm(films, { recursive: true, force: true });
});

/** A page on a laptop of so many cores, that counts how often it asks for a camera. */
async function laptopWith(cores: number, size = laptop): Promise<Page> {
  const context = await newPerson(browser, { size, language: 'en' });
  await context.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: count });
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    window.cameraAsked = 0;
    devices.getUserMedia = (constraints) => {
      if (constraints?.video) window.cameraAsked++;
      return ask(constraints);
    };
  }, cores);
  return context.newPage();
}

/** From the beginning, since what is under way while that changes may be lost. */
async function interceptBlur(context: BrowserContext): Promise<void> {
  await context.route('**/*.tflite', async (route) => {
    await ((await modelComes) ? route.continue() : route.abort());
  });
  await context.route('**/blurWorker-*.js', async (route) => {
    const response = await route.fetch();
    const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
    // Otherwise its clock stands still: how busy this machine is decides nothing.
    const body = isTooSlow
      ? "onmessage = ({ data }) => data.told.postMessage('slow');"
      : `performance.now = () => 0;${await response.text()}`;
    await route.fulfill({ response, headers, body });
  });
}

const tap = (name: string | RegExp) => trainer.getByRole('button', { name }).first().click();
const dialog = () => trainer.getByRole('dialog');
const blur = (page = trainer) => page.getByRole('switch', { name: 'Blur my background' });
const openDialog = (page = trainer) => page.getByRole('button', { name: 'Sound and picture' }).click();
const seen = () => member.evaluate(sharpness);
const asked = () => trainer.evaluate(() => window.cameraAsked);
const frames = () =>
  member.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('video')].map((v) => v.getVideoPlaybackQuality().totalVideoFrames),
    ),
  );
/** Which tracks a member receives: another one would come of another Producer. */
const tracks = () =>
  member.evaluate(() =>
    [...document.querySelectorAll('video')].flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getVideoTracks().map(({ id }) => id) : [],
    ),
  );

const patient = { timeout: 60_000 };
const isSharp = () => expect.poll(async () => (await seen()) ?? 0, patient).toBeGreaterThan(12);
const isBlurred = () =>
  expect.poll(async () => (await seen()) ?? Number.POSITIVE_INFINITY, patient).toBeLessThan(4);

test('[BLUR1] the background is blurred and sharp again in the picture that is sent, by the same Producer', async () => {
  await tap('Camera');
  await isSharp();
  const [before, times] = [await tracks(), await asked()];
  expect(loaded, 'nothing of it is loaded before it is asked for').toEqual([]);

  await openDialog();
  await blur().check();
  await dialog().getByText('blurred for everybody').waitFor(patient);
  await isBlurred();
  expect([await tracks(), await asked()]).toEqual([before, times]);
  expect([...new Set(loaded)].sort()).toEqual(['.tflite', '.wasm', 'blurWorker']);

  await blur().uncheck();
  await isSharp();
  expect([await tracks(), await asked()]).toEqual([before, times]);
  expect(problems).toEqual([]);
});

test('[BLUR2] while it is prepared and when it fails nothing leaves unblurred, and the person is told', async () => {
  const { promise, resolve: answer } = Promise.withResolvers<boolean>();
  modelComes = promise;
  const failed = () => trainer.getByText('can’t be blurred on this computer now').first();
  await isSharp();
  const waiting = trainer.waitForRequest('**/*.tflite');
  await blur().check();
  await waiting;
  await dialog().getByText('Until then no picture of you is sent').waitFor();
  // What was on its way may still come; then the picture stands.
  let before = -1;
  const stands = async () => {
    const now = await frames();
    const is = now === before;
    before = now;
    return is;
  };
  await expect.poll(stands, { ...patient, interval: 1_500 }).toBe(true);

  answer(false);
  await failed().waitFor(patient);
  // The camera is off for everybody, and not one frame more came.
  await expect.poll(tracks, patient).toEqual([]);
  await trainer.keyboard.press('Escape');
  await trainer.getByRole('button', { name: 'Camera', exact: true, pressed: false }).waitFor();
  await failed().waitFor();

  // The choice stands: another try sends blurred pictures or none.
  modelComes = Promise.resolve(true);
  const shown: (number | null)[] = [];
  await tap('Camera');
  await expect
    .poll(async () => {
      shown.push(await seen());
      return (await frames()) > 10;
    }, patient)
    .toBe(true);
  for (const value of shown) expect(value ?? 0).toBeLessThan(6);
  expect(problems).toEqual([]);
});

test('[BLUR1] it is remembered: after a reload only the blurred picture is sent', async () => {
  await trainer.reload();
  await expect.poll(tracks, patient).toHaveLength(1);
  await expect.poll(frames, patient).toBeGreaterThan(5);
  await isBlurred();
  await openDialog();
  expect(await blur().isChecked()).toBe(true);
});

test('[BLUR3] a computer that is too slow says so and sends nothing, until the blur is switched off', async () => {
  isTooSlow = true;
  await blur().uncheck();
  await isSharp();
  await blur().check();
  await dialog().getByText('This computer is too slow to blur').first().waitFor(patient);
  await expect.poll(tracks, patient).toEqual([]);
  await blur().uncheck();
  await trainer.keyboard.press('Escape');
  await tap('Camera');
  await isSharp();
  expect(problems).toEqual([]);
});

test('[BLUR4] model and code come from our own server, for good, and may run in their worker alone', async () => {
  const { url, links } = classroom;
  const page = await laptopWith(8);
  const answers = new Map<string, Record<string, string>>();
  page.on('response', (response) => {
    const file = /(blurWorker|\.wasm|\.tflite)/.exec(response.url())?.[0] ?? 'other';
    const own = response.url().startsWith(`${url}/class/`) ? 'page' : file;
    answers.set(own, response.headers());
  });
  const other = watchPage(page, url);
  await enterClass(page, links.trainers[1]?.link ?? '');
  await page.reload();
  await page.getByRole('button', { name: 'Camera', exact: true }).click();
  await openDialog(page);
  await blur(page).check();
  await page.getByText('blurred for everybody').waitFor(patient);
  for (const file of ['blurWorker', '.wasm', '.tflite']) {
    expect(answers.get(file)?.['cache-control'], file).toBe('public, max-age=31536000, immutable');
    expect(answers.get(file)?.['content-encoding'], file).toBe('br');
  }
  expect(answers.get('blurWorker')?.['content-security-policy']).toContain("'wasm-unsafe-eval'");
  expect(answers.get('page')?.['content-security-policy']).not.toContain('unsafe-eval');
  expect(other).toEqual([]);
  await page.context().close();
});

test('[BLUR5] only a laptop with cores to spare is offered it', async () => {
  const { links } = classroom;
  const link = links.trainers[2]?.link ?? '';
  const offered = async (cores: number, size: typeof laptop) => {
    const page = await laptopWith(cores, size);
    await enterClass(page, link);
    if (size === phone) await page.getByRole('button', { name: 'More' }).click();
    await openDialog(page);
    await page.getByRole('dialog').getByText('Speaker').first().waitFor();
    const count = await blur(page).count();
    await page.context().close();
    return count;
  };
  expect(await offered(8, laptop)).toBe(1);
  expect(await offered(2, laptop)).toBe(0);
  expect(await offered(8, phone)).toBe(0);
});

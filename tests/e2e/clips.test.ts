import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAt } from '#shared/features/clips.ts';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { sampleVideo } from '../helpers/sampleVideo.ts';

/** One story: each test goes on where the last one ended. */
let bed: BrowserBed;
let trainer: Page;
let ding: Page;
let feng: Page;
/** A second trainer, who takes the video back to its beginning by himself. */
let other: SocketPerson;
const length = 60_000;
const tone = 880;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  trainer = await bed.trainer();
  ding = await bed.enter(bed.enterpriseLink());
  feng = await bed.enter(bed.enterpriseLink(1));
  other = await bed.socket(bed.trainerLink(1));
  await tap(trainer, '开始上课');
});
afterAll(() => bed?.close());

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** A trainer has another one on the thumbnail. */
const player = (page: Page) => page.locator('main figure[data-clip]').first();

async function shown() {
  const [room] = await bed.classroom.server.parts.rooms.open();
  const place = room?.state.clips.shown;
  if (!place) throw new Error('No video is shown.');
  return place;
}

/** How far a page's video is from where the Room says it is, in milliseconds. Everybody's clock here is the same. */
async function off(page: Page): Promise<number> {
  const [seen, place] = await Promise.all([
    player(page)
      .locator('video')
      .evaluate((video: HTMLVideoElement) => ({ at: Date.now(), time: video.currentTime * 1000 })),
    shown(),
  ]);
  return Math.abs(seen.time - placeAt(place, length, seen.at));
}

/**
 * They come into step and stay in it for twenty looks. A machine with other work may take a moment from a video, which
 * is brought back at once: one look in five may miss.
 */
async function staysInStep(...pages: Page[]): Promise<void> {
  // A weak network and a busy machine together need their time.
  for (const page of pages) await expect.poll(() => isSettled(page), { timeout: 60_000 }).toBe(true);
  const seen: number[][] = pages.map(() => []);
  const stay = () => seen.every((each) => each.slice(-20).filter((ms) => ms < 250).length >= 16);
  for (let look = 0; look < 20 || (look < 60 && !stay()); look++) {
    await setTimeout(200);
    for (const [n, page] of pages.entries()) seen[n]?.push(Math.round(await off(page)));
  }
  expect(stay(), seen.join('\n')).toBe(true);
}
/** A video that jumps says where it will be: only one that isn't said to be on its way is anywhere. */
const isSettled = async (page: Page) => (await isTold(page)) === false && (await off(page)) < 100;
/** Whether the page says that the video isn't in step. */
const isTold = async (page: Page) => (await player(page).locator('[data-pace]').count()) > 0;

const plays = (page: Page) =>
  player(page)
    .locator('video')
    .evaluate((video: HTMLVideoElement) => !video.paused && !video.muted);

/** Whether the tone of the video is heard on a page, on an element that sounds. */
const hearsTone = (page: Page): Promise<boolean> =>
  player(page)
    .locator('video')
    .evaluate(async (video: HTMLVideoElement & { captureStream?: () => MediaStream }, frequency) => {
      if (video.paused || video.muted || video.volume === 0 || !video.captureStream) return false;
      const stream = video.captureStream();
      if (stream.getAudioTracks().length === 0) return false;
      const audio = new AudioContext();
      const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
      audio.createMediaStreamSource(stream).connect(analyser);
      const until = audio.currentTime + 0.4;
      while (audio.currentTime < until) await new Promise(requestAnimationFrame);
      const bins = new Float32Array(analyser.frequencyBinCount);
      analyser.getFloatFrequencyData(bins);
      const at = Math.round((frequency / audio.sampleRate) * analyser.fftSize);
      await audio.close();
      return Math.max(...bins.subarray(at - 2, at + 3)) > -60;
    }, tone);

test('[CLIP11] [CLIP20] a trainer adds a video from the plan, which is said to be on its way, and shows it to the class', async () => {
  const segment = trainer.locator('[data-segment]').filter({ hasText: '这个会议哪里不对' });
  await segment.getByText('还没有视频').waitFor();
  await segment.getByRole('button').click();
  await segment.getByRole('button', { name: '添加视频' }).click();
  const file = trainer.locator('input[type=file]');
  await file.setInputFiles({ name: '海报.mp4', mimeType: 'video/mp4', buffer: Buffer.from('%PDF-1.7') });
  await trainer.getByRole('alert').getByText('这不是 MP4、MOV 或 WebM 视频').waitFor();
  const buffer = await sampleVideo({ seconds: length / 1000, tone, grain: 14 });
  await file.setInputFiles({ name: '一次糟糕的会议.mp4', mimeType: 'video/mp4', buffer });
  await trainer.getByRole('progressbar').waitFor();
  // A minute of it is converted twice, for which a busy machine takes most of one.
  await trainer.getByRole('button', { name: '向全班展示 一次糟糕的会议' }).waitFor({ timeout: 120_000 });
  await trainer.getByRole('tab', { name: '流程' }).click();
  await segment.getByRole('button', { name: '展示一次糟糕的会议' }).click();
  await segment.getByRole('button', { name: '正在展示一次糟糕的会议' }).waitFor();
  await segment.getByRole('button', { name: '全部视频' }).click();
  for (const page of [trainer, ding, feng]) await player(page).locator('video').waitFor();
});

test('[CLIP12] it plays within 250 ms of the server’s clock on every device, with its sound', async () => {
  await tap(trainer, '为全班播放');
  await staysInStep(trainer, ding, feng);
  for (const page of [trainer, ding, feng]) {
    await playFromTheStart();
    await expect.poll(() => plays(page)).toBe(true);
    await expect.poll(() => hearsTone(page)).toBe(true);
  }
});

/** So that a slow machine doesn't come to the video's end before a test has looked. Where it has, it plays again. */
async function playFromTheStart(): Promise<void> {
  await other.must({ feature: 'clips', type: 'seek', position: 0 });
  if (!(await shown()).playing) await other.must({ feature: 'clips', type: 'play' });
}

test('[CLIP13] who joins late, or reloads, lands at the same place', async () => {
  await playFromTheStart();
  const late = await bed.enter(bed.enterpriseLink(2), { language: 'en' });
  await feng.addInitScript(soundNeedsTap);
  await feng.reload();
  await staysInStep(late, feng);
  await late.context().close();
  await playFromTheStart();
  // A reload is no tap: it runs without sound until there is one.
  await tap(feng, '点这里');
  await expect.poll(() => hearsTone(feng)).toBe(true);
});

/** Playwright's own questions to a page count as taps, so a browser that waits for one has to be made up. */
function soundNeedsTap(): void {
  const play = HTMLMediaElement.prototype.play;
  let isTapped = false;
  document.addEventListener(
    'click',
    () => {
      isTapped = true;
    },
    { capture: true },
  );
  HTMLMediaElement.prototype.play = function () {
    if (isTapped || this.muted) return play.call(this);
    return Promise.reject(new DOMException('Tap first.', 'NotAllowedError'));
  };
}

test('[CLIP14] a pause stops every device at the same picture, and the bar takes all to another', async () => {
  await playFromTheStart();
  await tap(trainer, '为全班暂停');
  const pages = [trainer, ding, feng];
  // One that plays on is in step, too, at the moment of the pause.
  for (const page of pages) await expect.poll(() => plays(page)).toBe(false);
  for (const page of pages) await expect.poll(() => off(page)).toBeLessThan(50);

  const bar = trainer.getByRole('slider', { name: '视频位置' });
  await bar.focus();
  await trainer.keyboard.press('Home');
  for (let press = 0; press < 5; press++) await trainer.keyboard.press('ArrowRight');
  await expect.poll(async () => (await shown()).position).toBe(5_000);
  for (const page of pages) await expect.poll(() => off(page)).toBeLessThan(50);
  await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('0:05 / 1:00');
  await tap(trainer, '为全班播放');
  await staysInStep(...pages);
});

test('[CLIP15] with sound and slides only, its sound and a still picture come; the light mode has a light copy', async () => {
  const choose = async (mode: string) => {
    await tap(ding, '更多');
    await ding.getByLabel('这台设备接收的内容').selectOption(mode);
    await ding.keyboard.press('Escape');
  };
  await playFromTheStart();
  await choose('audio');
  await ding.locator('figure[data-rendition="sound.m4a"]').waitFor();
  expect(await player(ding).locator('video').isVisible()).toBe(false);
  await ding.waitForFunction(() => {
    const still = document.querySelector<HTMLImageElement>('figure[data-clip] img');
    return still?.complete === true && still.naturalWidth > 0;
  });
  await staysInStep(ding);
  await playFromTheStart();
  await expect.poll(() => hearsTone(ding)).toBe(true);

  await playFromTheStart();
  await choose('light');
  await ding.locator('figure[data-rendition="light.mp4"]').waitFor();
  await staysInStep(ding);
  const width = () =>
    player(ding)
      .locator('video')
      .evaluate((video: HTMLVideoElement) => video.videoWidth);
  await expect.poll(width).toBe(480);
});

test('[CLIP13] [CLIP19] over a weak network a late joiner is told, gets the light copy, and comes into step with it', async () => {
  await tap(trainer, '收起');
  const weak = await bed.enter(bed.enterpriseLink(3));
  await throttle(weak, 200);
  await tap(trainer, '向全班展示 一次糟糕的会议');
  await tap(trainer, '为全班播放');
  const light = weak.locator('main figure[data-rendition="light.mp4"]');
  // On screen, and a moment later for a screen reader.
  await weak.getByText('网络较弱：这里播放视频的小画面版本').first().waitFor();
  await light.waitFor();

  // Whoever comes while it plays is told as long as the picture is not where it should be.
  await playFromTheStart();
  await weak.addInitScript(keepTold);
  await weak.reload();
  await weak.locator('html[data-told]').waitFor();
  await light.waitFor();
  await staysInStep(weak);
  await expect.poll(() => isTold(weak)).toBe(false);
  await weak.context().close();
});

/** Keeps that the page has said that its video isn't in step: it may be so before a busy machine looks. */
function keepTold(): void {
  new MutationObserver(() => {
    if (document.querySelector('main figure [data-pace]')) document.documentElement.dataset.told = 'yes';
  }).observe(document, { subtree: true, childList: true });
}

/** The page's network is as narrow from now on, in kbit/s, and an answer takes 150 ms longer. */
async function throttle(page: Page, kbit: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytes = (kbit * 1000) / 8;
  const network = { offline: false, latency: 150, downloadThroughput: bytes, uploadThroughput: bytes };
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
}

test('[CLIP16] a video that is taken away is gone from every screen, with its sound', async () => {
  await tap(trainer, '收起');
  for (const page of [trainer, ding, feng]) await player(page).waitFor({ state: 'detached' });
  expect(bed.problems).toEqual([]);
});

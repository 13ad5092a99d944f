import { chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Space } from '#shared/basics.ts';
import { laptop, newPerson, phone } from '../helpers/chromium.ts';
import { giveTone, tonesHeard } from '../helpers/tones.ts';
import { connected, MediaPages, turnOn } from './MediaPages.ts';
import { outerHost } from './pageServer.ts';

const tones = { ann: 500, ben: 800, tom: 1_100 };
const allTones = Object.values(tones);

let pages: MediaPages;
beforeAll(async () => {
  pages = await MediaPages.start(2);
});
beforeEach(() => pages.begin());
afterEach(() => pages.end());
afterAll(() => pages?.close());

async function open(who: keyof typeof tones, size = phone): Promise<Page> {
  const context = await newPerson(pages.browser, { size });
  await giveTone(context, tones[who]);
  const page = await pages.open(context, who);
  await connected(page);
  return page;
}

const seats = () => [...pages.room.media.seats.values()];

const place = (space: Space, ...who: string[]) =>
  pages.room.place(Object.fromEntries(who.map((id) => [id, space])));

/** Waits until fresh frames or packets of this source have arrived. */
async function receives(page: Page, what: string, count = 3): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  const more = async () => {
    const now = (await page.evaluate(() => window.page.received()))[what] ?? 0;
    // What takes the place of another counts from nothing.
    least = Math.min(least, now);
    return now - least;
  };
  await expect.poll(more, { message: what }).toBeGreaterThanOrEqual(count);
}

const hears = (page: Page, ...who: (keyof typeof tones)[]) =>
  expect.poll(() => tonesHeard(page, allTones)).toEqual(who.map((id) => tones[id]).sort((a, b) => a - b));

test('[MEDIA1] two people in a Breakout hear and see each other', async () => {
  const [ann, ben] = await Promise.all([open('ann'), open('ben')]);
  place('group:a', 'ann', 'ben');
  for (const page of [ann, ben])
    for (const source of ['microphone', 'camera'] as const) expect(await turnOn(page, source)).toBeNull();
  await Promise.all([
    receives(ann, 'ben camera'),
    receives(ben, 'ann camera'),
    hears(ann, 'ben'),
    hears(ben, 'ann'),
  ]);
});

test('[MEDIA3] a trainer goes from group to group with the same track, and each group hears only its own', async () => {
  const [ann, ben, tom] = await Promise.all([open('ann'), open('ben'), open('tom')]);
  await turnOn(tom, 'microphone');
  await Promise.all([hears(ann, 'tom'), hears(ben, 'tom')]);
  const track = () => tom.evaluate(() => window.page.client.getSnapshot().local.microphone.track?.id);
  const before = await track();

  place('group:a', 'ann', 'tom');
  place('group:b', 'ben');
  await Promise.all([hears(ann, 'tom'), hears(ben)]);
  place('group:b', 'tom');
  await Promise.all([hears(ann), hears(ben, 'tom')]);
  place('plenary', 'ann', 'ben', 'tom');
  await Promise.all([hears(ann, 'tom'), hears(ben, 'tom')]);
  expect(await track()).toBe(before);
});

test('[MEDIA8] after a worker was killed, everyone is back without touching anything', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await turnOn(tom, 'camera');
  await Promise.all([hears(ann, 'tom'), receives(ann, 'tom camera')]);
  const workers = new Set(seats().map((seat) => seat.worker));
  for (const worker of workers) if (worker) process.kill(worker.worker.pid, 'SIGKILL');
  await expect.poll(() => pages.media.workersAlive()).toBe(2);
  await Promise.all([hears(ann, 'tom'), receives(ann, 'tom camera')]);
});

test('[MEDIA8] a lost connection and a reload both end with the microphone on again', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  pages.server.dropAll();
  await expect.poll(() => seats().filter((seat) => seat.producers.has('microphone')).length).toBe(1);
  await hears(ann, 'tom');

  await tom.reload();
  await connected(tom);
  await hears(ann, 'tom');
});

test('[MEDIA8] a reload has the microphone again while the server still takes the old connection for alive', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  pages.server.dropAll({ unnoticed: true });
  await tom.reload();
  await connected(tom);
  await hears(ann, 'tom');
});

test('[MEDIA8] whoever gets no answer on a connection that lives begins anew, and hears', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await ann.evaluate(() => window.page.unanswered.push('resumeConsumers'));
  await turnOn(tom, 'microphone');
  await ann.waitForFunction(() => window.page.unanswered.length === 0);
  await hears(ann, 'tom');
});

test('[MEDIA8] what a call or another app has paused plays again once the page is seen', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  const isPaused = () => ann.evaluate(() => document.querySelector('audio')?.paused);
  await ann.evaluate(() => document.querySelector('audio')?.pause());
  await expect.poll(isPaused).toBe(false);

  const show = (state: 'hidden' | 'visible') =>
    ann.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await ann.evaluate(async () => {
    const voice = document.querySelector('audio');
    const paused = new Promise((resolve) => voice?.addEventListener('pause', resolve, { once: true }));
    voice?.pause();
    await paused;
  });
  expect(await isPaused(), 'as long as the call lasts').toBe(true);
  await show('visible');
  await expect.poll(isPaused).toBe(false);
  await hears(ann, 'tom');
});

test('[MEDIA6] who reloads where another device sounds is heard once that one no longer does', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  pages.room.silence(['tom']);
  await tom.reload();
  await connected(tom);
  // Longer than a no that only means that the client has heard of something a moment too early.
  const refused = () => tom.evaluate(() => window.page.refused());
  await expect.poll(refused, { timeout: 40_000 }).toBeGreaterThan(10);
  pages.room.silence([]);
  await hears(ann, 'tom');
});

test('[MEDIA5] another tab of the same person stays silent until it is asked, and then takes over', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  const second = await open('tom');
  await second.waitForFunction(() => window.page.client.getSnapshot().devicesElsewhere);
  expect(await second.evaluate(() => window.page.client.getSnapshot().local.microphone.track)).toBeNull();

  await turnOn(second, 'microphone');
  await tom.waitForFunction(() => window.page.client.getSnapshot().devicesElsewhere);
  await tom.waitForFunction(() => window.page.client.getSnapshot().local.microphone.track === null);
  await hears(ann, 'tom');
});

test('[MEDIA4] muted is silent, and the camera is really off', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await turnOn(tom, 'camera');
  await Promise.all([hears(ann, 'tom'), receives(ann, 'tom camera')]);
  await tom.evaluate(() => window.page.turnOff('microphone'));
  await tom.evaluate(() => window.page.turnOff('camera'));
  await hears(ann);
  await tom.waitForFunction(() => window.page.client.getSnapshot().local.camera.track === null);
  await expect.poll(() => ann.evaluate(() => document.querySelectorAll('video').length)).toBe(0);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
});

test('[MEDIA2] a camera is sent in three sizes: the plenary gets the largest, a group the smallest', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom', laptop)]);
  await turnOn(tom, 'camera');
  const width = () => ann.evaluate(() => window.page.frameWidth('tom', 'camera'));
  const cameras = () => seats().flatMap((seat) => seat.producers.get('camera') ?? []);
  await expect.poll(() => cameras()[0]?.rtpParameters.encodings?.length).toBe(3);
  // Which of the two larger ones depends on how much processor time this machine has left.
  await expect.poll(width).toBeGreaterThan(320);
  place('group:a', 'ann', 'tom');
  await expect.poll(width).toBe(320);
});

test('[LAYER2] a picture comes as large as it is shown, and not at all while it is out of sight', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom', laptop)]);
  await turnOn(tom, 'camera');
  await receives(ann, 'tom camera');
  const show = (width: number) => ann.evaluate((w) => window.page.showAt('tom', 'camera', w), width);
  const width = () => ann.evaluate(() => window.page.frameWidth('tom', 'camera'));
  await show(200);
  await expect.poll(width).toBe(320);
  await show(0);
  const consumer = () =>
    seats()
      .find(({ participantId }) => participantId === 'ann')
      ?.received.values()
      .next().value?.consumer;
  await expect.poll(() => consumer()?.paused).toBe(true);
  await show(1280);
  await receives(ann, 'tom camera');
  await expect.poll(width).toBeGreaterThan(320);
});

test('[MODE3] sound and slides alone: the pictures end, the voice goes on, and all is back when it is asked for', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom', laptop)]);
  await turnOn(tom, 'microphone');
  await turnOn(tom, 'camera');
  await receives(ann, 'tom camera');
  const choose = (mode: 'auto' | 'light' | 'audio') =>
    ann.evaluate((m) => window.page.client.chooseMode(m), mode);
  const sources = () =>
    ann.evaluate(() =>
      window.page.client
        .getSnapshot()
        .remote.map(({ source }) => source)
        .sort(),
    );
  await choose('audio');
  await expect.poll(sources).toEqual(['microphone']);
  await hears(ann, 'tom');
  // The choice outlives a reload.
  await ann.reload();
  await connected(ann);
  await hears(ann, 'tom');
  expect(await sources()).toEqual(['microphone']);
  await choose('light');
  await receives(ann, 'tom camera');
  // Chosen while a connection begins.
  await ann.evaluate(() => {
    window.page.client.start();
    window.page.client.chooseMode('audio');
  });
  await ann.waitForFunction(() => window.page.client.getSnapshot().connection === 'connected');
  await expect.poll(sources).toEqual(['microphone']);
  await choose('light');
  await receives(ann, 'tom camera');
  const width = () => ann.evaluate(() => window.page.frameWidth('tom', 'camera'));
  await expect.poll(width).toBe(320);
  await choose('auto');
  await expect.poll(width).toBeGreaterThan(320);
});

test('a screen is shared and seen', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  expect(await turnOn(tom, 'screen')).toBeNull();
  await receives(ann, 'tom screen', 1);
});

test('[MEDIA15] a device that encodes nothing but H.264 is seen in it', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom', laptop)]);
  await tom.context().addInitScript(encodeOnlyH264);
  await tom.reload();
  await connected(tom);
  expect(await turnOn(tom, 'camera')).toBeNull();
  await receives(ann, 'tom camera');
  const codecs = await ann.evaluate(async () => {
    const reports = [...(await window.page.client.stats()).values()].flatMap((report) => [
      ...report.values(),
    ]);
    return reports.flatMap(({ type, mimeType }) => (type === 'codec' ? [mimeType] : []));
  });
  expect(codecs).toEqual(['video/H264']);
});

/** Runs in the page: as on a device that has no VP8. */
function encodeOnlyH264(): void {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    override addTransceiver(...args: Parameters<RTCPeerConnection['addTransceiver']>): RTCRtpTransceiver {
      const transceiver = super.addTransceiver(...args);
      const { codecs = [] } = RTCRtpReceiver.getCapabilities('video') ?? {};
      const kept = codecs.filter(({ mimeType }) => mimeType === 'video/H264');
      if (transceiver.receiver.track.kind === 'video') transceiver.setCodecPreferences(kept);
      return transceiver;
    }
  };
}

test('[MEDIA11] a page that was not tapped says so, and one tap brings the sound', async () => {
  const tom = await open('tom');
  await turnOn(tom, 'microphone');
  const context = await newPerson(pages.browser);
  // Playwright's own questions to a page count as taps, so the page has to say it by itself.
  const asks = context.waitForEvent('console', { predicate: (message) => message.text() === 'needs a tap' });
  const page = await pages.open(context, 'ann');
  await asks;
  await page.click('#tap');
  await hears(page, 'tom');
  await page.waitForFunction(() => !window.page.client.getSnapshot().needsTap);
});

test('[MEDIA12] why a device can not be had is told apart', async () => {
  // A browser as it comes: it asks before it gives any device, and nobody answers yes.
  const problemAt = async (url: string, ...flags: string[]) => {
    const strict = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...flags],
    });
    try {
      const page = await strict.newPage();
      await page.goto(url);
      await page.waitForFunction(() => window.page !== undefined);
      return await page.evaluate(() => window.page.client.open('microphone'));
    } finally {
      await strict.close();
    }
  };
  const madeUp = '--use-fake-device-for-media-stream';
  const host = outerHost();
  const [denied, noDevice, insecure] = await Promise.all([
    problemAt(pages.server.url('tom'), madeUp),
    problemAt(pages.server.url('tom')),
    host ? problemAt(pages.server.url('tom', host), madeUp) : 'insecure',
  ]);
  expect({ denied, noDevice, insecure }).toEqual({
    denied: 'denied',
    noDevice: 'noDevice',
    insecure: 'insecure',
  });
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeviceKind } from '../../client/src/media/chosenDevices.ts';
import { laptop, newPerson } from '../helpers/chromium.ts';
import { givePluggable, madeUpDevices } from '../helpers/pluggable.ts';
import { tonesHeard } from '../helpers/tones.ts';
import { connected, MediaPages, turnOn } from './MediaPages.ts';

/** The microphones that Chromium makes up, by their names. */
const system = 'Fake Default Audio Input';
const headset = 'Fake Audio Input 1';
const desk = 'Fake Audio Input 2';
const tones = { [system]: 500, [headset]: 800, [desk]: 1_100 };

let pages: MediaPages;
beforeAll(async () => {
  pages = await MediaPages.start(1, madeUpDevices);
});
beforeEach(() => pages.begin());
afterEach(() => pages.end());
afterAll(() => pages?.close());

async function open(who: 'tom' | 'ann'): Promise<Page> {
  const context = await newPerson(pages.browser, { size: laptop });
  await givePluggable(context, tones);
  const page = await pages.open(context, who);
  await connected(page);
  return page;
}

/** Chooses a device by its name. */
async function choose(page: Page, kind: DeviceKind, label: string): Promise<void> {
  await page.waitForFunction(
    ([list, name]) =>
      window.page.client.getSnapshot().devices[`${list}s`].some((device) => device.label === name),
    [kind, label] as const,
  );
  await page.evaluate(
    ([what, name]) => {
      const device = window.page.client.getSnapshot().devices[`${what}s`].find((each) => each.label === name);
      return window.page.client.choose(what, device?.id ?? '');
    },
    [kind, label] as const,
  );
}

const plug = (page: Page, label: string, isIn: boolean) =>
  page.evaluate(([name, to]) => window.plug(name, to), [label, isIn] as const);

const hears = (page: Page, label: keyof typeof tones) =>
  expect.poll(() => tonesHeard(page, Object.values(tones))).toEqual([tones[label]]);

const news = (page: Page) => page.evaluate(() => window.page.news);

/** From now on the system gives each microphone muted, as where a key has muted it; a page can't bring that about. */
const mutedFromStart = (page: Page) =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      for (const track of stream.getAudioTracks())
        Object.defineProperty(track, 'muted', { value: true, configurable: true });
      return stream;
    };
  });

const cameraInUse = (page: Page) =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      if (!constraints?.video) return ask(constraints);
      throw new DOMException('Another program has it.', 'NotReadableError');
    };
  });

const producer = (source: 'microphone' | 'camera') =>
  [...pages.room.media.seats.values()].flatMap((seat) => seat.producers.get(source) ?? [])[0]?.id;

test('[DEVICE1] another microphone is heard at once through the same Producer, and is remembered', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
  const before = producer('microphone');
  await choose(tom, 'microphone', desk);
  await hears(ann, desk);
  expect(producer('microphone')).toBe(before);

  await tom.reload();
  await connected(tom);
  await hears(ann, desk);
  // As when permissions were cleared: the browser has given it another id, and the name is the same.
  await tom.evaluate(
    (label) => localStorage.setItem('device microphone', JSON.stringify({ id: 'an old one', label })),
    headset,
  );
  await tom.reload();
  await connected(tom);
  await hears(ann, headset);
});

test('[DEVICE1] another camera is seen through the same Producer', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'camera');
  /** What is in the middle of tom's picture at ann's. */
  const colour = () =>
    ann.evaluate(() => {
      const video = document.querySelector('video');
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      if (!video?.videoWidth || !pen) return 'none';
      pen.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
      const [red = 0, , blue = 0] = pen.getImageData(0, 0, 1, 1).data;
      return red > blue ? 'red' : 'blue';
    });
  await expect.poll(colour).toBe('red');
  const before = producer('camera');
  await choose(tom, 'camera', 'fake_device_1');
  await expect.poll(colour).toBe('blue');
  expect(producer('camera')).toBe(before);
});

test('[DEVICE2] a microphone that is unplugged gives way to the system’s, and comes back with its plug', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await choose(tom, 'microphone', headset);
  await hears(ann, headset);
  const before = producer('microphone');
  await plug(tom, headset, false);
  await hears(ann, system);
  await expect.poll(() => news(tom)).toEqual([`microphone gone: ${headset}, now ${system}`]);
  await plug(tom, headset, true);
  await hears(ann, headset);
  await expect
    .poll(() => news(tom))
    .toEqual([`microphone gone: ${headset}, now ${system}`, `microphone back: ${headset}, now ${headset}`]);
  expect(producer('microphone')).toBe(before);
  expect(await tom.evaluate(() => window.page.cannot)).toEqual([]);
});

test('[DEVICE2] a speaker that is unplugged gives way to the system’s, and comes back with its plug', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
  const speaker = 'Fake Audio Output 1';
  const sink = () => ann.evaluate(() => document.querySelector('audio')?.sinkId);
  expect(await sink()).toBe('');
  await choose(ann, 'speaker', speaker);
  await expect.poll(sink).not.toBe('');
  const chosen = await sink();
  await plug(ann, speaker, false);
  await expect.poll(sink).toBe('');
  await plug(ann, speaker, true);
  await expect.poll(sink).toBe(chosen);
  await hears(ann, system);
  await expect
    .poll(() => news(ann))
    .toEqual([`speaker gone: ${speaker}, now `, `speaker back: ${speaker}, now `]);
});

test('[DEVICE3] what the system ends, or keeps silent, is opened again and heard', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
  const track = () => tom.evaluate(() => window.page.client.getSnapshot().local.microphone.track?.id);
  const before = producer('microphone');
  /** A page can neither end nor silence a track as a phone's system does it: the track is made to say so. */
  const happens = (what: 'ended' | 'mute') =>
    tom.evaluate((event) => {
      const { track: it } = window.page.client.getSnapshot().local.microphone;
      if (event === 'ended') it?.stop();
      else if (it) Object.defineProperty(it, 'muted', { value: true });
      it?.dispatchEvent(new Event(event));
    }, what);
  for (const what of ['ended', 'mute'] as const) {
    const silent = await track();
    await happens(what);
    await expect.poll(track, { message: what }).not.toBe(silent);
    await hears(ann, system);
  }
  expect(producer('microphone')).toBe(before);
});

test('[DEVICE3] a microphone that is muted from the start is told, and is heard when it is unmuted', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await mutedFromStart(tom);
  await turnOn(tom, 'microphone');
  const keptMuted = () => tom.evaluate(() => window.page.keptMuted);
  await expect.poll(keptMuted).toEqual(['microphone']);
  await tom.evaluate(() => {
    const { track } = window.page.client.getSnapshot().local.microphone;
    if (track) Object.defineProperty(track, 'muted', { value: false });
    track?.dispatchEvent(new Event('unmute'));
  });
  await hears(ann, system);
  expect(await tom.evaluate(() => window.page.cannot)).toEqual([]);
});

test('[MEDIA5] a camera that another program holds takes nothing over: the voice stays where it was', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
  const before = producer('microphone');
  const second = await open('tom');
  for (const page of [tom, second]) {
    await cameraInUse(page);
    expect(await turnOn(page, 'camera')).toBe('inUse');
  }
  expect(await second.evaluate(() => window.page.client.getSnapshot().devicesElsewhere)).toBe(true);
  expect(await second.evaluate(() => window.page.client.getSnapshot().local.microphone.mine)).toBe(false);
  expect(await tom.evaluate(() => window.page.client.getSnapshot().local.microphone.sending)).toBe(true);
  expect(producer('microphone')).toBe(before);
  // Nor does this tab forget that the voice is its own.
  await second.context().close();
  await tom.reload();
  await connected(tom);
  await hears(ann, system);
});

test('[MEDIA14] a camera that is only just being opened when the class ends is let go', async () => {
  const tom = await open('tom');
  const track = await tom.evaluateHandle(async () => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const given = Promise.withResolvers<MediaStream>();
    mediaDevices.getUserMedia = () => given.promise;
    const { client } = window.page;
    const opened = client.open('camera');
    client.over();
    const stream = await ask({ video: true });
    given.resolve(stream);
    await opened;
    return stream.getTracks()[0];
  });
  await expect.poll(() => track.evaluate((it) => it?.readyState)).toBe('ended');
});

test('[DEVICE3] what the system keeps silent while it is off is opened anew when it is switched on', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
  await tom.evaluate(() => window.page.turnOff('microphone'));
  await tom.waitForFunction(() => !window.page.client.getSnapshot().local.microphone.sending);
  await tom.evaluate(() => {
    const { track } = window.page.client.getSnapshot().local.microphone;
    if (track) Object.defineProperty(track, 'muted', { value: true });
    track?.dispatchEvent(new Event('mute'));
  });
  await tom.waitForFunction(() => window.page.client.getSnapshot().local.microphone.track === null);
  await turnOn(tom, 'microphone');
  await hears(ann, system);
});

test('[MEDIA14] when the class is over microphone and camera are let go at once', async () => {
  const tom = await open('tom');
  await turnOn(tom, 'microphone');
  await turnOn(tom, 'camera');
  const states = await tom.evaluate(() => {
    const { client } = window.page;
    const { microphone, camera } = client.getSnapshot().local;
    const tracks = [microphone.track, camera.track];
    client.over();
    return tracks.map((track) => track?.readyState);
  });
  expect(states).toEqual(['ended', 'ended']);
});

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Space } from '#shared/basics.ts';
import type { Source } from '#shared/media.ts';
import { laptop, newPerson } from '../helpers/chromium.ts';
import { givePluggable, madeUpDevices } from '../helpers/pluggable.ts';
import { giveTone, tonesHeard } from '../helpers/tones.ts';
import { connected, MediaPages, turnOn } from './MediaPages.ts';

/** What goes amiss in a class at the least handy moment. Those whose names begin with `t` are trainers. */
const tones = { ann: 500, ben: 800, tim: 1_100, tom: 1_400 };
type Who = keyof typeof tones;

let pages: MediaPages;
beforeAll(async () => {
  pages = await MediaPages.start(2, madeUpDevices);
});
beforeEach(() => pages.begin());
afterEach(() => pages.end());
afterAll(() => pages?.close());

/** @param tone what its microphone hears; their own unless said. */
async function open(who: Who, tone = tones[who]): Promise<Page> {
  const context = await newPerson(pages.browser, { size: laptop });
  await giveTone(context, tone);
  const page = await pages.open(context, who);
  await connected(page);
  return page;
}

const place = (space: Space, ...who: Who[]) =>
  pages.room.place(Object.fromEntries(who.map((id) => [id, space])));

const hears = (page: Page, ...who: Who[]) =>
  expect
    .poll(() => tonesHeard(page, Object.values(tones)))
    .toEqual(who.map((id) => tones[id]).sort((a, b) => a - b));

const sharer = () => pages.room.state.stage.screen;
const ownScreen = (page: Page) =>
  page.evaluate(() => window.page.client.getSnapshot().local.screen.track?.readyState ?? null);
/** Whose cameras or screens are at hand on this page, and bring frames. */
const seen = (page: Page, source: 'camera' | 'screen') =>
  page.evaluate((what) => {
    const videos = [...document.querySelectorAll('video')].filter(({ videoWidth }) => videoWidth > 0);
    return videos.flatMap(({ id }) => new RegExp(`^(.*)-${what}$`).exec(id)?.[1] ?? []);
  }, source);
const screensSeen = (page: Page) => seen(page, 'screen');

/** As its owner does it in the browser's own bar; a page can't, so the track is made to say so. */
const stopSharing = (page: Page) =>
  page.evaluate(() => {
    const { track } = window.page.client.getSnapshot().local.screen;
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });

test('[STAGE6] a screen that is ended in the browser’s own bar is off for everybody, and can be shared again', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  for (const time of ['once', 'again']) {
    expect(await turnOn(tom, 'screen')).toBeNull();
    await expect.poll(() => screensSeen(ann), { message: time }).toEqual(['tom']);
    await stopSharing(tom);
    await expect.poll(sharer, { message: time }).toBeNull();
    await expect.poll(() => screensSeen(ann)).toEqual([]);
    await expect.poll(() => ownScreen(tom)).toBeNull();
  }
});

test('[STAGE6] a trainer takes the screen over from another, and of two at once one is seen', async () => {
  const [ann, tim, tom] = await Promise.all([open('ann'), open('tim'), open('tom')]);
  await turnOn(tom, 'screen');
  await expect.poll(() => screensSeen(ann)).toEqual(['tom']);
  await turnOn(tim, 'screen');
  await expect.poll(() => screensSeen(ann)).toEqual(['tim']);
  await expect.poll(() => ownScreen(tom)).toBeNull();
  // Back again, and the one who has lost it ends theirs at that very moment.
  await Promise.all([turnOn(tom, 'screen'), stopSharing(tim)]);
  await expect.poll(() => screensSeen(ann)).toEqual(['tom']);
  await stopSharing(tom);
  await expect.poll(sharer).toBeNull();

  await Promise.all([turnOn(tim, 'screen'), turnOn(tom, 'screen')]);
  await expect
    .poll(async () => [await screensSeen(ann), await ownScreen(tim), await ownScreen(tom)])
    .toEqual(
      expect.toSatisfy(([seen, tims, toms]) => {
        const one = sharer();
        return seen.join() === one && (one === 'tim' ? tims === 'live' && !toms : toms === 'live' && !tims);
      }),
    );
});

test('[DEVICE2] a microphone that is unplugged in a group and plugged in after it is the one of the next group', async () => {
  const system = 'Fake Default Audio Input';
  const headset = 'Fake Audio Input 1';
  const ann = await open('ann');
  const context = await newPerson(pages.browser, { size: laptop });
  await givePluggable(context, { [system]: tones.tim, [headset]: tones.ben });
  const ben = await pages.open(context, 'ben');
  await connected(ben);
  const plug = (label: string, isIn: boolean) =>
    ben.evaluate(([name, to]) => window.plug(name, to), [label, isIn] as const);
  const isOn = () => pages.room.wishesOf('ben').microphone;

  place('group:a', 'ann', 'ben');
  await turnOn(ben, 'microphone');
  await ben.waitForFunction(
    (name) => window.page.client.getSnapshot().devices.microphones.some(({ label }) => label === name),
    headset,
  );
  await ben.evaluate((name) => {
    const { devices } = window.page.client.getSnapshot();
    const id = devices.microphones.find(({ label }) => label === name)?.id ?? null;
    return window.page.client.choose('microphone', id);
  }, headset);
  await hears(ann, 'ben');
  await plug(headset, false);
  await hears(ann, 'tim');
  place('plenary', 'ann', 'ben');
  await expect.poll(isOn).toBe(false);
  await plug(headset, true);
  place('group:a', 'ann', 'ben');
  await turnOn(ben, 'microphone');
  await hears(ann, 'ben');

  // With nothing to give way to, the Room says that it is off; one tap has it back.
  await plug(system, false);
  await plug(headset, false);
  await expect.poll(isOn).toBe(false);
  await hears(ann);
  await plug(headset, true);
  expect(await turnOn(ben, 'microphone')).toBeNull();
  await hears(ann, 'ben');
});

test('[BLUR2] a camera switched on again before the server has answered is seen, though the blur had failed meanwhile', async () => {
  const ann = await open('ann');
  const context = await newPerson(pages.browser, { size: laptop });
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 });
    // Few pixels, for machines that draw without a graphics processor.
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = () => ask({ video: { width: 160, height: 120 } });
  });
  await context.route('**/*.tflite', (route) => route.abort(), { times: 1 });
  const tom = await pages.open(context, 'tom');
  await connected(tom);
  const blurIs = () => tom.evaluate(() => window.page.client.getSnapshot().blur.at);

  await tom.evaluate(() => window.page.client.chooseBlur(true));
  const slowly = await tom.evaluateHandle(() => window.page.hold('produce'));
  await turnOn(tom, 'camera');
  await expect.poll(blurIs).toBe('failed');
  await expect.poll(() => pages.room.wishesOf('tom').camera).toBe(false);
  await turnOn(tom, 'camera');
  await slowly.evaluate((letGo) => letGo());
  await expect.poll(() => seen(ann, 'camera')).toEqual(['tom']);
  expect(await blurIs()).toBe('working');
});

const local = (page: Page, source: Source) =>
  page.evaluate((what) => {
    const { mine, sending, track } = window.page.client.getSnapshot().local[what];
    return { mine, sending, isOpen: track?.readyState === 'live', isEnabled: track?.enabled ?? false };
  }, source);
const off = { sending: false, isEnabled: false };
/** As a tap does it, of which the Room has yet to hear. */
const pause = (page: Page, source: Source) => page.evaluate((what) => window.page.client.pause(what), source);
const seatsOf = (who: Who) =>
  [...pages.room.media.seats.values()].filter(({ participantId }) => participantId === who);
const isOn = (who: Who, source: Source) => expect.poll(() => pages.room.wishesOf(who)[source]);

test('[MEDIA4] what is switched off before the server has answered stays off, whatever is switched on meanwhile', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  const slowly = await tom.evaluateHandle(() => window.page.hold('produce'));
  await turnOn(tom, 'microphone');
  await isOn('tom', 'microphone').toBe(true);
  await tom.waitForFunction(() => window.page.client.getSnapshot().local.microphone.track?.enabled);
  await pause(tom, 'microphone');
  await slowly.evaluate((letGo) => letGo());
  // Microphone and camera are one device's: what takes the one takes up the other.
  await turnOn(tom, 'camera');
  await expect.poll(() => seen(ann, 'camera')).toEqual(['tom']);
  expect(await local(tom, 'microphone')).toMatchObject(off);
  await pause(tom, 'camera');
  expect(await local(tom, 'camera')).toMatchObject({ ...off, isOpen: false });
  const [before] = seatsOf('tom');
  pages.server.dropAll();
  await expect.poll(() => seatsOf('tom').some((seat) => seat !== before && seat.canReceive)).toBe(true);
  await connected(tom);
  expect(await local(tom, 'microphone')).toMatchObject(off);

  await tom.evaluate(() => window.page.turnOff('microphone'));
  await isOn('tom', 'microphone').toBe(false);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
});

test('[MEDIA4] a microphone that was switched off just before a reload stays off, and the Room hears of it', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  await pause(tom, 'microphone');
  await tom.reload();
  await connected(tom);
  await isOn('tom', 'microphone').toBe(false);
  expect(await local(tom, 'microphone')).toMatchObject({ ...off, isOpen: false });
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
});

test('[MEDIA5] what is switched on at one device opens at no other, though that one had it before', async () => {
  const [ann, first] = await Promise.all([open('ann'), open('tom', tones.tim)]);
  await turnOn(first, 'microphone');
  await hears(ann, 'tim');
  await first.evaluate(() => window.page.turnOff('microphone'));
  await isOn('tom', 'microphone').toBe(false);
  await turnOn(first, 'screen');
  await expect.poll(() => screensSeen(ann)).toEqual(['tom']);
  await stopSharing(first);
  await isOn('tom', 'screen').toBe(false);
  const cannot = () => first.evaluate(() => window.page.cannot);
  const before = await cannot();

  const second = await open('tom');
  const slowly = await second.evaluateHandle(() => window.page.hold('produce'));
  await turnOn(second, 'microphone');
  await turnOn(second, 'screen');
  for (const source of ['microphone', 'screen'] as const) {
    await expect.poll(() => local(first, source)).toMatchObject({ mine: false, isOpen: false });
    await isOn('tom', source).toBe(true);
  }
  await slowly.evaluate((letGo) => letGo());
  await hears(ann, 'tom');
  await expect.poll(() => screensSeen(ann)).toEqual(['tom']);
  expect(await cannot(), 'nor does it end what it can not send').toEqual(before);
});

test('[MEDIA5] a device that lost its microphone to another while it was away does not open it again by itself', async () => {
  const [ann, first] = await Promise.all([open('ann'), open('tom', tones.tim)]);
  await turnOn(first, 'microphone');
  await hears(ann, 'tim');
  const slowly = await first.evaluateHandle(() => window.page.hold('start'));
  pages.server.dropAll();
  const second = await open('tom');
  await turnOn(second, 'microphone');
  await hears(ann, 'tom');
  await slowly.evaluate((letGo) => letGo());
  await connected(first);
  await second.context().close();
  await hears(ann);
  await first.reload();
  await connected(first);
  expect(await local(first, 'microphone')).toMatchObject({ mine: false, isOpen: false });
});

test('[MEDIA8] a network that comes and goes, unnoticed by the server, is no other device', async () => {
  const [ann, tom] = await Promise.all([open('ann'), open('tom')]);
  await turnOn(tom, 'microphone');
  await hears(ann, 'tom');
  const slowly = await tom.evaluateHandle(() => window.page.hold('openSending'));
  for (const seats of [2, 3]) {
    pages.server.dropAll({ unnoticed: true });
    await expect.poll(() => seatsOf('tom').filter((seat) => seat.canReceive).length).toBe(seats);
    await connected(tom);
  }
  await slowly.evaluate((letGo) => letGo());
  expect(await local(tom, 'microphone')).toMatchObject({ mine: true });
  await hears(ann, 'tom');
});

test('[MEDIA8] a worker that dies while groups open leaves nobody without them, nor when they close', async () => {
  const [ann, ben, tim, tom] = await Promise.all([open('ann'), open('ben'), open('tim'), open('tom')]);
  for (const page of [tim, tom]) await turnOn(page, 'microphone');
  await Promise.all([hears(ann, 'tim', 'tom'), hears(ben, 'tim', 'tom')]);
  const seat = [...pages.room.media.seats.values()].find(({ participantId }) => participantId === 'ann');
  place('group:a', 'ann', 'tim');
  if (seat?.worker) process.kill(seat.worker.worker.pid, 'SIGKILL');
  place('group:b', 'ben');
  await Promise.all([hears(ann, 'tim'), hears(ben), hears(tim), hears(tom)]);
  await turnOn(ann, 'microphone');
  await hears(tim, 'ann');
  // The trainer who was with the group is back in the plenary as its members are.
  place('plenary', 'ann', 'ben', 'tim');
  await Promise.all([
    hears(ann, 'tim', 'tom'),
    hears(ben, 'tim', 'tom'),
    hears(tim, 'tom'),
    hears(tom, 'tim'),
  ]);
});

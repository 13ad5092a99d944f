/**
 * Takes the README's picture from a real run: `node scripts/run.mjs test scripts/makePicture.ts`, after
 * `npm start` has built the client. Three trainers, a member on a phone and simulated members are in the
 * demo's class; the cameras show drawings of its made-up people.
 */
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { DemoLinks } from '../server/src/demo/seedDemo.ts';
import { BotClass } from '../tests/bots/BotClass.ts';
import { enterClass, laptop, launchChromium, newPerson, phone } from '../tests/helpers/chromium.ts';
import { ProductProcess } from '../tests/helpers/ProductProcess.ts';
import { type CastMember, member, type Pose } from './demoDeck/cast.ts';
import { arms } from './demoDeck/people.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'docs/picture.png');
/** Members beside the one on the phone. */
const simulated = 84;

// Debian's first choice of a font is much wider than what laptops and phones have.
process.env.FONTCONFIG_FILE = join(root, 'server/src/jobs/fonts/fonts.conf');

const [product, browser] = await Promise.all([ProductProcess.begin(), launchChromium()]);
try {
  await compose(browser, await takeClass(browser, await product.links()));
} finally {
  await browser.close();
  await product.end();
}
process.stdout.write(`docs/picture.png: ${Math.round((await stat(target)).size / 1000)} kB\n`);

type Shots = { console: Buffer; phone: Buffer };

async function takeClass(browser: Browser, links: DemoLinks): Promise<Shots> {
  const link = (place: number) => links.trainers[place]?.link ?? '';
  const presenter = await trainer(browser, link(0), camera('quality', '#cfe3e2', { mouth: 'open' }));
  const others = [
    await trainer(browser, link(1), camera('manager', '#e6ddcf', {})),
    await trainer(browser, link(2), camera('packing', '#d8dfe9', { right: arms.chestRight })),
  ];
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const tab = (name: string | RegExp) => presenter.getByRole('tab', { name }).click();
  await press(presenter, 'Start the class');
  await presenter.getByRole('button', { name: 'Close the class' }).waitFor();
  for (const page of [presenter, ...others]) {
    await press(page, 'Camera');
    await press(page, 'Speak');
  }
  await press(presenter, 'Present');

  const enterprises = links.enterprises.map((enterprise) => enterprise.link);
  const onPhone = await enterClass(await newPerson(browser), enterprises[1] ?? '', 9);
  const bots = new BotClass({ links: enterprises, count: simulated, media: false, within: 3_000 });
  try {
    void bots.comeIn();
    await tab('Polls');
    await press(presenter, /^Open the poll/);
    await onPhone.locator('[data-poll] li button').first().click();
    const everyone = simulated + 1;
    await presenter.getByText(`${everyone} of ${everyone} members present`).waitFor({ timeout: 60_000 });
    await press(presenter, /^Close the poll/);
    // The deck is being drawn since the start.
    await tab('Slides');
    await presenter.getByRole('button', { name: 'Show slide 4 to the class' }).waitFor({ timeout: 60_000 });
    await tab('Plan');
    await press(presenter, /^Spot what is wrong/);
    await press(presenter, /^Show: Slides 4 to 5/);
    for (const page of [presenter, onPhone]) await page.locator('main img[data-page="3"]').first().waitFor();
    await press(onPhone, '举手');
    await tab(/^Hands/);
    await press(presenter, /翁天福/);
    await onPhone.getByRole('button', { name: '打开麦克风' }).waitFor();
    await tab('Polls');
    await Promise.all([presenter, onPhone].map(settled));
    return { console: await presenter.screenshot(), phone: await onPhone.screenshot() };
  } finally {
    bots.leave();
  }
}

/** A trainer at a laptop, in English, whose camera shows the drawing. */
async function trainer(browser: Browser, link: string, drawing: string): Promise<Page> {
  const context = await newPerson(browser, { size: laptop, language: 'en' });
  await context.addInitScript(
    (picture: string) => {
      const devices = navigator.mediaDevices;
      const real = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (constraints) => {
        const asked = await real(constraints);
        if (!constraints?.video) return asked;
        for (const track of asked.getVideoTracks()) {
          asked.removeTrack(track);
          track.stop();
        }
        const image = new Image();
        image.src = picture;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
        const draw = () => canvas.getContext('2d')?.drawImage(image, 0, 0);
        draw();
        setInterval(draw, 100);
        for (const track of canvas.captureStream(10).getVideoTracks()) asked.addTrack(track);
        return asked;
      };
    },
    `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`,
  );
  return enterClass(context, link);
}

/** What somebody's camera sees: a member of the deck's cast at the desk, a window and a shelf behind. */
function camera(who: CastMember, wall: string, pose: Pose): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="${wall}"/>
    <rect x="70" y="70" width="300" height="330" rx="10" fill="#fff" opacity=".75"/>
    <path d="M220 70v330M70 235h300" stroke="${wall}" stroke-width="12"/>
    <path d="M910 128h290" stroke="#7a5a3c" stroke-width="16" stroke-linecap="round"/>
    <path d="M945 50v70" stroke="#12808a" stroke-width="30"/><path d="M981 62v58" stroke="#e08a3c" stroke-width="26"/>
    <path d="M1019 44v76" stroke="#6a5b9e" stroke-width="34"/><circle cx="1130" cy="92" r="28" fill="#5aa469"/>
    ${member(who, [640, 520], 4, { standing: false, ...pose })}</svg>`;
}

/** Waits until every picture is loaded, every video runs, and the last change has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const pictures = [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
    const videos = [...document.querySelectorAll('video')];
    return pictures && videos.length >= 3 && videos.every(({ videoWidth }) => videoWidth > 0);
  });
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  );
}

/** Both screens in their frames, side by side, in few enough colours to be light. */
async function compose(browser: Browser, shots: Shots): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1780, height: 1000 } });
  const image = (shot: Buffer) => `<img src="data:image/png;base64,${shot.toString('base64')}">`;
  await page.setContent(`<style>
    body { margin: 0; background: #dfe9e7; }
    div { position: absolute; overflow: hidden; box-shadow: 0 18px 50px #0b3b3a55; background: #17302f; }
    img { display: block; width: 100%; }
    .laptop { left: 40px; top: 44px; width: ${laptop.width}px; border: 8px solid #17302f; border-radius: 16px; }
    .phone { right: 36px; bottom: 28px; width: ${phone.width * 0.86}px; border: 9px solid #17302f; border-radius: 34px; }
    .phone img { border-radius: 25px; }
  </style><div class="laptop">${image(shots.console)}</div><div class="phone">${image(shots.phone)}</div>`);
  const shot = await page.screenshot();
  await writeFile(target, await sharp(shot).png({ palette: true, colours: 192, effort: 10 }).toBuffer());
}

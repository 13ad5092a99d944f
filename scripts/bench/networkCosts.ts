import { setTimeout as pause } from 'node:timers/promises';
import { type Member, type NetworkClass, type Scenario, withMember } from './networkClass.ts';
import { type Figures, quantile, round } from './report.ts';
import { readStamps } from './stampedCamera.ts';

/** How long bits are counted, and pages turned meanwhile, in milliseconds. */
const countFor = 30_000;
const turns = 2;
/** How long it takes until the layers have settled, in milliseconds. */
const settle = 8_000;
/** The fewest pictures from which a delay may be told. */
const fewestPictures = 100;

/** What the three modes cost, with one speaker who has a camera, and how old a picture is when it is seen. */
export const networkCosts: Record<string, Scenario> = {
  audioslides: (room) =>
    cost(room, 'audio', async (member, bits) => {
      const pictures = await member.page.locator('video').count();
      if (pictures > 0) throw new Error('There is a picture in the mode audio.');
      return { 'audioslides.kbit': bits };
    }),
  light: (room) =>
    cost(room, 'light', async (member, bits) => ({
      'light.kbit': bits,
      'light.width': await widthOf(member),
    })),
  viewer: (room) =>
    cost(room, 'full', async (member, bits) => ({
      'viewer.kbit': bits,
      'viewer.width': await widthOf(member),
    })),
  camera,
};

async function cost(
  room: NetworkClass,
  mode: 'full' | 'light' | 'audio',
  figures: (member: Member, bits: number) => Promise<Figures>,
): Promise<Figures> {
  await room.showCamera();
  return withMember(
    room,
    async (member) => {
      if (member.mode() !== mode) throw new Error(`The page is in the mode ${member.mode()}.`);
      await pause(settle);
      const from = Date.now();
      const before = await room.network.carried();
      for (let i = 0; i < turns; i++) {
        await room.showPage(4 + i + (mode === 'light' ? 2 : mode === 'full' ? 4 : 0));
        await pause(countFor / turns);
      }
      const after = await room.network.carried();
      const took = Date.now() - from;
      const silence = await member.listener.longestSilence(from, from + countFor);
      if (silence > 1_000) throw new Error(`There was no sound for ${Math.round(silence)} ms.`);
      const bytes = after.down - before.down + (after.up - before.up);
      return figures(member, round((bytes * 8) / took));
    },
    { mode },
  );
}

async function widthOf(member: Member): Promise<number> {
  const read = await readStamps(member.page);
  await pause(2_000);
  const { delays, width } = await read();
  if (delays.length < 10) throw new Error(`Only ${delays.length} pictures came in 2 s.`);
  return width;
}

async function camera(room: NetworkClass): Promise<Figures> {
  await room.showCamera();
  return withMember(room, async ({ page }) => {
    await page.waitForFunction(() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0));
    await pause(settle);
    const read = await readStamps(page);
    await pause(15_000);
    const { delays, unreadable, width } = await read();
    if (delays.length < fewestPictures || unreadable > delays.length / 10)
      throw new Error(`${delays.length} pictures could be read, and ${unreadable} could not.`);
    return {
      'camera.delay.p50.ms': round(quantile(delays, 0.5)),
      'camera.delay.p95.ms': round(quantile(delays, 0.95)),
      'camera.pictures': delays.length,
      'camera.width': width,
    };
  });
}

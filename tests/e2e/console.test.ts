import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop, phone } from '../helpers/chromium.ts';
import { tokenOf } from '../helpers/classroom.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';

/** The trainer's console as a tool: its panels, and what it always has in sight. One story. */
const sizes = [laptop, { width: 1280, height: 720 }, { width: 820, height: 1180 }];

let bed: BrowserBed;
let trainer: Page;
let member: Page;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  trainer = await bed.trainer({ language: 'en' });
  member = await bed.enter(bed.enterpriseLink(), { language: 'en' });
});
afterAll(() => bed?.close());

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const tab = (name: string | RegExp) => trainer.getByRole('tab', { name });
const width = async (name: string) =>
  Math.round((await trainer.getByRole('complementary', { name }).boundingBox())?.width ?? 0);
const thumbnail = () => trainer.getByRole('region', { name: 'What the class sees' });
const words = () => thumbnail().getByRole('listitem').allInnerTexts();

/** A row of the head is a fingertip's 44 px, or three lines of the title; its place around it included. */
const row = 70;
const headHeight = async () => (await trainer.getByRole('banner').boundingBox())?.height;

/** All of the thumbnail is in the window, in front of everything else. */
const thumbnailIsSeen = () =>
  thumbnail()
    .locator('[data-class-sees]')
    .evaluate((frame) => {
      const { left, top, right, bottom } = frame.getBoundingClientRect();
      const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
      // What is inert is never hit, so its place belongs to what it lies on.
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return inside && right - left > 100 && hit?.contains(frame) === true;
    });

test('[CONSOLE1] panels are resized by mouse and keys, and keep their sizes', async () => {
  const line = trainer.getByRole('separator', { name: 'Width of people and chat' });
  const before = await width('People');
  const box = await line.boundingBox();
  if (!box) throw new Error('There is no line to move.');
  await trainer.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await trainer.mouse.down();
  await trainer.mouse.move(box.x - 60, box.y + 40, { steps: 5 });
  await trainer.mouse.up();
  // Drawn a moment later than it is remembered, in rem.
  const rem = await trainer.evaluate(() => Number(localStorage.getItem('score.panel.console-people')));
  const dragged = Math.round(rem * 16);
  expect(dragged).toBeGreaterThan(before + 40);
  await expect.poll(() => width('People')).toBe(dragged);
  const material = trainer.getByRole('separator', { name: 'Width of the material' });
  const narrow = await width('Material');
  await material.press('ArrowRight');
  const wide = narrow + 32;
  const widths = async () => [await width('Material'), await width('People')];
  await expect.poll(widths, { message: 'the other side stays' }).toEqual([wide, dragged]);

  await trainer.reload();
  await line.waitFor();
  await expect.poll(widths).toEqual([wide, dragged]);

  // In a small window both give way to the slide, and in a large one they are as they were.
  await material.press('End');
  await line.press('Home');
  await trainer.setViewportSize({ width: 1024, height: 720 });
  await expect.poll(() => width('Material')).toBeLessThan(320);
  const middle = async () => (await trainer.getByRole('main').boundingBox())?.width;
  await expect.poll(middle).toBeGreaterThan(380);
  await trainer.setViewportSize(laptop);
  await expect.poll(() => width('Material')).toBe(26 * 16);

  await line.dblclick();
  await material.dblclick();
  await expect.poll(widths).toEqual([narrow, before]);
});

test('[CONSOLE4] before the class starts its head has two rows on a phone, too', async () => {
  await trainer.setViewportSize(phone);
  await trainer.getByRole('button', { name: 'Start the class' }).waitFor();
  await expect.poll(headHeight).toBeLessThanOrEqual(2 * row);
  await trainer.setViewportSize(laptop);
});

test('[PEOPLE16] who is looked for by name is found without the other Enterprises, or said not to be there', async () => {
  const people = trainer.getByRole('complementary', { name: 'People' });
  const headings = () => people.getByRole('heading').count();
  const remove = people.getByRole('button', { name: /^Remove / });
  const name = (await remove.getAttribute('aria-label'))?.replace('Remove ', '') ?? '';
  const all = await headings();
  const field = people.getByRole('searchbox');
  await field.fill(name);
  await expect.poll(headings).toBe(1);
  await people.getByText(name, { exact: true }).waitFor();
  await field.fill(`${name}?`);
  await people.getByText('Nobody by this name').waitFor();
  expect(await headings()).toBe(0);
  await field.press('Escape');
  await expect.poll(headings).toBe(all);
});

test('[DEVICE4] devices are chosen in the console, and one’s own microphone shows its level', async () => {
  await tap(trainer, 'Sound and picture');
  const dialog = trainer.getByRole('dialog');
  const level = dialog.getByRole('meter');
  const moves = () =>
    expect.poll(async () => Number(await level.getAttribute('aria-valuenow'))).toBeGreaterThan(20);
  // Off, it is opened only to be tried.
  await dialog.getByRole('button', { name: 'Try the microphone' }).click();
  await moves();
  await dialog.getByRole('button', { name: 'Stop trying' }).click();
  await level.waitFor({ state: 'detached' });
  // Chromium makes up one camera, and two microphones.
  await dialog.getByText('fake_device_0').waitFor();
  await dialog.getByLabel('Microphone').selectOption('Fake Audio Input 2');
  await trainer.keyboard.press('Escape');

  await tap(trainer, 'Speak');
  await trainer.getByRole('button', { name: 'Mute', exact: true }).waitFor();
  await tap(trainer, 'Sound and picture');
  await moves();
  await dialog.getByLabel('Microphone').selectOption('As the device chooses');
  await dialog.getByText('Now: Fake Default Audio Input').waitFor();
  await moves();
  await trainer.keyboard.press('Escape');
  await tap(trainer, /^Mute$/);
  await trainer.getByRole('button', { name: 'Speak', exact: true }).waitFor();
});

test('[CONSOLE2] what the class sees is always in sight, whatever else is open', async () => {
  await expect.poll(words).toEqual([expect.stringMatching(/^Members wait/)]);
  await tap(trainer, 'Start the class');
  await expect.poll(words).toEqual(['Nothing is shown yet']);
  await tab('Slides').click();
  await trainer.getByRole('button', { name: 'Show slide 4 to the class' }).click({ timeout: 120_000 });
  const inThumbnail = (page: number) => thumbnail().locator(`img[data-page="${page}"]`);
  let page = 3;
  for (const size of sizes) {
    await trainer.setViewportSize(size);
    for (const name of [
      'Plan',
      'Slides',
      'Cases',
      'Worksheet',
      /^People/,
      'Hands',
      'Polls',
      'Groups',
      'Chat',
    ]) {
      await tab(name).click();
      await expect.poll(thumbnailIsSeen, { message: `${size.width} wide, ${name}` }).toBe(true);
    }
    page += 1;
    await trainer.getByRole('button', { name: 'Next slide' }).click();
    await member.locator(`main img[data-page="${page}"]`).waitFor();
    await inThumbnail(page).waitFor({ state: 'attached' });
    await expect.poll(words).toEqual([`Slide ${page + 1} of 16`]);
    // And so is what comes next.
    await trainer.locator(`figure img[data-page="${page + 1}"]`).waitFor();
  }
  // Not even a crowd that calls for help pushes it out.
  const token = tokenOf(bed.enterpriseLink(1));
  const callers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      SocketPerson.join(bed.url, token, { by: 'name', name: `Caller ${i}` }),
    ),
  );
  for (const caller of callers) await caller.must({ feature: 'help', type: 'call', kind: 'sound', note: '' });
  await trainer.getByRole('button', { name: 'I’ll help' }).nth(7).waitFor({ state: 'attached' });
  for (const size of sizes) {
    await trainer.setViewportSize(size);
    await expect.poll(thumbnailIsSeen, { message: `${size.width} wide, with calls for help` }).toBe(true);
  }
  for (const caller of callers) {
    await caller.must({ feature: 'help', type: 'cancel' });
    caller.close();
  }
  await trainer.setViewportSize(laptop);
});

test('[SESS4] whoever presents lets the other trainer go on in one tap, and takes it back in one', async () => {
  const other = await bed.socket(bed.trainerLink(1));
  const presenter = () => other.view?.session.presenter ?? null;
  await tab(/^People/).click();
  const handOver = trainer.getByRole('button', { name: /^Let .+ present$/ });
  expect(await handOver.count()).toBe(0);
  await trainer.getByRole('button', { name: 'Present', exact: true }).click();
  await trainer.getByText('You present').waitFor();
  await handOver.click();
  await expect.poll(presenter).toBe(other.id);
  await handOver.waitFor({ state: 'detached' });
  await trainer.getByRole('button', { name: 'Present', exact: true }).click();
  await trainer.getByText('You present').waitFor();
  other.close();
});

test('[SHOW6] where the class is in the plan comes into sight, when somebody goes on and after a reload', async () => {
  const other = await bed.socket(bed.trainerLink(1));
  const plan = other.view?.runOfShow.segments ?? [];
  const goTo = async (segmentId = '') => {
    await other.must({ feature: 'runOfShow', type: 'setSegment', segmentId });
    const segment = trainer.locator(`[data-segment="${segmentId}"]`);
    await expect.poll(() => segment.getAttribute('data-current')).toBe('true');
    await expect.poll(() => segment.evaluate(isWhole)).toBe(true);
    return segment;
  };
  await trainer.setViewportSize({ width: 1280, height: 720 });
  await tab('Plan').click();
  const last = await goTo(plan.at(-1)?.id);
  await trainer.reload();
  await expect.poll(() => last.evaluate(isWhole)).toBe(true);
  await goTo(plan[0]?.id);
  await trainer.setViewportSize(laptop);
  other.close();
});

/** Whether the whole of it can be seen in the panel that scrolls it. */
function isWhole(element: Element): boolean {
  const panel = element.closest('[role="tabpanel"]')?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  return panel !== undefined && top >= panel.top && bottom <= panel.bottom;
}

test('[CONSOLE3] the thumbnail has what members have: case, poll, groups, cameras', async () => {
  await tab('Cases').click();
  await tap(trainer, 'Show to the class');
  await expect.poll(words).toEqual(['Case study: One tool wall, four weekly meetings']);
  await tap(trainer, 'Take away');
  await tab('Polls').click();
  await tap(trainer, /^Open/);
  await expect.poll(words).toEqual(['Slide 7 of 16', 'Poll: Does your EIT meet weekly?']);
  await tap(trainer, 'Close the poll');
  await tap(trainer, 'Camera');
  await expect.poll(words).toContainEqual(expect.stringMatching(/^On camera: /));
  // One track, which is decoded once, in both places.
  const tracks = () =>
    trainer
      .locator('video')
      .evaluateAll((all) =>
        all.map((video) => ((video as HTMLVideoElement).srcObject as MediaStream | null)?.getTracks()[0]?.id),
      );
  const isOneTwice = async () => {
    const [one, same, ...more] = await tracks();
    return one !== undefined && one === same && more.length === 0;
  };
  await expect.poll(isOneTwice).toBe(true);

  const atWork = expect.stringMatching(/groups? (is|are) at work$/);
  await tab('Groups').click();
  await tap(trainer, /^Make/);
  await tap(trainer, 'Open the groups');
  await expect.poll(words).toContainEqual(atWork);
  await expect.poll(words).not.toContainEqual(expect.stringMatching(/^On camera/));
  // A trainer who is in a group, before something else, still sees what the class has.
  await tap(trainer, /^Go there/);
  await trainer.locator('section[data-group]').waitFor();
  await expect.poll(words).toContainEqual(atWork);
  await expect.poll(thumbnailIsSeen).toBe(true);
  expect(bed.problems).toEqual([]);
});

test('[CONSOLE4] its head has one row on a laptop, two on a tablet or a phone, and the whole title', async () => {
  const other = await bed.socket(bed.trainerLink(1));
  await other.must({ feature: 'session', type: 'present', participantId: other.id });
  const head = trainer.getByRole('banner');
  const title = head.getByRole('heading', { level: 1 });
  const languages = trainer.getByRole('combobox', { name: /^(Language|语言)$/ });
  for (const language of ['zh-CN', 'en']) {
    await languages.selectOption(language);
    await trainer.locator(`html[lang="${language}"]`).waitFor();
    await head.getByText(/ (主讲|presents)$/).waitFor();
    for (const size of [...sizes, phone]) {
      await trainer.setViewportSize(size);
      const rows = size.width > 1024 ? 1 : 2;
      // While the connection is in doubt, as on a busy machine, the head has a word more.
      await expect
        .poll(headHeight, { message: `${language}, ${size.width} wide` })
        .toBeLessThanOrEqual(rows * row);
      await expect
        .poll(() => title.evaluate((h1) => h1.scrollHeight - h1.clientHeight))
        .toBeLessThanOrEqual(1);
    }
  }
  // What a phone's head has no room for is behind one button.
  const more = trainer.getByRole('dialog');
  await tap(trainer, 'More');
  await more.getByRole('button', { name: 'Close the class' }).waitFor();
  await more.getByRole('button', { name: 'Sound and picture' }).click();
  await trainer.getByRole('dialog', { name: 'Sound and picture' }).waitFor();
  await trainer.keyboard.press('Escape');
  await trainer.setViewportSize(laptop);
  other.close();
});

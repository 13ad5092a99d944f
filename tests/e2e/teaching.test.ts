import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { conversionPatience } from '../helpers/conversionPatience.ts';

/** What a trainer does beside talking, and what members see and do then. */
const demoDeck = fileURLToPath(new URL('../../server/src/demo/effective-eit-meetings.pptx', import.meta.url));

let bed: BrowserBed;
let folder: string;
let trainer: Page;
let member: Page;

beforeAll(async () => {
  [bed, folder] = await Promise.all([BrowserBed.begin(), mkdtemp(join(tmpdir(), 'score-e2e-'))]);
  trainer = await bed.trainer();
  member = await bed.enter(bed.enterpriseLink());
  await trainer.getByRole('button', { name: '开始上课' }).click();
});
afterAll(async () => {
  await bed?.close();
  await rm(folder, { recursive: true, force: true });
});

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('[UPLOAD1] a PPTX is shown to the class after a progress bar, without a reload', async () => {
  await trainer.getByRole('tab', { name: '课件' }).click();
  // The demo's own deck first: one conversion at a time.
  await trainer.getByRole('button', { name: '向全班展示第 16 页' }).waitFor({ timeout: conversionPatience });
  await trainer.locator('input[type=file]').setInputFiles(demoDeck);
  await trainer.getByRole('progressbar').waitFor();
  const decks = trainer.getByRole('combobox', { name: '课件' });
  await decks.locator('option').nth(1).waitFor({ state: 'attached', timeout: conversionPatience });
  await decks.selectOption({ label: 'effective-eit-meetings' });
  await tap(trainer, '向全班展示第 2 页');
  await member.locator('img[data-page="1"]').waitFor();
});

test('[UPLOAD2] a file that is no presentation gets a sentence, and the class goes on', async () => {
  const path = join(folder, 'photo.pptx');
  await writeFile(path, 'This is no presentation.');
  await trainer.locator('input[type=file]').setInputFiles(path);
  await trainer.getByText('这不是 PowerPoint 文件').first().waitFor();
  expect(await member.locator('img[data-page="1"]').isVisible()).toBe(true);
});

test('[SLIDES8] members see where the presenter points', async () => {
  await tap(trainer, '由我主讲');
  const slide = trainer.locator('main section[tabindex="0"]').first();
  const box = await slide.boundingBox();
  if (!box) throw new Error('There is no slide to point at.');
  await expect
    .poll(async () => {
      await trainer.mouse.move(box.x + box.width * (0.4 + Math.random() / 10), box.y + box.height / 2);
      return member.locator('[data-pointer]').count();
    })
    .toBe(1);
});

test('[CASE6] a case study takes the slide’s place, with its photo pair', async () => {
  await trainer.getByRole('tab', { name: '案例' }).click();
  await tap(trainer, '向全班展示');
  await member.getByRole('heading', { name: '一面工具墙，四次周会' }).waitFor();
  const photos = member.locator('main img');
  await expect.poll(() => photos.count()).toBeGreaterThanOrEqual(2);
  await photos.first().scrollIntoViewIfNeeded();
  await expect
    .poll(() => photos.evaluateAll((all) => (all as HTMLImageElement[]).every((img) => img.naturalWidth > 0)))
    .toBe(true);
});

test('[CASE8] whoever shows a case goes on to its next section below it, whatever panel is open', async () => {
  await trainer.getByRole('tab', { name: '流程' }).click();
  const section = member.locator('main [aria-current="step"] h3');
  const first = await section.innerText();
  await trainer.getByRole('main').getByRole('button', { name: '下一节' }).click();
  await expect.poll(() => section.innerText()).not.toBe(first);
  await trainer.getByRole('main').getByRole('button', { name: '上一节' }).click();
  await expect.poll(() => section.innerText()).toBe(first);
  await trainer.getByRole('tab', { name: '案例' }).click();
  await tap(trainer, '收起');
  await member.locator('img[data-page="1"]').waitFor();
});

test('[HANDS7] a raised hand is called up, speaks, and steps down', async () => {
  await tap(member, '举手');
  await trainer.getByRole('tab', { name: /举手/ }).click();
  await tap(trainer, '请上台');
  await tap(member, '打开麦克风');
  await trainer.locator('[data-performer]').first().waitFor();
  await member.getByText('全班都能听到您').first().waitFor();
  await tap(member, '我说完了');
  await trainer.locator('[data-performer]').first().waitFor({ state: 'detached' });
});

test('[HANDS8] who was called stands above the queue, where staff end their time on the stage', async () => {
  const called = trainer.locator('[data-invited]');
  await called.waitFor({ state: 'detached' });
  await trainer.getByRole('tab', { name: /举手/ }).click();
  await tap(member, '举手');
  await tap(trainer, '请上台');
  await member.getByRole('button', { name: '我说完了' }).waitFor();
  await called.getByRole('button', { name: /^请 .+ 下台$/ }).click();
  await called.waitFor({ state: 'detached' });
  await member.getByRole('button', { name: '我说完了' }).waitFor({ state: 'detached' });
});

test('[CHAT8] what is written is read by others, and help is called in private', async () => {
  await tap(member, '聊天');
  await member.getByRole('textbox', { name: '写消息' }).fill('我们厂每周一开会');
  await member.getByRole('textbox', { name: '写消息' }).press('Enter');
  await trainer.getByRole('tab', { name: /聊天/ }).click();
  await trainer.getByText('我们厂每周一开会', { exact: true }).waitFor();
  await member.keyboard.press('Escape');

  await tap(member, '更多');
  await tap(member, '我需要帮助');
  await tap(member, '我听不到声音');
  await trainer
    .getByText(/我听不到声音/)
    .first()
    .waitFor();
  await tap(trainer, '我来处理');
  await member
    .getByText(/正在为您处理/)
    .first()
    .waitFor();
});

test('[ERASE9] an erasing says what goes and what stays, and takes two taps', async () => {
  const guest = await bed.enter(bed.enterpriseLink(1));
  await tap(guest, '聊天');
  await guest.getByRole('textbox', { name: '写消息' }).fill('我明天就离职了');
  await guest.getByRole('textbox', { name: '写消息' }).press('Enter');
  await trainer.getByText('我明天就离职了', { exact: true }).waitFor();

  const id = guest.url().split('/').at(-1) ?? '';
  await trainer.getByRole('tab', { name: /人员/ }).click();
  const row = trainer.locator(`[data-person="${id}"]`);
  await row.getByRole('button', { name: /^请出/ }).click();
  const dialog = trainer.getByRole('dialog');
  await dialog.getByRole('button', { name: /^删除此人的数据/ }).click();
  await dialog.getByText('在聊天里发的消息和求助内容').waitFor();
  const now = dialog.getByRole('button', { name: '删除', exact: true });
  expect(await now.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: '我明白删除后无法恢复' }).check();
  await now.click();
  await row.waitFor({ state: 'detached' });
  await trainer.getByRole('tab', { name: /聊天/ }).click();
  await trainer.getByText('我们厂每周一开会', { exact: true }).waitFor();
  await expect.poll(() => trainer.locator('ol').getByText('我明天就离职了').count()).toBe(0);

  // Their own device doesn't know them any more either.
  await guest.getByText('您已被请出本次课堂').waitFor();
  await guest.reload();
  await guest.getByText('您还没有进入这个课堂').waitFor();
  await guest.goto(bed.enterpriseLink(1));
  await guest.getByRole('radio').first().waitFor();
  await guest.context().close();
});

test('[JOIN8] a wrong link says so and whom to ask; nobody is left before a blank page', async () => {
  const page = await (await bed.person({ language: 'en' })).newPage();
  await page.goto(`${bed.url}/j/this-link-was-never-made`);
  await page.getByText('This link does not open a class.').waitFor();
  await page.getByText('Ask the person who sent you the link').waitFor();
  await page.goto(`${bed.url}/class/demo-session/nobody-here`);
  await page.getByText('You are not in this class yet').waitFor();
});

test('[SESS6] when the class is closed everyone is told so', async () => {
  await tap(trainer, '结束课堂');
  await trainer.getByRole('dialog').getByRole('button', { name: '为所有人结束' }).click();
  for (const page of [trainer, member]) await page.getByText('本次课堂已结束').waitFor();
  expect(bed.problems).toEqual([]);
});

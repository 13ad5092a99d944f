import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';

/** One class, as one story: each test goes on where the last one ended. */
let bed: BrowserBed;
let trainer: Page;
/** Of two Enterprises; Feng reads English. */
let ding: Page;
let feng: Page;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  trainer = await bed.trainer();
  ding = await bed.enter(bed.enterpriseLink());
  feng = await bed.enter(bed.enterpriseLink(1), { language: 'en' });
  await trainer.getByRole('button', { name: '开始上课' }).click();
  await trainer.getByRole('tab', { name: '投票' }).click();
});
afterAll(() => bed?.close());

const openPoll = (question: string) => trainer.getByRole('button', { name: `开始投票：${question}` }).click();
const switchResults = () => trainer.getByRole('switch', { name: '让全班看到结果' }).first().click();
const chosen = (page: Page) => page.locator('button[data-option][aria-pressed="true"]');

test('a poll opens on every phone, is announced, and is answered with one tap', async () => {
  await openPoll('你们的EIT每周开会吗？');
  const card = feng.getByRole('region', { name: 'Does your EIT meet weekly?' });
  await card.waitFor();
  await feng.getByRole('status').getByText('A poll has opened: Does your EIT meet weekly?').waitFor();
  await card.getByText('The trainers see who answered what.').waitFor();
  expect(await card.getByText('%').count(), 'nobody follows the crowd').toBe(0);

  await card.getByRole('button', { name: 'Two or three times a month' }).tap();
  await card.getByText('Thank you.').waitFor();
  await expect.poll(() => chosen(feng).innerText()).toMatch(/^Two or three times a month\s+100%$/);
});

test('[POLL2] an answer may change while the poll is open', async () => {
  await feng.getByRole('button', { name: 'Every week, at a fixed time' }).tap();
  await expect.poll(() => chosen(feng).innerText()).toMatch(/^Every week, at a fixed time/);
  await expect.poll(() => chosen(feng).count()).toBe(1);
});

test('staff see at a glance who has not answered, by Enterprise', async () => {
  const panel = trainer.getByRole('region', { name: '你们的EIT每周开会吗？' });
  await panel.getByText('在场 2 人，1 人已作答').waitFor();
  await panel.getByText('1 人还没作答').click();
  const waiting = panel.locator('[data-enterprise]');
  await expect.poll(() => waiting.count()).toBe(1);
  expect(await waiting.innerText()).toMatch(/示范一厂[\s\S]+1 \/ 1 人/);

  await ding.getByRole('button', { name: '有事才开' }).focus();
  await ding.keyboard.press('Enter');
  await panel.getByText('在场 2 人，2 人已作答').waitFor();
  await expect.poll(() => waiting.count()).toBe(0);
});

test('the results stay until they are put away, or the class goes on', async () => {
  await trainer.getByRole('button', { name: '结束投票', exact: true }).click();
  await feng.getByText(/^Results/).waitFor();
  await expect.poll(() => feng.locator('[data-poll] li').first().innerText()).toMatch(/50%/);
  await feng.getByRole('button', { name: 'Close' }).tap();
  await feng.locator('[data-poll]').waitFor({ state: 'detached' });

  await ding.locator('[data-poll]').getByText(/50%/).first().waitFor();
  await trainer.locator('[data-segment]').nth(3).getByRole('button').first().click();
  await ding.locator('[data-poll]').waitFor({ state: 'detached' });
});

test('[POLL7] a Quiz shows nothing until it is closed and shown, then what is right', async () => {
  await openPoll('哪一条行动写得最清楚？');
  await feng.getByRole('button', { name: /Strengthen 5S/ }).tap();
  await feng.getByText('The trainer shows the results later.').waitFor();
  expect(await feng.locator('[data-poll]').getByText('%').count()).toBe(0);
  await trainer.getByRole('button', { name: '结束投票', exact: true }).click();
  await feng.getByText('The poll is closed.').first().waitFor();
  await feng.locator('[data-poll]').waitFor({ state: 'detached' });

  await switchResults();
  const right = feng.locator('[data-poll] li', { hasText: 'Right answer' });
  await right.waitFor();
  expect(await right.innerText()).toMatch(/^Zhou outlines/);
  expect(await feng.locator('[data-poll] li', { hasText: 'Your answer' }).innerText()).toMatch(/^Strengthen/);
  await feng.getByText('Why: Only this one').waitFor();

  await switchResults();
  await feng.locator('[data-poll]').waitFor({ state: 'detached' });
});

test('[POLL8] staff ask something on the spot, in secret', async () => {
  await trainer.getByRole('button', { name: '当场提问' }).click();
  const ask = trainer.getByRole('button', { name: '马上问全班' });
  expect(await ask.isDisabled()).toBe(true);
  await trainer.getByLabel('问题').fill('听得清楚吗？');
  await trainer.getByLabel('选项 1').fill('清楚');
  await trainer.getByLabel('选项 2').fill('不清楚');
  await trainer.getByLabel('匿名').check();
  await ask.click();

  const card = feng.getByRole('region', { name: '听得清楚吗？' });
  await card.getByText('Nobody sees who answered what.').waitFor();
  await card.getByRole('button', { name: '不清楚' }).tap();
  await trainer.getByText('收到 1 份答案，在场 2 人').waitFor();
  expect(await trainer.locator('[data-enterprise]').count()).toBe(0);
});

test('no page threw, or asked another site', () => expect(bed.problems).toEqual([]));

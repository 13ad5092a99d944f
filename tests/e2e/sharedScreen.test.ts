import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterClass, laptop, launchChromium, newPerson, watchPage } from '../helpers/chromium.ts';
import { type Classroom, startClassroom } from '../helpers/classroom.ts';

/** One class, as one story: each test goes on where the last one ended. */
let classroom: Classroom;
let browser: Browser;
let trainer: Page;
/** Six people of one Enterprise before a screen; one of another before a phone. */
let screen: Page;
let phone: Page;
const problems: string[] = [];

beforeAll(async () => {
  [classroom, browser] = await Promise.all([startClassroom(), launchChromium()]);
  const { links, url } = classroom;
  trainer = await enterClass(
    await newPerson(browser, { size: laptop, language: 'en' }),
    links.trainers[0]?.link ?? '',
  );
  phone = await enterClass(await newPerson(browser, { language: 'en' }), links.enterprises[1]?.link ?? '');
  for (const page of [trainer, phone]) problems.push(...watchPage(page, url));
  await trainer.getByRole('button', { name: 'Start the class' }).click();
});
afterAll(async () => {
  await browser?.close();
  await classroom?.close();
});

const peopleTab = () => trainer.getByRole('tab', { name: /^People/ });

test('[JOIN14] several people join as one screen: how many, its name, and who, if they like to say', async () => {
  screen = await (await newPerson(browser, { size: laptop, language: 'en' })).newPage();
  problems.push(...watchPage(screen, classroom.url));
  await screen.goto(classroom.links.enterprises[0]?.link ?? '');
  await screen.getByRole('button', { name: 'Several of us share this screen' }).click();
  expect(await screen.getByRole('textbox', { name: 'Name of this screen' }).inputValue()).toBe(
    'Meeting room',
  );
  const heads = screen.getByRole('spinbutton', { name: 'How many of you' });
  for (let people = 3; people <= 5; people++) await screen.getByRole('button', { name: 'One more' }).click();
  expect(await heads.inputValue()).toBe('5');
  await heads.fill('6');
  await heads.press('Tab');
  await screen.getByText('Who sits here?').click();
  await screen.getByRole('checkbox').nth(1).check();
  await screen.getByRole('textbox', { name: 'Other names' }).fill('王小明、 Maria');
  await screen.getByRole('button', { name: 'Join with sound' }).click();
  await screen.waitForURL(/\/class\//);
  await screen.getByRole('main').waitFor();
});

test('[PEOPLE12] staff see it as a screen, with six people and their names', async () => {
  const row = trainer.locator('[data-person][data-heads="6"]');
  await row.waitFor();
  expect(await row.innerText()).toMatch(/Meeting room[\s\S]*6 people[\s\S]*王小明/);
  await row.getByText('Maria').waitFor();
  await expect.poll(() => peopleTab().innerText()).toMatch(/7/);
  await trainer.getByText('6 people · 1 device').waitFor();
});

test('[PEOPLE13] one more comes: the screen says so, and staff put it right again', async () => {
  await screen.getByRole('button', { name: 'More', exact: true }).click();
  await screen.getByRole('button', { name: 'One more' }).click();
  await trainer.locator('[data-person][data-heads="7"]').waitFor();
  await expect.poll(() => peopleTab().innerText()).toMatch(/8/);
  await trainer.getByRole('button', { name: '7 people before Meeting room: change' }).click();
  await trainer.getByRole('button', { name: 'One more' }).click();
  await trainer.locator('[data-person][data-heads="8"]').waitFor();
  await trainer.getByRole('button', { name: 'One fewer' }).click();
  await trainer.locator('[data-person][data-heads="7"]').waitFor();
  await trainer.keyboard.press('Escape');
  await expect.poll(() => screen.getByRole('spinbutton').inputValue()).toBe('7');
  await screen.keyboard.press('Escape');
});

test('[POLL13] its vote is one answer of seven people', async () => {
  await trainer.getByRole('tab', { name: 'Polls' }).click();
  await trainer.getByRole('button', { name: 'Open the poll: Does your EIT meet weekly?' }).click();
  await phone.getByRole('button', { name: 'Every week, at a fixed time' }).tap();
  await screen.getByRole('button', { name: 'Two or three times a month' }).click();
  await phone.getByText('2 answers · 8 people').waitFor();
  const panel = trainer.getByRole('region', { name: 'Does your EIT meet weekly?' });
  await panel.getByText('2 answers · 8 people').waitFor();
  await panel.getByText('1 vote · 7 people').waitFor();
});

test('no page threw, or asked another site', () => expect(problems).toEqual([]));

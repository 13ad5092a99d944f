import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { laptop, launchChromium, newPerson, watchPage } from '../helpers/chromium.ts';
import { type Classroom, startClassroom } from '../helpers/classroom.ts';

let classroom: Classroom;
let browser: Browser;
beforeAll(async () => {
  [classroom, browser] = await Promise.all([startClassroom(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await classroom?.close();
});

const link = (place: number) => classroom.links.enterprises[place]?.link ?? '';
const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The choice of language, wherever the page has it and whatever the page calls it. */
const languageList = (page: Page) => page.locator('select:has(option[lang="zh-CN"]):visible');

/** Opens a link in a browser of that language, and notes what goes wrong by itself. */
async function open(context: BrowserContext, address: string): Promise<{ page: Page; problems: string[] }> {
  const page = await context.newPage();
  const problems = watchPage(page, classroom.url);
  await page.goto(address);
  return { page, problems };
}

test.each([
  ['vi-VN', 'vi', 'Bạn là ai?', 'Vào lớp, có âm thanh'],
  ['id-ID', 'id', 'Siapa nama Anda?', 'Masuk dengan suara'],
  ['es-MX', 'es', '¿Quién es usted?', 'Entrar con sonido'],
])('a browser in %s is greeted in its language', async (locale, code, question, go) => {
  const context = await newPerson(browser, { language: locale });
  const { page, problems } = await open(context, link(0));
  await page.getByText(question, { exact: true }).waitFor();
  await button(page, go).waitFor();
  expect(await languageOf(page)).toBe(code);
  expect(await languageList(page).inputValue()).toBe(code);
  expect(problems).toEqual([]);
  await context.close();
});

test('a person switches the language before the class, waiting for it and in it, and it is remembered', async () => {
  const staff = await newPerson(browser, { size: laptop, language: 'es-CO' });
  const { page: trainer, problems } = await open(staff, classroom.links.trainers[0]?.link ?? '');
  await button(trainer, 'Entrar con sonido').click();

  const { page, problems: others } = await open(await newPerson(browser), link(1));
  await page.getByText('请问您是哪一位？').waitFor();
  await languageList(page).selectOption({ label: 'Bahasa Indonesia' });
  await page.getByText('Siapa nama Anda?').waitFor();
  await page.reload();
  await page.getByText('Siapa nama Anda?').waitFor();
  expect(await languageOf(page)).toBe('id');
  await page.getByRole('radio').first().check();
  await button(page, 'Masuk dengan suara').click();

  await page.getByText(/^Selamat datang, /).waitFor();
  await languageList(page).selectOption('vi');
  await page.getByText(/^Chào mừng /).waitFor();

  await button(trainer, 'Empezar la clase').click();
  await button(page, 'Giơ tay').waitFor();
  await button(page, 'Thêm').click();
  await languageList(page).selectOption('es');
  await page.getByRole('dialog', { name: 'Más' }).waitFor();
  expect(await languageOf(page)).toBe('es');
  await page.reload();
  await button(page, 'Levantar la mano').waitFor();
  expect(await languageOf(page)).toBe('es');

  await languageList(trainer).selectOption('id');
  await button(trainer, 'Tutup kelas').waitFor();
  await trainer.reload();
  await button(trainer, 'Tutup kelas').waitFor();
  expect([...problems, ...others]).toEqual([]);
});

test('each language is offered by its own name, whatever the page speaks', async () => {
  const { page } = await open(await newPerson(browser, { language: 'en' }), link(2));
  await page.getByText('Who are you?').waitFor();
  await languageList(page).locator('option[lang="es"]').waitFor({ state: 'attached' });
  const names = await languageList(page).locator('option').allTextContents();
  expect(names).toEqual(['简体中文', 'English', 'Tiếng Việt', 'Bahasa Indonesia', 'Español']);
});

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop } from '../helpers/chromium.ts';

let bed: BrowserBed;
beforeAll(async () => {
  bed = await BrowserBed.begin();
});
afterAll(() => bed?.close());

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The choice of language, wherever the page has it and whatever the page calls it. */
const languageList = (page: Page) => page.locator('select:has(option[lang="zh-CN"]):visible');

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test.each([
  ['vi-VN', 'vi', 'Bạn là ai?', 'Vào lớp, có âm thanh'],
  ['id-ID', 'id', 'Siapa nama Anda?', 'Masuk dengan suara'],
  ['es-MX', 'es', '¿Quién es usted?', 'Entrar con sonido'],
])('a browser in %s is greeted in its language', async (locale, code, question, go) => {
  const context = await bed.person({ language: locale });
  const page = await open(context, bed.enterpriseLink());
  await page.getByText(question, { exact: true }).waitFor();
  await button(page, go).waitFor();
  expect(await languageOf(page)).toBe(code);
  // The further languages come into the list a moment after its first drawing.
  await expect.poll(() => languageList(page).inputValue()).toBe(code);
  expect(bed.problems).toEqual([]);
  await context.close();
});

test('a person switches the language before the class, waiting for it and in it, and it is remembered', async () => {
  const staff = await bed.person({ size: laptop, language: 'es-CO' });
  const trainer = await open(staff, bed.trainerLink());
  await button(trainer, 'Entrar con sonido').click();

  const page = await open(await bed.person(), bed.enterpriseLink(1));
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
  expect(bed.problems).toEqual([]);
});

test('each language is offered by its own name, whatever the page speaks', async () => {
  const page = await open(await bed.person({ language: 'en' }), bed.enterpriseLink(2));
  await page.getByText('Who are you?').waitFor();
  await languageList(page).locator('option[lang="es"]').waitFor({ state: 'attached' });
  const names = await languageList(page).locator('option').allTextContents();
  expect(names).toEqual(['简体中文', 'English', 'Tiếng Việt', 'Bahasa Indonesia', 'Español']);
});

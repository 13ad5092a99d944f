import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bot } from '../bots/Bot.ts';
import { enterClass, launchChromium, newPerson, watchPage } from '../helpers/chromium.ts';
import { ProductProcess } from '../helpers/ProductProcess.ts';
import { copyBuild, renameBuild } from '../helpers/renamedBuild.ts';

/** One class, as one story, while the server is replaced by its next release. */
let dist: string;
let product: ProductProcess;
let browser: Browser;
let trainer: Bot;
/** Ding's network brings everything; Er's never brought the Worksheet before the release. */
let ding: Page;
let er: Page;
const problems: string[] = [];
const partsOfDing = new Set<string>();
/** What Ding's page has asked for, and has not had yet. */
const underWay = new Set<Request>();
let isTooOld = false;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'score-dist-'));
  await copyBuild(dist);
  [product, browser] = await Promise.all([ProductProcess.begin({ CLIENT_DIST: dist }), launchChromium()]);
  const { trainers, enterprises } = await product.links();
  trainer = await Bot.join(trainers[0]?.link ?? '', { media: false });
  await trainer.must({ feature: 'session', type: 'start' });
  const enter = async (link: string | undefined, prepare: (page: Page) => Promise<unknown>) => {
    const page = await (await newPerson(browser)).newPage();
    // A document that is there before this is done has sockets that nobody steers.
    await prepare(page);
    await enterClass(page, link ?? '');
    watchPage(page, product.url, problems);
    return page;
  };
  ding = await enter(enterprises[0]?.link, async (page) => {
    page.on('request', (request) => underWay.add(request));
    page.on('requestfailed', (request) => underWay.delete(request));
    page.on('requestfinished', (request) => {
      underWay.delete(request);
      partsOfDing.add(new URL(request.url()).pathname);
    });
    // A page that finds no WebSocket, as while the server starts, would come in as it is.
    await page.route('**/socket.io/**', (route) => route.abort());
    await page.routeWebSocket('**/socket.io/**', (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) =>
        server.send(isTooOld && typeof message === 'string' ? olderKey(message) : message),
      );
    });
  });
  er = await enter(enterprises[1]?.link, (page) =>
    page.route(/WorksheetForm-.*\.js/, (route) => route.abort()),
  );
});
afterAll(async () => {
  trainer?.leave();
  await browser?.close();
  await product?.end();
  await rm(dist, { recursive: true, force: true });
});

/** The first message of a socket, as a page of another release would send it. */
const olderKey = (message: string): string => message.replace(/"protocol":\d+/, '"protocol":999');

/** What is said in passing; a screen reader's own copy of it lingers elsewhere. */
const toast = (page: Page) => page.locator('section[popover]');
const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** Whether this is still the page that was marked. */
const isMarked = (page: Page) => page.evaluate(() => document.documentElement.dataset.marked === 'yes');
const mark = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.dataset.marked = 'yes';
  });

test('[VERSION1] a class goes on over a release, with all its parts', async () => {
  // What Ding's page loads ahead has come.
  await expect.poll(() => [...partsOfDing].some((path) => path.includes('WorksheetForm-'))).toBe(true);
  await expect.poll(() => underWay.size).toBe(0);
  await Promise.all([mark(ding), mark(er)]);
  await renameBuild(dist);
  await product.kill('SIGKILL');
  await product.start();
  await trainer.until(() => trainer.connected, 'the server again');
  const worksheetId = trainer.view.worksheets.staff?.templates[0]?.id ?? null;
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await trainer.must({ feature: 'breakouts', type: 'open', minutes: 15, worksheetId, brief: '' });
  // The Worksheet was never drawn before, and its file is gone.
  await ding.locator('main textarea').first().fill('新版本之后写的');
  await ding.getByText('已保存').waitFor();
  expect(await isMarked(ding)).toBe(true);
});

test('[VERSION2] what is gone says so, and one tap brings it, in the same place', async () => {
  await er.getByText('有新版本了').first().waitFor();
  expect(await isMarked(er)).toBe(true);
  await er.unroute(/WorksheetForm-.*\.js/);
  await tap(er, '重新加载');
  await er.locator('main textarea').first().waitFor();
  await er.locator('[data-group]').waitFor();
  expect(await isMarked(er)).toBe(false);
});

test('[VERSION2] a language that is gone says so, rather than blame the network', async () => {
  await tap(ding, '更多');
  await ding.getByRole('combobox', { name: '语言' }).selectOption('en');
  await toast(ding).getByText('有新版本了').waitFor();
  expect(await isMarked(ding)).toBe(true);
  await ding.keyboard.press('Escape');
  // Away with it, so that the next one is seen to come.
  await toast(ding).getByRole('button', { name: '关闭' }).click();
  await toast(ding).getByText('有新版本了').waitFor({ state: 'detached' });
});

test('[VERSION3] a page that is too old for the server waits while something is typed, and keeps a message', async () => {
  await tap(ding, '聊天');
  await ding.getByRole('dialog').getByRole('textbox').fill('还没写完');
  await ding.keyboard.press('Escape');
  await tap(ding, '更多');
  await tap(ding, '我需要帮助');
  await tap(ding, '其他');
  const note = ding.getByRole('dialog').getByRole('textbox');
  await note.fill('听得到');
  isTooOld = true;
  await product.kill('SIGKILL');
  await product.start();
  await toast(ding).getByText('有新版本了').waitFor();
  expect(await isMarked(ding)).toBe(true);
  isTooOld = false;
  await note.fill('');
  await expect.poll(() => isMarked(ding).catch(() => true)).toBe(false);
  await ding.locator('[data-group]').waitFor();
  await expect.poll(() => ding.locator('main textarea').first().inputValue()).toBe('新版本之后写的');
  await tap(ding, '聊天');
  await expect.poll(() => ding.getByRole('dialog').getByRole('textbox').inputValue()).toBe('还没写完');
  expect(problems).toEqual([]);
});

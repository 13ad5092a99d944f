import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bot } from '../bots/Bot.ts';
import { enterClass, laptop, launchChromium, newPerson, watchPage } from '../helpers/chromium.ts';
import { ProductProcess } from '../helpers/ProductProcess.ts';
import { giveTone, tonesHeard } from '../helpers/tones.ts';

/**
 * The whole class on real input, as one story: each test goes on where the last one ended. Every page
 * sends a tone of its own, so that it can be heard who hears whom.
 */
const tones = { ann: 400, bai: 600, chen: 800, ding: 1_000, er: 1_200, feng: 1_500 };
type Who = keyof typeof tones;
const trainers: Who[] = ['ann', 'bai', 'chen'];
/** Ding and Er are of the first enterprise, Feng of the second. */
const members: Who[] = ['ding', 'er', 'feng'];
const botCount = 20;

let product: ProductProcess;
let browser: Browser;
const pages = {} as Record<Who, Page>;
const problems: string[] = [];
const bots: Bot[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([ProductProcess.begin(), launchChromium()]);
});
afterAll(async () => {
  for (const bot of bots) bot.leave();
  await browser?.close();
  await product?.end();
});

async function enter(who: Who, link: string, place = 0): Promise<void> {
  const isTrainer = trainers.includes(who);
  const context = await newPerson(browser, isTrainer ? { size: laptop } : {});
  await giveTone(context, tones[who]);
  pages[who] = await enterClass(context, link, place);
  watchPage(pages[who], product.url, problems);
}

/** Exactly these are heard, and nobody else. */
const hears = (who: Who, ...others: Who[]) =>
  expect
    .poll(() => tonesHeard(pages[who], Object.values(tones)), { message: `what ${who} hears` })
    .toEqual(others.map((other) => tones[other]).sort((a, b) => a - b));

const tap = (who: Who, name: string | RegExp) => pages[who].getByRole('button', { name }).first().click();
const tab = (who: Who, name: string | RegExp) => pages[who].getByRole('tab', { name }).click();
/** @param timeout in milliseconds; as long as for everything else unless said. */
const seesPage = (who: Who, page: number, timeout?: number) =>
  pages[who]
    .locator(`main img[data-page="${page}"]`)
    .first()
    .waitFor(timeout === undefined ? {} : { timeout });

/** Frames that the first picture of somebody has shown so far. */
const framesShown = (who: Who) =>
  pages[who].evaluate(() => document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0);

test('[CLASS1] three trainers are seen and heard by members who joined by link, and by twenty bots', async () => {
  const links = await product.links();
  const enterprise = (i: number) => links.enterprises[i]?.link ?? '';
  for (const [i, who] of trainers.entries()) await enter(who, links.trainers[i]?.link ?? '');
  await tap('ann', '开始上课');
  await enter('ding', enterprise(0), 0);
  await enter('er', enterprise(0), 1);
  await enter('feng', enterprise(1), 0);
  bots.push(
    ...(await Promise.all(
      Array.from({ length: botCount }, (_, i) =>
        Bot.join(enterprise(2 + (i % 5)), { place: Math.floor(i / 5) }),
      ),
    )),
  );

  for (const who of trainers) await tap(who, /^发言/);
  await tap('ann', /^摄像头/);
  for (const who of members) await hears(who, ...trainers);
  await hears('ann', 'bai', 'chen');
  for (const who of members) {
    const before = await framesShown(who);
    await expect.poll(() => framesShown(who)).toBeGreaterThan(before + 5);
  }
  const ann = await participantId('ann');
  await Promise.all(bots.flatMap((bot) => [bot.hears(ann, 'microphone'), bot.hears(ann, 'camera')]));
});

/** The page that the class was turned to last. */
let page = 0;

test('[CLASS2] the slide is the same in all pages within a second', async () => {
  await tab('ann', '课件');
  await tap('ann', '由我主讲');
  const everybody = [...trainers, ...members];
  const show = () => pages.ann.getByRole('button', { name: `向全班展示第 ${page + 1} 页` });
  // The demo's deck may still be being drawn.
  await show().waitFor({ timeout: 120_000 });
  const turn = async () => {
    page++;
    await show().click();
    return Promise.all(everybody.map((who) => seesPage(who, page, 1_000))).then(
      () => true,
      () => false,
    );
  };
  // A machine with other work may keep one page from its turn: then the next slide has to be in time.
  await expect.poll(turn).toBe(true);
  await Promise.all(bots.map((bot) => bot.until(() => bot.view.slides.shown?.page === page, 'the page')));
});

test('[CLASS3] a vote is counted, and who has not answered is seen', async () => {
  await tab('ann', '投票');
  await tap('ann', /^开始投票/);
  for (const who of members) await pages[who].locator('[data-poll] li button').nth(1).click();
  await Promise.all(
    bots.map(async (bot) => {
      await bot.until(() => bot.view.polls.opened.some((poll) => poll.open), 'the poll');
      const open = bot.view.polls.opened.find((poll) => poll.open);
      await bot.do({ feature: 'polls', type: 'vote', pollId: open?.id ?? '', option: 0 });
    }),
  );
  const counted = () => bots[0]?.view.polls.opened.at(-1)?.answered;
  await expect.poll(counted).toBe(members.length + botCount);
  await pages.ann
    .getByText(String(members.length + botCount))
    .first()
    .waitFor();
});

test('[CLASS4] in a group one hears one’s own group and no other', async () => {
  await tab('ann', /^小组/);
  await tap('ann', '分组');
  await tap('ann', '开始小组讨论');
  for (const who of members) await pages[who].locator('[data-group]').waitFor();
  for (const who of members) await tap(who, /^发言/);
  await hears('ding', 'er');
  await hears('er', 'ding');
  await hears('feng');
  await hears('ann', 'bai', 'chen');
});

test('[CLASS5] a trainer who comes into a group is heard there, and no longer in the plenary', async () => {
  const group = await pages.feng.locator('[data-group]').getAttribute('data-group');
  const name = await pages.feng.locator('[data-group] h2').innerText();
  expect(group).toBeTruthy();
  await tab('bai', /^小组/);
  await tap('bai', new RegExp(`去小组：${name}`));
  await hears('feng', 'bai');
  await hears('bai', 'feng');
  await hears('ann', 'chen');
});

test('[CLASS6] a reload in the middle returns to the same place, with sound', async () => {
  await pages.er.reload();
  await pages.er.locator('[data-group]').waitFor();
  // With a microphone open the browser plays sound by itself; without one the page asks for a tap.
  await hears('er', 'ding');
  await hears('ding', 'er');
});

test('[CLASS9] what one types into the group’s Worksheet the others of the group read', async () => {
  await field('ding').fill('每周一早会：先问上周的三条行动');
  await expect.poll(() => field('er').inputValue()).toBe('每周一早会：先问上周的三条行动');
  expect(await field('feng').inputValue()).toBe('');
  await pages.ding.getByText('已保存').waitFor();
});

test('[CLASS7] killed and started again, the class goes on as it was', async () => {
  let before = await stateOf('er');
  const look = async () => {
    before = await stateOf('er');
    return before;
  };
  await expect.poll(look).toEqual({
    group: expect.any(String),
    worksheet: '每周一早会：先问上周的三条行动',
    slide: page,
    answered: members.length + botCount,
  });
  await product.kill('SIGKILL');
  await product.start();
  await expect.poll(() => stateOf('er')).toEqual(before);
  // A page that was never here before reads the same, so it isn't only what the others remember.
  const links = await product.links();
  const late = await enterClass(await newPerson(browser), links.enterprises[0]?.link ?? '', 2);
  await expect.poll(() => late.locator('main textarea').first().inputValue()).toBe(before.worksheet);
  await late.context().close();
  await Promise.all(bots.map((bot) => bot.until(() => bot.connected, 'the server again')));
  await hears('ding', 'er');
  await hears('feng', 'bai');
});

test('[CLASS8] when the groups close everyone is back and hears the plenary', async () => {
  await tap('ann', '结束所有小组讨论');
  await pages.ann.getByRole('dialog').getByRole('button', { name: '结束所有小组讨论' }).click();
  for (const who of members) await hears(who, ...trainers);
  await seesPage('ding', page);
  expect(problems).toEqual([]);
});

/** The first field of the Worksheet that this member's group fills. */
const field = (who: Who) => pages[who].locator('main textarea').first();

/** What a member in a group has of the class: where they are, what is written, what the bots were told. */
async function stateOf(who: Who) {
  const page = pages[who];
  const view = bots[0]?.view;
  return {
    group: await page
      .locator('[data-group]')
      .getAttribute('data-group', { timeout: 1_000 })
      .catch(() => null),
    worksheet: await field(who)
      .inputValue({ timeout: 1_000 })
      .catch(() => null),
    slide: view?.slides.shown?.page,
    answered: view?.polls.opened.at(-1)?.answered,
  };
}

async function participantId(who: Who): Promise<string> {
  return new URL(pages[who].url()).pathname.split('/').at(-1) ?? '';
}

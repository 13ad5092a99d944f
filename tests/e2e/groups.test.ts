import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

/** One class, as one story: each test goes on where the last one ended. */
let bed: BrowserBed;
let trainer: Page;
/** A second trainer, to do what has no button. */
let other: SocketPerson;
/** Both of the first Enterprise; Er reads English. Feng, of the second, is a socket only. */
let ding: Page;
let er: Page;
let feng: SocketPerson;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  trainer = await bed.trainer();
  ding = await bed.enter(bed.enterpriseLink());
  er = await bed.enter(bed.enterpriseLink(), { language: 'en', rosterPlace: 1 });
  feng = await bed.socket(bed.enterpriseLink(1));
  other = await bed.socket(bed.trainerLink(1));
  await trainer.getByRole('button', { name: '开始上课' }).click();
  await trainer.getByRole('tab', { name: /^小组/ }).click();
});
afterAll(() => bed?.close());

const announced = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).first();
const card = (page: Page, kind: string) => page.locator(`[data-card="${kind}"]`);
const head = (page: Page) => page.locator('[data-group]');
const round = () => other.view?.breakouts.round ?? null;

test('[GROUP1] each member is told their group and who is in it before it starts', async () => {
  await trainer.getByRole('button', { name: '分组', exact: true }).click();
  await trainer.getByText('小组已分好').waitFor();
  await er.getByRole('region', { name: 'Your group: Demo 1 · Pine Electronics' }).waitFor();
  await ding.getByText(/^组员：/).waitFor();
  await announced(er, /^Your group: Demo 1 · Pine Electronics\. With /).waitFor({ state: 'attached' });
  await expect.poll(() => trainer.locator('li[data-group]').count()).toBe(2);
});

test('[GROUP3] opening takes everyone to their group, with its task and its time', async () => {
  await trainer.getByLabel('讨论时间').selectOption({ label: '20分钟' });
  await trainer.getByLabel('小组要做什么？').fill('写下一次会议的议程');
  await trainer.getByRole('button', { name: '开始小组讨论' }).click();
  await head(er).getByRole('heading', { name: 'Demo 1 · Pine Electronics' }).waitFor();
  await announced(er, 'You have 20 min.').waitFor({ state: 'attached' });
  await head(ding).getByRole('button', { name: '小组任务' }).tap();
  await card(ding, 'task').getByText('写下一次会议的议程').waitFor();
  expect(await head(ding).getByRole('timer').innerText()).toMatch(/^剩余时间\s*(20|1\d):\d\d$/);
  // The button that opened them is gone: whoever goes by keyboard is not thrown out of the panel.
  await expect
    .poll(() => trainer.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('小组');
});

test('[GROUP11] a word to all groups stands in each of them until it is read', async () => {
  await trainer.getByLabel('发给所有小组的话').fill('请选一位同事汇报');
  await trainer.getByRole('button', { name: '发给所有小组' }).click();
  await card(er, 'word').getByText('请选一位同事汇报').waitFor();
  await card(ding, 'word').getByText('请选一位同事汇报').waitFor();
  await announced(er, 'The trainer to all groups: 请选一位同事汇报').waitFor({ state: 'attached' });
  // The way to a trainer, the word and the task: all in sight on a phone.
  const overflow = (line: Element) =>
    Math.max(...[...line.children].map((part) => part.scrollWidth - part.clientWidth));
  for (const page of [er, ding]) {
    expect(await head(page).getByRole('button').count()).toBe(3);
    expect(await head(page).evaluate(overflow)).toBe(0);
  }
  await card(er, 'word').getByRole('button', { name: 'Close' }).tap();
  await card(er, 'word').waitFor({ state: 'detached' });
  expect(await card(ding, 'word').getByText('请选一位同事汇报').isVisible()).toBe(true);
});

test('[GROUP9] a group calls a trainer, who comes', async () => {
  await trainer.getByRole('tab', { name: /^聊天/ }).click();
  await head(er).getByRole('button', { name: 'Call a trainer' }).tap();
  await head(ding).getByRole('button', { name: '已呼叫培训师', pressed: true }).waitFor();
  const call = trainer.locator('[data-call]');
  await call.getByText('示范一厂 · 青松电子需要帮助').waitFor();
  await call.getByRole('button', { name: '去小组：示范一厂 · 青松电子' }).click();
  await call.waitFor({ state: 'detached' });
  await er.getByText('A trainer has seen your group’s call.').first().waitFor();
  await head(ding).getByRole('button', { name: '呼叫培训师', pressed: false }).waitFor();

  await trainer.locator('section[data-group]').getByRole('button', { name: '回到课堂' }).click();
  await trainer.locator('section[data-group]').waitFor({ state: 'detached' });
  await trainer.getByRole('tab', { name: /^小组/ }).click();
});

test('[GROUP8] staff move a person by name, also while the groups work', async () => {
  await trainer.locator('li[data-group]').nth(1).locator('summary').click();
  await trainer.locator(`[data-person="${feng.id}"]`).click();
  await trainer
    .getByRole('dialog')
    .getByRole('button', { name: /^示范一厂/ })
    .click();
  await feng.until(() => feng.view?.breakouts.round?.myGroup?.members.length === 3, 'the first group');
  await trainer.getByRole('dialog').waitFor({ state: 'detached' });
});

test('[GROUP5] the end is seen and heard before it comes', async () => {
  expect(await head(er).getByText('Ends soon').count()).toBe(0);
  // However long the tests before took, there are between one minute and two from now on.
  const left = Math.floor(((round()?.endsAt ?? 0) - Date.now()) / 60_000);
  await other.must({ feature: 'breakouts', type: 'extend', minutes: 1 - left });
  await head(er).getByText('Ends soon').waitFor();
  await er
    .getByText(/The group work ends in [12] min\./)
    .first()
    .waitFor();
  await trainer.getByRole('button', { name: '+5分钟' }).click();
  await head(er).getByText('Ends soon').waitFor({ state: 'detached' });
});

test('[GROUP4] closing asks once, then brings everybody back by themselves', async () => {
  await trainer.getByRole('button', { name: '结束所有小组讨论' }).click();
  const question = trainer.getByRole('dialog', { name: '要结束所有小组讨论吗？' });
  await question.getByRole('button', { name: '继续讨论' }).click();
  expect(round()?.open).toBe(true);
  await trainer.getByRole('button', { name: '结束所有小组讨论' }).click();
  await question.getByRole('button', { name: '结束所有小组讨论' }).click();
  await er.getByText('The group work is over. You are back in the class.').first().waitFor();
  await head(ding).waitFor({ state: 'detached' });
  await trainer.getByRole('radio', { name: '和上一次一样' }).waitFor();
});

test('no page threw, or asked another site', () => expect(bed.problems).toEqual([]));

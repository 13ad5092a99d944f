import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { phone } from '../helpers/chromium.ts';
import { cuttable } from '../helpers/cuttable.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

/** One class at group work, as one story: each test goes on where the last one ended. */
let bed: BrowserBed;
let trainer: Page;
/** A second trainer, to do what has no button. */
let other: SocketPerson;
/** Both of the first Enterprise; Er reads English. Feng is of the second. */
let ding: Page;
let er: Page;
let feng: Page;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  other = await bed.socket(bed.trainerLink(1));
  await other.must({ feature: 'session', type: 'start' });
  trainer = await bed.trainer();
  ding = await bed.enter(bed.enterpriseLink());
  er = await bed.enter(bed.enterpriseLink(), { language: 'en', rosterPlace: 1 });
  feng = await bed.enter(bed.enterpriseLink(1));
  await other.until(() => other.view?.people.counts.members === 3, 'all members');
  const worksheetId = other.view?.worksheets.staff?.templates[0]?.id ?? null;
  await other.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await other.must({ feature: 'breakouts', type: 'open', minutes: null, worksheetId, brief: '' });
});
afterAll(() => bed?.close());

const field = (page: Page, name: string) => page.locator(`[data-worksheet] [data-field="${name}"] textarea`);
const text = (page: Page, name: string) => field(page, name).inputValue();
const holds = (page: Page, name: string, what: string) =>
  expect.poll(() => text(page, name), { message: `what ${name} holds` }).toBe(what);
const saved = (page: Page) => page.locator('[data-save="saved"]').waitFor();
/** The caret's place in the field that has the focus. */
const caret = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionStart);

test('[TEXT1] two of a group type at the same time, in two fields and in one', async () => {
  await Promise.all([
    field(ding, 'purpose').pressSequentially('减少找工具的时间'),
    field(er, 'date').pressSequentially('Wednesday 16:30'),
  ]);
  await holds(er, 'purpose', '减少找工具的时间');
  await holds(ding, 'date', 'Wednesday 16:30');

  await Promise.all([
    field(ding, 'place').pressSequentially('一二三四五六七八九十'),
    field(er, 'place').pressSequentially('abcdefghijklmnopqrst'),
  ]);
  await expect.poll(async () => (await text(ding, 'place')).length).toBe(30);
  await holds(er, 'place', await text(ding, 'place'));
  expect((await text(er, 'place')).replace(/\w/g, ''), 'each one’s text in its order').toBe(
    '一二三四五六七八九十',
  );
  expect((await text(er, 'place')).replace(/\W/g, '')).toBe('abcdefghijklmnopqrst');
  await Promise.all([saved(ding), saved(er)]);
  await expect.poll(() => er.locator('[data-save]').innerText()).toMatch(/^Saved \d\d:\d\d$/);
});

test('[TEXT16] a name stands at the field in which somebody else writes', async () => {
  await field(ding, 'agenda1').focus();
  const name = await nameOf(ding);
  await er.locator('[data-field="agenda1"]').getByText(`${name} is here`).waitFor({ state: 'attached' });
  await field(ding, 'agenda2').focus();
  await er.locator('[data-field="agenda2"]').getByText(`${name} is here`).waitFor({ state: 'attached' });
  await er.locator('[data-field="agenda1"][data-written]').waitFor({ state: 'detached' });
});

test('the caret stays where one writes while others write before and behind it', async () => {
  await field(ding, 'agenda1').fill('first last');
  await holds(er, 'agenda1', 'first last');
  await field(ding, 'agenda1').evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
  await field(er, 'agenda1').press('Home');
  await er.keyboard.type('very ');
  await field(er, 'agenda1').press('End');
  await er.keyboard.type(' of all');
  await holds(ding, 'agenda1', 'very first last of all');
  expect(await caret(ding)).toBe('very first '.length);
  await ding.keyboard.type('and ');
  await holds(er, 'agenda1', 'very first and last of all');
});

test('[TEXT14] pinyin becomes characters undisturbed, while others write in the same field', async () => {
  const keyboard = await inputMethod(ding);
  await field(ding, 'agenda2').fill('数量：');
  await holds(er, 'agenda2', '数量：');
  await field(ding, 'agenda2').press('End');
  await keyboard.compose('mei');
  await keyboard.compose('mei zhou');
  await field(er, 'agenda2').press('Home');
  await er.keyboard.type('OK ');
  await field(er, 'date').fill('Thursday');
  await saved(er);
  expect(await text(ding, 'agenda2'), 'the pinyin as it was').toBe('数量：mei zhou');
  expect(await text(er, 'agenda2'), 'no pinyin at the others’').toBe('OK 数量：');
  await keyboard.commit('每周');
  await holds(ding, 'agenda2', 'OK 数量：每周');
  await holds(er, 'agenda2', 'OK 数量：每周');
  await holds(ding, 'date', 'Thursday');
  await ding.keyboard.type('3次');
  await holds(er, 'agenda2', 'OK 数量：每周3次');
});

test('[TEXT15] undo takes back one’s own last change and nobody else’s', async () => {
  await field(ding, 'agenda3').fill('mine');
  await holds(er, 'agenda3', 'mine');
  await field(er, 'agenda3').press('End');
  // In one go: a pause between two letters, as a busy machine makes it, begins another step to take back.
  await er.keyboard.insertText(' and yours');
  await holds(ding, 'agenda3', 'mine and yours');
  await ding.getByRole('button', { name: '撤销我的修改' }).tap();
  await holds(ding, 'agenda3', ' and yours');
  await holds(er, 'agenda3', ' and yours');
  await ding.getByRole('button', { name: '恢复我的修改' }).tap();
  await holds(er, 'agenda3', 'mine and yours');
  await field(er, 'agenda3').press('Control+z');
  await holds(ding, 'agenda3', 'mine');
  await er.keyboard.press('Control+y');
  await holds(ding, 'agenda3', 'mine and yours');
  expect(await text(er, 'date')).toBe('Thursday');
});

test('the field in which one writes stays in sight when the keyboard comes up', async () => {
  const last = er.locator('[data-worksheet] textarea').last();
  await last.focus();
  await er.setViewportSize({ width: 360, height: 420 });
  await expect.poll(() => isInSight(er)).toBe(true);
  await er.setViewportSize(phone);
});

test('[TEXT3] a reload finds everything as it was', async () => {
  const before = await Promise.all(['purpose', 'place', 'agenda2'].map((name) => text(er, name)));
  await ding.reload();
  await expect
    .poll(() => Promise.all(['purpose', 'place', 'agenda2'].map((name) => text(ding, name))))
    .toEqual(before);
});

test('what is typed the very moment a field is there is kept', async () => {
  await feng.addInitScript(() => {
    const field = new MutationObserver(() => {
      const area = document.querySelector<HTMLTextAreaElement>('[data-field="agenda1"] textarea');
      if (!area) return;
      field.disconnect();
      area.value = '马上就写';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    field.observe(document, { childList: true, subtree: true });
  });
  await feng.reload();
  await field(feng, 'agenda1').waitFor();
  await saved(feng);
  await holds(feng, 'agenda1', '马上就写');
});

test('[TEXT13] what is typed without a network is kept, and sent when it is back', async () => {
  const network = await cuttable(ding);
  await ding.reload();
  await field(ding, 'purpose').waitFor();
  await network.cut();
  await ding.locator('[data-save="offline"]').waitFor();
  await ding.getByText('您写的内容先存在本机').waitFor();
  await field(ding, 'agenda3').fill('没有网络时写的');
  await field(er, 'date').fill('Friday');
  await saved(er);
  expect(await text(er, 'agenda3')).toBe('mine and yours');
  network.mend();
  await holds(er, 'agenda3', '没有网络时写的');
  await holds(ding, 'date', 'Friday');
  await saved(ding);
});

test('[TEXT13] what could not be sent outlasts the page', async () => {
  const network = await cuttable(ding);
  await ding.reload();
  await field(ding, 'purpose').waitFor();
  await network.cut();
  await ding.locator('[data-save="offline"]').waitFor();
  await field(ding, 'agenda3').press('End');
  await ding.keyboard.type('，关掉网页也不丢');
  await ding.reload();
  network.mend();
  await holds(er, 'agenda3', '没有网络时写的，关掉网页也不丢');
  await holds(ding, 'agenda3', '没有网络时写的，关掉网页也不丢');
  await saved(ding);
});

test('[TEXT5] whom the trainer locks out reads on, and is told why', async () => {
  await trainer.getByRole('tab', { name: '工作表' }).click();
  const entry = trainer.locator('[data-entry]').filter({ hasText: '青松电子' });
  await entry.getByRole('button', { name: /^锁定/ }).click();
  await er.getByText('The trainer has locked this worksheet').waitFor();
  await expect.poll(() => field(er, 'purpose').isEditable()).toBe(false);
  await field(er, 'purpose').focus();
  await er.keyboard.type(' late');
  expect(await text(er, 'purpose')).toBe('减少找工具的时间');
  await trainer.getByRole('button', { name: '全部解锁' }).click();
  await er.getByText('The trainer has locked this worksheet').waitFor({ state: 'detached' });
  await expect.poll(() => field(er, 'purpose').isEditable()).toBe(true);
  await field(er, 'purpose').press('End');
  await er.keyboard.type(', now');
  await holds(ding, 'purpose', '减少找工具的时间, now');
});

test('staff read along, see how far a group is, and write in its Worksheet', async () => {
  await trainer.getByRole('button', { name: '打开示范一厂 · 青松电子的工作表' }).click();
  await holds(trainer, 'purpose', '减少找工具的时间, now');
  const progress = trainer.getByRole('progressbar', { name: '填写进度' });
  const filled = async () => Number(await progress.getAttribute('aria-valuenow'));
  const before = await filled();
  await field(trainer, 'place').fill('A线看板前');
  await holds(er, 'place', 'A线看板前');
  await field(er, 'roleLeader').fill('Wang');
  await expect.poll(filled).toBeGreaterThan(before);
});

test('[CONSOLE5] staff in a group have its Worksheet before them, and what the class sees below it', async () => {
  const middle = trainer.getByRole('main');
  const purpose = middle.locator('[data-field="purpose"] textarea');
  expect(await purpose.count()).toBe(0);
  await trainer.getByRole('tab', { name: /^小组/ }).click();
  await trainer.getByRole('button', { name: '去小组：示范一厂 · 青松电子' }).click();
  await expect.poll(() => purpose.inputValue()).toBe('减少找工具的时间, now');
  await middle
    .getByRole('region', { name: '全班看到的内容' })
    .locator('[data-class-sees="nothing"]')
    .waitFor();
  // The other group's is opened on the left all the same.
  await trainer.getByRole('button', { name: '全部工作表' }).click();
  await trainer.getByRole('button', { name: '打开示范二厂 · 白鹭服装的工作表' }).click();
  await middle.locator('[data-field="place"] textarea').fill('B线看板前');
  await holds(er, 'place', 'B线看板前');
  await holds(feng, 'place', '');
  await middle.getByRole('button', { name: '回到课堂' }).click();
  await purpose.waitFor({ state: 'detached' });
  await trainer.getByRole('button', { name: '全部工作表' }).click();
});

test('[TEXT6] what the trainer shows on the stage is read live in another group', async () => {
  const stage = feng.locator('[data-stage-worksheet]');
  await other.must({ feature: 'breakouts', type: 'close' });
  await trainer.getByRole('button', { name: '向全班展示示范一厂 · 青松电子的工作表' }).click();
  await stage.getByText('减少找工具的时间, now').waitFor();
  await stage.getByText('示范一厂 · 青松电子').waitFor();
  // In the group the same button would put the Worksheet away.
  await ding.locator('[data-group]').waitFor({ state: 'detached' });
  await ding.getByRole('button', { name: '工作表' }).tap();
  await field(ding, 'purpose').press('End');
  await ding.keyboard.type('，每班一次');
  await stage.getByText('减少找工具的时间, now，每班一次').waitFor();
  expect(await feng.locator('[data-stage-worksheet] textarea').count()).toBe(0);
  await trainer.getByRole('button', { name: '停止展示' }).click();
  await stage.waitFor({ state: 'detached' });
  expect(bed.problems.filter((problem) => !problem.includes('socket.io'))).toEqual([]);
});

test('[WORK11] the Worksheet of an earlier round can be opened, too', async () => {
  const before = await text(ding, 'purpose');
  const docId = (await ding.locator('[data-worksheet]').getAttribute('data-worksheet')) ?? '';
  const worksheetId = other.view?.worksheets.staff?.docs[0]?.templateId ?? null;
  await other.must({ feature: 'worksheets', type: 'lock', docId });
  await other.must({ feature: 'breakouts', type: 'prepare', by: 'last' });
  await other.must({ feature: 'breakouts', type: 'open', minutes: null, worksheetId, brief: '' });
  await holds(ding, 'purpose', '');
  await ding.getByRole('combobox', { name: '工作表' }).selectOption(docId);
  await holds(ding, 'purpose', before);
  await expect.poll(() => field(ding, 'purpose').isEditable(), { message: 'it is locked' }).toBe(false);
});

/** What the class calls the person of this page. */
async function nameOf(page: Page): Promise<string> {
  const id = page.url().split('/').at(-1) ?? '';
  const room = await bed.classroom.server.parts.rooms.get(bed.classroom.links.session.id);
  return room.directory.namesIn([id])[id] ?? '';
}

/** Whether the whole field that has the focus can be seen, and nothing lies over it. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const area = document.activeElement as HTMLElement;
    const { left, top, bottom } = area.getBoundingClientRect();
    return [top + 3, bottom - 3].every((y) => document.elementFromPoint(left + 20, y) === area);
  });

/** An input method, such as one for pinyin: what it composes stands in the field until it is chosen. */
async function inputMethod(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    compose: (letters: string) =>
      session.send('Input.imeSetComposition', {
        text: letters,
        selectionStart: letters.length,
        selectionEnd: letters.length,
      }),
    commit: (characters: string) => session.send('Input.insertText', { text: characters }),
  };
}

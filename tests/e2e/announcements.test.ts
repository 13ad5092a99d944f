import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { cuttable } from '../helpers/cuttable.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

/** What a member with a screen reader is told of a class, as one story. */
let bed: BrowserBed;
let trainer: SocketPerson;
let mate: SocketPerson;
let member: Page;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  const link = bed.enterpriseLink();
  trainer = await bed.socket(bed.trainerLink());
  mate = await bed.socket(link);
  await trainer.must({ feature: 'session', type: 'start' });
  // The demo's deck is drawn after the start.
  await vi.waitFor(() => expect(trainer.view?.slides.decks).toHaveLength(1), { timeout: 120_000 });
  const prepare = (context: BrowserContext) => context.addInitScript(listen);
  member = await bed.enter(link, { language: 'en', rosterPlace: 1, prepare });
  await member.getByRole('toolbar').waitFor();
});
afterAll(() => bed?.close());

/** Keeps what is added to the live regions, in order: what a screen reader speaks. */
function listen(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const regions = '[role="status"], [role="alert"], [aria-live]';
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      if (target instanceof Element && target.closest(regions))
        for (const node of addedNodes) said.push(node.textContent?.trim() ?? '');
  }).observe(document, { subtree: true, childList: true });
}

const said = (): Promise<string[]> => member.evaluate('said');
const hears = async (text: string | RegExp): Promise<void> => {
  const heard = (all: string[]) =>
    all.some((each) => (typeof text === 'string' ? each === text : text.test(each)));
  await expect.poll(async () => heard(await said()) || (await said()).join('\n')).toBe(true);
};
const turnTo = (page: number) =>
  trainer.must({ feature: 'slides', type: 'showPage', deckId: deckId(), page });
const deckId = () => trainer.view?.slides.decks?.[0]?.id ?? '';
const memberId = () => member.url().split('/').at(-1) ?? '';

test('[A11Y1] a new slide is told by its number', async () => {
  await turnTo(0);
  await hears('Slide 1 of 16');
  for (const page of [1, 2, 3, 4]) await turnTo(page);
  await hears('Slide 5 of 16');
});

test('[A11Y1] [A11Y2] others’ messages are told, one’s own are not', async () => {
  const name = mate.names[mate.id] ?? '';
  await mate.must({ feature: 'chat', type: 'send', text: '我们每周一开会' });
  await hears(`New message from ${name}`);
  await member.getByRole('button', { name: /^Chat/ }).tap();
  await member.getByRole('textbox', { name: 'Write a message' }).waitFor();
  await mate.must({ feature: 'chat', type: 'send', text: '每次二十分钟' });
  await hears(`${name}: 每次二十分钟`);
  await member.getByRole('textbox', { name: 'Write a message' }).fill('We too');
  await member.getByRole('button', { name: 'Send' }).tap();
  await mate.until(() => mate.view?.chat?.messages.at(-1)?.text === 'We too', 'the message');
  await mate.must({ feature: 'chat', type: 'send', text: '好' });
  await hears(`${name}: 好`);
  expect((await said()).filter((text) => text.includes('We too'))).toEqual([]);
  await member.keyboard.press('Escape');
});

test('[A11Y1] a poll is told with its question, and that its results are there', async () => {
  const poll = trainer.view?.polls.planned?.[0];
  const pollId = poll?.id ?? '';
  await trainer.must({ feature: 'polls', type: 'open', pollId });
  await hears('A poll has opened: Does your EIT meet weekly?');
  await mate.must({ feature: 'polls', type: 'vote', pollId, option: 0 });
  await trainer.must({ feature: 'polls', type: 'close', pollId });
  await hears('The results are here: Does your EIT meet weekly?');
});

test('[A11Y1] a hand that staff lower, and being called up, is told', async () => {
  await member.getByRole('button', { name: 'Raise hand' }).tap();
  await hears('Your hand is up. You are number 1.');
  await trainer.must({ feature: 'hands', type: 'lowerAll' });
  await hears('Your hand is down.');
  const participantId = memberId();
  await trainer.must({ feature: 'stage', type: 'invite', participantId });
  await hears('The trainer invites you to speak');
  await trainer.must({ feature: 'stage', type: 'takeDown', participantId });
});

test('[A11Y1] which group one is in, the trainer’s word, and being back are told', async () => {
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await hears(/^Your group: Demo 1 · Pine Electronics\. With /);
  await trainer.must({ feature: 'breakouts', type: 'open', minutes: 15, worksheetId: null, brief: '' });
  await hears(/^You are with your group now: Demo 1 · Pine Electronics\. You have 15 min/);
  await trainer.must({ feature: 'breakouts', type: 'message', text: '请选一位同事汇报' });
  await hears('The trainer to all groups: 请选一位同事汇报');
  await trainer.must({ feature: 'breakouts', type: 'close' });
  await hears('The group work is over. You are back in the class.');
});

test('[A11Y1] a connection that is lost and comes back is told', async () => {
  const network = await cuttable(member);
  await member.reload();
  await member.getByRole('toolbar').waitFor();
  await network.cut();
  await hears(/^Your connection is interrupted\./);
  network.mend();
  await hears('You are connected again.');
  expect(bed.problems.filter((problem) => !problem.includes('socket.io'))).toEqual([]);
});

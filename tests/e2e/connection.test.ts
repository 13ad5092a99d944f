import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Route, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { enterClass } from '../helpers/chromium.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';

let bed: BrowserBed;
let trainer: SocketPerson;
beforeAll(async () => {
  bed = await BrowserBed.begin();
  trainer = await bed.socket(bed.trainerLink());
  await trainer.must({ feature: 'session', type: 'start' });
});
afterAll(() => bed?.close());

const english = () => bed.person({ language: 'en' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sees = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();
const hand = (page: Page) => button(page, 'Raise hand').waitFor();
const sign = (page: Page, level: string) => page.locator(`[data-connection="${level}"]`).waitFor();

/** This browser's key to a page's person. */
const seatOf = (page: Page) =>
  page.evaluate(() => {
    const id = location.pathname.split('/').at(-1);
    return JSON.parse(localStorage.getItem(`score.seat.${id}`) ?? '{}');
  });

/** Engine.IO's ping and pong. */
const isHeartbeat = (message: string | Buffer) => message === '2' || message === '3';

/** A page's sockets, which can be held up, slowed, broken and lost; for those that are opened from now on. */
async function steerSockets(page: Page) {
  const open = new Set<WebSocketRoute>();
  const lost = new Set<WebSocketRoute>();
  const steering = {
    held: false,
    lag: 0,
    opened: 0,
    /** The server has said yes to something that the page sends. */
    produces: false,
    break: () => Promise.all([...open].map((each) => each.close())),
    /** Nothing comes through those that are open, and nobody learns of it: not even their own heartbeat, which goes on. */
    lose: () => open.forEach((each) => void lost.add(each)),
  };
  await page.route(/\/socket\.io\//, (route) => (steering.held ? route.abort() : route.continue()));
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (steering.held) return;
    open.add(socket);
    steering.opened++;
    const server = socket.connectToServer();
    const comesThrough = (message: string | Buffer) => !lost.has(socket) || isHeartbeat(message);
    socket.onMessage((message) => void (comesThrough(message) && server.send(message)));
    // One after the other, also when the lag becomes less.
    let line: Promise<unknown> = Promise.resolve();
    server.onMessage((message) => {
      steering.produces ||= message.includes('"producerId"');
      if (!comesThrough(message)) return;
      const lag = sleep(steering.lag);
      line = line.then(() => lag).then(() => socket.send(message));
    });
    socket.onClose(() => open.delete(socket));
  });
  return steering;
}

test('[CONN1] a slow way in says that it is slow, and ends in the class by itself', async () => {
  const page = await enterClass(await english(), bed.enterpriseLink());
  const sockets = await steerSockets(page);
  sockets.held = true;
  await page.reload();
  await sees(page, 'Opening the classroom…');
  await page.getByRole('combobox').waitFor();
  sockets.held = false;
  await hand(page);
  await page.context().close();
});

test('[CONN1] a classroom that can’t be reached is entered when the network is back, by a tap or by itself', async () => {
  const page = await enterClass(await english(), bed.enterpriseLink(), 1);
  const session = '**/api/sessions/*';
  for (const back of [
    () => button(page, 'Try again').click(),
    // Again and again: the page may have said so just now, and listen in a moment.
    () =>
      expect
        .poll(async () => {
          await page.evaluate(() => dispatchEvent(new Event('online')));
          return button(page, 'Raise hand').isVisible();
        })
        .toBe(true),
  ]) {
    await page.route(session, (route) => route.abort());
    await page.reload();
    await sees(page, 'The classroom can’t be reached');
    await page.unroute(session);
    await back();
    await hand(page);
  }
  await page.context().close();
});

test('[CONN1] a device that gave way to newer ones says so, and comes back with one tap', async () => {
  const page = await enterClass(await english(), bed.enterpriseLink(), 2);
  await hand(page);
  const seat = await seatOf(page);
  const others: SocketPerson[] = [];
  for (let i = 0; i < 20; i++) others.push(await SocketPerson.enter(bed.url, seat));
  await sees(page, 'The class is open on your newer devices');
  await button(page, 'Come back here').click();
  await hand(page);
  await others[0]?.until(() => others[0]?.ended === 'gaveWay', 'the end');
  for (const other of others) other.close();
  await page.context().close();
});

test('[CONN1] a device whose key was revoked says whom to ask, one that was removed too', async () => {
  const [revoked, removed] = [
    await enterClass(await english(), bed.enterpriseLink(), 3),
    await enterClass(await english(), bed.enterpriseLink(), 4),
  ];
  const sockets = await steerSockets(revoked);
  await revoked.reload();
  await hand(revoked);
  const database = openDatabase(bed.classroom.databaseUrl, () => {});
  const { participantId } = await seatOf(revoked);
  await database
    .updateTable('device_secrets')
    .set({ revoked_at: Date.now() })
    .where('participant_id', '=', participantId)
    .execute();
  await database.destroy();
  await sockets.break();
  await sees(revoked, 'This link is no longer valid');

  const { participantId: removedId } = await seatOf(removed);
  await trainer.must({ feature: 'people', type: 'remove', participantId: removedId });
  await sees(removed, 'You were taken out of this class');
  for (const page of [revoked, removed]) await page.context().close();
});

test('[CONN2] [DEVICE5] microphone and camera that are on another device are told, and come back with one tap', async () => {
  const context = await english();
  const first = await enterClass(context, bed.enterpriseLink(), 5);
  await hand(first);
  const { participantId } = await seatOf(first);
  await trainer.must({ feature: 'stage', type: 'invite', participantId });
  await button(first, 'Turn my microphone on').click();
  await button(first, 'Mute').waitFor();
  const second = await context.newPage();
  await second.goto(first.url());
  // Its button can switch off what another device sends, and says that it is another's.
  await button(second, 'Mute other device').waitFor();
  await button(second, 'Use them here').click();
  await button(first, 'Use them here').waitFor();
  await button(second, 'Use them here').waitFor({ state: 'detached' });
  await button(first, 'Use them here').click();
  await button(second, 'Use them here').waitFor();
  await button(second, 'Mute other device').click();
  await button(first, 'Speak').waitFor();
  await context.close();
});

test('[CONN4] one’s own connection is told in a word, with what to try, and recovers', async () => {
  const page = await enterClass(await english(), bed.enterpriseLink(), 6);
  const sockets = await steerSockets(page);
  await page.reload();
  await sign(page, 'good');
  sockets.lag = 600;
  await sign(page, 'weak');
  await page.getByRole('button', { name: 'Your connection: Weak' }).click();
  await sees(page, 'Move closer to the Wi-Fi.');
  await page.keyboard.press('Escape');
  sockets.lag = 0;
  await sign(page, 'good');
  sockets.held = true;
  await sockets.break();
  await sign(page, 'lost');
  await sees(page, 'Your connection is interrupted');
  sockets.held = false;
  await sign(page, 'good');
  await page.context().close();
});

test('[CONN5] a second device waits for the trainers’ tap, hears a no, and is let in by a yes', async () => {
  const first = await enterClass(await english(), bed.enterpriseLink(), 7);
  const page = await (await english()).newPage();
  await page.goto(bed.enterpriseLink());
  await page.getByRole('radio').nth(7).check();
  await button(page, 'Join with sound').click();
  const asked = new Set<string>();
  const ask = async (): Promise<string> => {
    await button(page, 'Ask the trainers').click();
    await page.getByText('The trainers see your request.').waitFor();
    const fresh = () => trainer.view?.people.asks?.find(({ askId }) => !asked.has(askId))?.askId;
    await trainer.until(() => fresh() !== undefined, 'the ask');
    const askId = fresh() ?? '';
    asked.add(askId);
    return askId;
  };
  const answer = (askId: string, allow: boolean) =>
    trainer.must({ feature: 'people', type: 'answerDevice', askId, allow });
  await button(page, 'Ask the trainers').waitFor();
  // On a slow network the device asks whether it may come in while its last question is still on its way.
  const questions: Route[] = [];
  let isSlow = true;
  await page.route('**/api/join', (route) => (isSlow ? void questions.push(route) : route.continue()));
  await answer(await ask(), false);
  await expect.poll(() => questions.length).toBeGreaterThan(1);
  await questions.shift()?.continue();
  await page.getByText('The trainers did not let this phone in.').waitFor();
  const second = await ask();
  // The no to what was asked first comes late, and once more.
  isSlow = false;
  const late = page.waitForResponse('**/api/join');
  await Promise.all(questions.map((question) => question.continue()));
  await late;
  await answer(second, true);
  await hand(page);
  expect((await seatOf(page)).participantId).toBe((await seatOf(first)).participantId);
  for (const each of [first, page]) await each.context().close();
});

test('[CONN6] who speaks while the network goes without a word has another connection within seconds', async () => {
  const page = await (await english()).newPage();
  const sockets = await steerSockets(page);
  await enterClass(page, bed.trainerLink(1));
  await button(page, 'Speak').first().click();
  /** @returns how long it took to begin another, in milliseconds. */
  const noticed = async () => {
    await expect.poll(() => sockets.produces).toBe(true);
    sockets.produces = false;
    const before = sockets.opened;
    const began = performance.now();
    sockets.lose();
    // The socket's own heartbeat finds nothing amiss: only the question whether anything comes through can.
    await expect.poll(() => sockets.opened).toBeGreaterThan(before);
    const took = performance.now() - began;
    await sign(page, 'good');
    return took;
  };
  // Four seconds, and what it takes to connect; a machine with other work may be late once.
  await expect.poll(noticed, { timeout: 90_000 }).toBeLessThan(8_000);
  await page.context().close();
});

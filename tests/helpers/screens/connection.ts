import { closeTop, either, installButton, offerInstall, press, type Screen, sees } from './screen.ts';

const sign = '[data-connection]';
const session = '**/api/sessions/*';

/** What one's own connection looks like in the class, from good to gone; the class's own end comes last. */
export const connected: readonly Screen[] = [
  {
    name: 'connection-good',
    who: 'member',
    reach: async (page) => {
      await page.locator(`${sign}[data-connection="good"]`).click();
      await sees(page, either('声音和画面应该', 'You should hear'));
    },
    leave: closeTop,
  },
  {
    name: 'connection-weak',
    who: 'leaver',
    before: async (cast) => cast.slowDown(600),
    reach: async (page) => {
      // On a busy machine it may be worse at once; the words are the same.
      await page.locator(`${sign}:is([data-connection="weak"], [data-connection="bad"])`).click();
      await sees(page, either('靠近路由器', 'Move closer'));
    },
    leave: closeTop,
  },
  {
    name: 'connection-lost',
    who: 'leaver',
    before: (cast) => cast.cutOff(),
    reach: (page) => sees(page, either('网络连接中断了', 'Your connection is interrupted')),
  },
  {
    name: 'connection-lost-long',
    who: 'leaver',
    // It stands behind the title, in the same note.
    reach: (page) => sees(page, /正在继续尝试|We keep trying/),
  },
  {
    name: 'connection-gave-way',
    who: 'leaver',
    before: async (cast) => {
      cast.reconnect();
      for (const page of cast.pages('leaver'))
        await page.locator(`${sign}:not([data-connection="lost"])`).waitFor();
      await cast.openElsewhere();
    },
    reach: (page) => page.getByRole('button', { name: either('回到这里', 'Come back here') }).waitFor(),
  },
  {
    name: 'class-unreachable',
    who: 'leaver',
    before: async (cast) => cast.closeElsewhere(),
    reach: async (page) => {
      await page.route(session, (route) => route.abort());
      await press(page, either('回到这里', 'Come back here'));
      await sees(page, either('连接不上课堂', 'The classroom can’t be reached'));
    },
    leave: (page) => page.unroute(session),
  },
  {
    name: 'class-link-revoked',
    who: 'leaver',
    reach: async (page) => {
      await page.route(session, (route) => route.fulfill({ status: 410, json: { error: 'linkRevoked' } }));
      await press(page, either('重试', 'Try again'));
      await sees(page, either('这个链接已失效', 'This link is no longer valid'));
    },
    leave: async (page) => {
      await page.unroute(session);
      await page.reload();
      await page.locator(sign).waitFor();
    },
  },
];

/** How a class ends for those who were in it. */
export const farewell: readonly Screen[] = [
  {
    name: 'removed',
    who: 'leaver',
    before: (cast) =>
      cast.director.must({ feature: 'people', type: 'remove', participantId: cast.idOf('leaver') }),
    reach: (page) => sees(page, either('您已被请出', 'You were taken out')),
  },
  {
    name: 'class-over',
    who: 'member',
    before: (cast) => cast.director.must({ feature: 'session', type: 'close' }),
    reach: async (page) => {
      await sees(page, either('本次课堂已结束', 'The class is over'));
      await offerInstall(page);
      await installButton(page).waitFor();
    },
  },
  {
    name: 'class-over-trainer',
    who: 'trainer',
    reach: (page) => sees(page, either('本次课堂已结束', 'The class is over')),
  },
];

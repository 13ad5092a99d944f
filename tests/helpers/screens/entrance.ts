import { either, onWall, press, type Screen, sees } from './screen.ts';

const openLink = '**/api/links/open';
const enter = either('进入课堂', 'Join with sound');

/** From the link to the class, and where a link leads nowhere. */
export const entrance: readonly Screen[] = [
  {
    name: 'offline',
    who: 'visitor',
    ownWords: true,
    reach: async (page, { url }) => {
      // Or it would be away again at once.
      await page.route('**/healthz', (route) => route.abort());
      await page.goto(`${url}/offline.html`);
      await sees(page, either('连接不上课堂', 'The classroom can’t be reached'));
    },
    // Gone first: once the answer comes, the page goes to the class by itself, in the middle of whatever is next.
    leave: async (page) => {
      await page.goto('about:blank');
      await page.unroute('**/healthz');
    },
  },
  {
    name: 'no-page',
    who: 'visitor',
    reach: async (page, { url }) => {
      await page.goto(`${url}/nothing-here`);
      await sees(page, either('请打开发给您的课堂链接', 'Open the link'));
    },
  },
  {
    name: 'join-wrong-link',
    who: 'visitor',
    reach: async (page, { url }) => {
      await page.goto(`${url}/j/this-link-was-never-made`);
      await sees(page, either('这个链接打不开', 'This link does not open'));
    },
  },
  ...(
    [
      ['linkExpired', 'join-expired-link', either('这个链接已', 'This link has expired')],
      ['linkRevoked', 'join-revoked-link', either('这个链接已', 'This link is no longer valid')],
      ['classOver', 'join-class-over', either('本次课堂已经结束', 'This class is over')],
    ] as const
  ).map(
    ([error, name, words]): Screen => ({
      name,
      who: 'visitor',
      reach: async (page, { links }) => {
        await page.route(openLink, (route) => route.fulfill({ status: 410, json: { error } }));
        await page.goto(links.observer.link);
        await sees(page, words);
      },
      leave: (page) => page.unroute(openLink),
    }),
  ),
  {
    name: 'join-unreachable',
    who: 'visitor',
    reach: async (page, { links }) => {
      await page.route(openLink, (route) => route.abort());
      await page.goto(links.observer.link);
      await page.getByRole('button', { name: either('重试', 'Try again') }).waitFor();
    },
    leave: (page) => page.unroute(openLink),
  },
  {
    name: 'not-joined',
    who: 'visitor',
    reach: async (page, { url }) => {
      await page.goto(`${url}/class/demo-session/nobody-here`);
      await sees(page, either('您还没有进入', 'You are not in this class'));
    },
  },
  {
    name: 'join-trainer',
    who: 'visitor',
    reach: async (page, { links }) => {
      await page.goto(links.trainers[0]?.link ?? '');
      await page.getByRole('button', { name: enter }).waitFor();
    },
  },
  {
    name: 'join-roster',
    who: 'visitor',
    onSide: true,
    reach: async (page, { links }) => {
      await page.goto(links.enterprises[0]?.link ?? '');
      await page.getByRole('radio').nth(6).check();
      await page.getByRole('button', { name: either('试试麦克风', 'Test mic') }).waitFor();
    },
  },
  {
    name: 'join-typed-name',
    who: 'visitor',
    reach: async (page) => {
      await page.getByRole('radio').last().check();
      await page.getByRole('textbox').fill('Nguyễn Thị Hồng Nhung');
    },
  },
  {
    name: 'join-several',
    who: 'visitor',
    reach: async (page) => {
      await press(page, either('我们几个人', 'Several of us'));
      await page.getByRole('spinbutton').waitFor();
      await page.locator('summary').click();
      await page.getByRole('checkbox').first().check();
    },
    leave: (page) => press(page, either('只有我一个人', 'I am alone')),
  },
  {
    name: 'join-name-taken',
    who: 'visitor',
    reach: async (page) => {
      await page.getByRole('radio').first().check();
      await press(page, enter);
      await page.getByRole('textbox').waitFor();
    },
  },
  {
    name: 'join-asked',
    who: 'visitor',
    reach: async (page) => {
      await press(page, either('请培训师确认', 'Ask the trainers'));
      await sees(page, either('培训师已看到', 'The trainers see your request'));
    },
  },
  {
    name: 'console-device-ask',
    who: 'trainer',
    reach: async (page, cast) => {
      await page.goto(cast.classOf('trainer'));
      await page
        .getByRole('button', { name: either('允许进入', 'Let in') })
        .first()
        .waitFor();
    },
  },
  {
    name: 'join-denied',
    who: 'visitor',
    before: async (cast) => {
      const { director } = cast;
      const asked = () => director.view?.people.asks?.length === cast.pages('visitor').length;
      await director.until(asked, 'what the visitors ask');
      for (const { askId } of director.view?.people.asks ?? [])
        await director.must({ feature: 'people', type: 'answerDevice', askId, allow: false });
    },
    reach: (page) => sees(page, either('培训师没有让', 'The trainers did not let')),
  },
  {
    name: 'join-again',
    who: 'visitor',
    reach: async (page, cast) => {
      await cast.rememberMember(page);
      await page.reload();
      await page.getByRole('button', { name: either('我不是这个人', 'I am someone else') }).waitFor();
    },
  },
  {
    name: 'back-to-class',
    who: 'visitor',
    reach: async (page, { url }) => {
      await page.goto(url);
      await page.getByRole('button', { name: either('回到我的课堂', 'Back to my class') }).waitFor();
    },
  },
  {
    name: 'join-in-app',
    who: 'visitor',
    reach: async (page, { links }) => {
      await page.addInitScript(beWeChat);
      await page.goto(links.enterprises[0]?.link ?? '');
      await sees(page, either('微信里听不到', 'Open this page in your browser'));
    },
  },
  {
    name: 'lobby',
    who: 'member',
    onSide: true,
    before: (cast) => cast.director.must({ feature: 'session', type: 'openLobby' }),
    reach: async (page, cast) => {
      await page.goto(cast.classOf('member'));
      await sees(page, either('您已进入', 'You are in'));
    },
  },
  onWall('lobby', (page) => sees(page, either('您已进入', 'You are in'))),
  {
    name: 'lobby-observer',
    who: 'observer',
    reach: async (page, cast) => {
      await page.goto(cast.classOf('observer'));
      await sees(page, either('欢迎您以观察员', 'Welcome\\. You are here as an observer'));
    },
  },
  {
    name: 'console-lobby',
    who: 'trainer',
    reach: async (page, cast) => {
      await page.goto(cast.classOf('trainer'));
      await page.getByRole('tab').first().waitFor();
    },
  },
];

/** An app's own browser, as of WeChat on some phones, which can't carry sound. */
function beWeChat(): void {
  Object.defineProperty(window, 'RTCPeerConnection', { value: undefined });
  Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android) MicroMessenger/8.0' });
}
